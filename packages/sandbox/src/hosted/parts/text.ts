import { type Html, html } from '../../lib/html.ts'

const DATE = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
const dayFormat = new Intl.DateTimeFormat('en-GB', DATE)
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  ...DATE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** A date-time in UTC; the page's script turns it into the reader's own time. @param ms since the epoch */
export function dateTime(ms: number): Html {
  const at = new Date(ms)
  return html`<time datetime="${at.toISOString()}" data-local>${timeFormat.format(at)} UTC</time>`
}

/** A day. @param text `YYYY-MM-DD` */
export function day(text: string): string {
  return dayFormat.format(new Date(`${text}T00:00:00Z`))
}

/** Such as `54 min left on this link`. The page's script counts in the same words. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [amount, unit] =
    seconds < 60
      ? [seconds, 's']
      : seconds < 7200
        ? [Math.floor(seconds / 60), 'min']
        : seconds < 172_800
          ? [Math.floor(seconds / 3600), 'hours']
          : [Math.floor(seconds / 86_400), 'days']
  return `${amount} ${unit} left on this link`
}

/** Such as `1 site`, `3 sites`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

const TYPE_NAMES: Record<string, string> = {
  DISTRICT: 'District heating',
  MISC: 'Other',
}

/** Such as `Electricity`. */
export function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type.charAt(0) + type.slice(1).toLowerCase()
}

/** Such as `Electricity, gas`. */
export function typeList(types: readonly string[]): string {
  const list = types.map(typeName).join(', ').toLowerCase()
  return list.charAt(0).toUpperCase() + list.slice(1)
}
