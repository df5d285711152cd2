import { found, timeLeft } from './texts.ts'

/*
 * The hosted page's script. Every step works without it; it adds search as you type, filling in, showing the
 * password, counting down, the reader's own time, and steps in place of each other. It never talks to the window around it.
 */

const LOCAL_TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

document.documentElement.dataset.script = ''
begin()
// A sandbox within a page carries forms itself, into a frame without an origin.
if (window.parent !== window && location.origin !== 'null') replaceSteps()

document.addEventListener('input', ({ target }) => {
  if (target instanceof Element) clearError(target.closest('.field, fieldset'))
})
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null
  if (button?.dataset.fill) fillIn(JSON.parse(button.dataset.fill))
  if (button?.dataset.show) showPassword(button, button.dataset.show)
})

function begin(): void {
  for (const element of all('[data-fill], [data-show], [data-all]')) element.hidden = false
  const heading = one('[data-focus]')
  const wrong = one('[aria-invalid], [data-invalid] input')
  if (heading) (wrong ?? heading).focus()
  for (const element of all<HTMLTimeElement>('time[data-local]')) {
    element.textContent = LOCAL_TIME.format(new Date(element.dateTime))
  }
  countDown()
  searchAsYouType()
  chooseSites()
}

/** How long the link still lasts, by the browser's steady clock. */
function countDown(): void {
  const element = one('[data-left-ms]')
  if (!element) return
  const end = performance.now() + Number(element.dataset.leftMs)
  const show = () => {
    const left = end - performance.now()
    element.textContent = timeLeft(left)
    if (left >= 1_000) setTimeout(show, left < 120_000 ? 1_000 : 15_000)
  }
  show()
}

/** Narrows the list of utilities while a name is typed. */
function searchAsYouType(): void {
  const input = one<HTMLInputElement>('[data-search]')
  const list = one('[data-list]')
  const over = one('[data-over]')
  if (!input || !list || !over) return
  const rows = all('[data-text]', list)
  const popular = rows.filter((row) => 'popular' in row.dataset)
  const atFirst = popular.length > 0 ? popular : rows
  const narrow = () => {
    const query = input.value.trim().toLowerCase()
    const shown = query === '' ? atFirst : rows.filter((row) => row.dataset.text?.includes(query))
    for (const row of rows) {
      row.hidden = !shown.includes(row)
      markMatch(one('[data-name]', row), query)
    }
    list.toggleAttribute('data-searching', query !== '')
    over.textContent = query === '' ? (over.dataset.over ?? '') : found(shown.length)
  }
  input.addEventListener('input', narrow)
  if (input.value !== '') narrow()
}

function markMatch(element: HTMLElement | null, query: string): void {
  const text = element?.textContent ?? ''
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query)
  const end = at + query.length
  const mark = Object.assign(document.createElement('mark'), { textContent: text.slice(at, end) })
  element?.replaceChildren(...(at < 0 ? [text] : [text.slice(0, at), mark, text.slice(end)]))
}

/** Counts the sites that are chosen, and offers all or none. */
function chooseSites(): void {
  const group = one('[data-sites]')
  const toggle = group && one('[data-all]', group)
  const chosen = group && one('[data-chosen]', group)
  if (!toggle || !chosen) return
  const boxes = all<HTMLInputElement>('input', group)
  const show = () => {
    const amount = boxes.filter((box) => box.checked).length
    chosen.textContent = `${amount} of ${boxes.length} chosen`
    toggle.textContent = amount === boxes.length ? 'None' : 'All'
  }
  toggle.addEventListener('click', () => {
    const isOn = boxes.some((box) => !box.checked)
    for (const box of boxes) box.checked = isOn
    show()
  })
  group.addEventListener('change', show)
  show()
}

/** Fills in what a button offers, and goes to what comes next. */
function fillIn(values: Record<string, string>): void {
  for (const [id, value] of Object.entries(values)) {
    const input = one<HTMLInputElement>(`#${CSS.escape(id)}`)
    if (!input) continue
    input.value = value
    clearError(input.closest('.field'))
  }
  one('.with .button, .button-next')?.focus()
}

/** What is being put right is no longer called wrong. */
function clearError(group: Element | null): void {
  if (!group) return
  one('.error', group)?.remove()
  one('[aria-invalid]', group)?.removeAttribute('aria-invalid')
  group.removeAttribute('data-invalid')
}

function showPassword(button: HTMLElement, id: string): void {
  const input = one<HTMLInputElement>(`#${CSS.escape(id)}`)
  if (!input) return
  const isShown = input.type === 'text'
  input.type = isShown ? 'password' : 'text'
  button.setAttribute('aria-pressed', String(!isShown))
}

/**
 * Within a frame, each step takes the place of the one before. An entry of its own in the history would be one more
 * press of Back to leave the page around.
 */
function replaceSteps(): void {
  let isSending = false
  let isLeft = false
  document.addEventListener('submit', async (event) => {
    const { target: form, submitter } = event
    if (isLeft || event.defaultPrevented || !(form instanceof HTMLFormElement)) return
    event.preventDefault()
    if (isSending) return
    isSending = true
    const next = await nextStep(new FormData(form, submitter)).catch(() => null)
    isSending = false
    if (!next) {
      // The browser says best what is wrong.
      isLeft = true
      form.requestSubmit(submitter)
      return
    }
    document.title = next.title
    document.body.replaceWith(next.body)
    scrollTo(0, 0)
    begin()
  })
}

async function nextStep(body: FormData): Promise<Document> {
  const response = await fetch(location.href, { method: 'POST', body })
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

function one<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T | null {
  return within.querySelector<T>(selector)
}

function all<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)]
}
