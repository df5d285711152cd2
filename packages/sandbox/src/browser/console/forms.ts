import { all, one } from '../dom.ts'
import { call } from './call.ts'
import { fill } from './fill.ts'

type Field = HTMLInputElement | HTMLSelectElement

/** Sends what was entered in a form that names a call of the control. */
export async function send(form: HTMLFormElement): Promise<void> {
  if (!isWhole(form)) return
  const { form: name = '', template, said = '' } = form.dataset
  const values = valuesOf(form)
  const body = template ? fill(JSON.parse(template), values) : values
  if (!(await call(name, body, said)) || !form.popover) return
  form.reset()
  form.hidePopover()
}

/** Fields that belong to other kinds than the chosen one are out of the way, and are not sent. */
export function showFields(): void {
  for (const form of all<HTMLFormElement>('[data-form]')) {
    const kind = one<HTMLSelectElement>('[name="kind"]', form)?.value ?? ''
    for (const part of all('[data-kinds]', form)) {
      part.hidden = !part.dataset.kinds?.split(' ').includes(kind)
      const field = one<Field>('input, select', part)
      if (field) field.disabled = part.hidden
    }
  }
}

/** Whether what a tick asks for was entered; the browser says so where it was not. */
function isWhole(form: HTMLFormElement): boolean {
  for (const tick of all<HTMLInputElement>('[data-asks-for]', form)) {
    const field = one<Field>(`[name="${tick.dataset.asksFor}"]`, form)
    if (field) field.required = tick.checked
  }
  return form.reportValidity()
}

function valuesOf(form: HTMLFormElement): Record<string, unknown> {
  const fields = all<Field>('input, select', form)
  return Object.fromEntries(
    fields
      .filter(({ name, disabled }) => name && !disabled)
      .flatMap((field) => {
        const value = read(field)
        return value === undefined ? [] : [[field.name, value]]
      }),
  )
}

function read(field: Field): string | number | true | undefined {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked || undefined
  if (field.value === '') return undefined
  return field.type === 'number' || 'number' in field.dataset ? Number(field.value) : field.value
}
