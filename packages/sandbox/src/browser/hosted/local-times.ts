import { all } from '../dom.ts'

/** Times as the reader's own clock has them. */
export function localTimes(): void {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  for (const element of all<HTMLTimeElement>('time[data-local]')) {
    element.textContent = format.format(new Date(element.dateTime))
  }
}
