import { all, one, the } from '../dom.ts'

/** Narrows the list of utilities while a name is typed. */
export function searchAsYouType(): void {
  const input = one<HTMLInputElement>('[data-search]')
  if (input === null) return
  const list = the('[data-list]')
  const over = the('[data-over]')
  const rows = all('[data-text]', list)
  const popular = rows.filter((row) => 'popular' in row.dataset)
  const atFirst = popular.length > 0 ? popular : rows
  const narrow = () => {
    const query = input.value.trim().toLowerCase()
    const shown = query === '' ? atFirst : rows.filter((row) => row.dataset.text?.includes(query))
    for (const row of rows) {
      row.hidden = !shown.includes(row)
      markMatch(the('[data-name]', row), query)
    }
    list.toggleAttribute('data-searching', query !== '')
    over.textContent = query === '' ? (over.dataset.over ?? '') : found(shown.length)
  }
  input.addEventListener('input', narrow)
  if (input.value !== '') narrow()
}

function found(amount: number): string {
  if (amount === 0) return 'No utility found'
  return amount === 1 ? '1 utility' : `${amount} utilities`
}

function markMatch(element: HTMLElement, query: string) {
  const text = element.textContent ?? ''
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query)
  if (at < 0) {
    element.textContent = text
    return
  }
  const mark = document.createElement('mark')
  mark.textContent = text.slice(at, at + query.length)
  element.replaceChildren(text.slice(0, at), mark, text.slice(at + query.length))
}
