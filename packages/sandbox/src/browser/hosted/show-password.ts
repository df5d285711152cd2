import { one } from '../dom.ts'

export function showPassword(button: HTMLElement): void {
  const input = one<HTMLInputElement>(`#${CSS.escape(button.dataset.show ?? '')}`)
  if (input === null) return
  const isShown = input.type === 'text'
  input.type = isShown ? 'password' : 'text'
  button.setAttribute('aria-pressed', String(!isShown))
}
