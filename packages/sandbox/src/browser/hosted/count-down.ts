import { one } from '../dom.ts'

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S

/** How long the link still lasts, by the browser's steady clock. */
export function countDown(): void {
  const element = one('[data-left-ms]')
  if (element === null) return
  const end = performance.now() + Number(element.dataset.leftMs)
  const show = () => {
    const seconds = Math.max(0, Math.floor((end - performance.now()) / 1_000))
    element.textContent = seconds > 0 ? `${inWords(seconds)} left on this link` : 'This link has run out'
    if (seconds > 0) setTimeout(show, seconds < 2 * MINUTE_S ? 1_000 : 15_000)
  }
  show()
}

function inWords(seconds: number): string {
  if (seconds < MINUTE_S) return `${seconds} s`
  if (seconds < 2 * HOUR_S) return `${Math.floor(seconds / MINUTE_S)} min`
  if (seconds < 2 * DAY_S) return `${Math.floor(seconds / HOUR_S)} hours`
  return `${Math.floor(seconds / DAY_S)} days`
}
