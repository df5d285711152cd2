import { all, one } from '../dom.ts'

/** Fills in the credentials that a button offers, and goes to what comes next. */
export function fillIn(button: HTMLElement): void {
  const values: Record<string, string> = JSON.parse(button.dataset.fill ?? '{}')
  for (const [name, value] of Object.entries(values)) {
    for (const input of all<HTMLInputElement>(`#${CSS.escape(name)}`)) {
      input.value = value
      clearError(input.closest('.field'))
    }
  }
  one('.with .button, .button-next')?.focus()
}

/** What is being put right is no longer called wrong. */
export function clearError(group: Element | null): void {
  if (group === null) return
  one('.error', group)?.remove()
  one('[aria-invalid]', group)?.removeAttribute('aria-invalid')
  group.removeAttribute('data-invalid')
}
