import { all, one, the } from '../dom.ts'

/** Counts the sites that are chosen, and offers all or none. */
export function chooseSites(): void {
  const group = one('[data-sites]')
  if (group === null) return
  const boxes = all<HTMLInputElement>('input', group)
  const toggle = the('[data-all]', group)
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length
    the('[data-chosen]', group).textContent = `${chosen} of ${boxes.length} chosen`
    toggle.textContent = chosen === boxes.length ? 'None' : 'All'
  }
  toggle.addEventListener('click', () => {
    const isOn = boxes.some((box) => !box.checked)
    for (const box of boxes) box.checked = isOn
    show()
  })
  group.addEventListener('change', show)
  show()
}
