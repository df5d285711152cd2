import { the } from '../dom.ts'

const SAID_MS = 4_000
const WRONG_MS = 12_000

let hush: number | undefined

/** Says what happened, for a while. */
export function showNotice(text: string, isWrong = false): void {
  const notice = the('[data-notice]')
  window.clearTimeout(hush)
  notice.toggleAttribute('data-wrong', isWrong)
  notice.textContent = text
  hush = window.setTimeout(() => (notice.textContent = ''), isWrong ? WRONG_MS : SAID_MS)
}
