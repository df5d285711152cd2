import type { Language, Plural } from './messages.ts'
import { format } from './text.tsx'

/** The form of a message for a count, with the count as the language writes it. */
export function plural(locale: string, forms: Plural, count: number): string {
  const form = forms[pluralRules(locale).select(count)] ?? forms.other
  return format(form, { count: numberFormat(locale).format(count) })
}

/** Names as the language joins them: of people, sites, domains. From right to left each stands for itself. */
export function formatNames(
  { locale, direction }: Language,
  names: readonly string[],
  type: 'conjunction' | 'disjunction',
): string {
  return listFormat(locale, { type }).format(direction === 'rtl' ? names.map(isolate) : names)
}

/** Making a formatter costs a hundred times what using it does, and lists use the same ones for every row. */
function remember<Args extends unknown[], T>(make: (locale: string, ...args: Args) => T) {
  const made = new Map<string, T>()
  return (locale: string, ...args: Args): T => {
    const key = JSON.stringify([locale, ...args])
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(locale, ...args)
    made.set(key, fresh)
    return fresh
  }
}

export const dateFormat = remember(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)
export const numberFormat = remember(
  (locale, options: Intl.NumberFormatOptions = {}) => new Intl.NumberFormat(locale, options),
)
export const listFormat = remember(
  (locale, options: Intl.ListFormatOptions = {}) => new Intl.ListFormat(locale, options),
)
export const relativeFormat = remember((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
export const pluralRules = remember((locale) => new Intl.PluralRules(locale))

/** Keeps a name in another script from mixing up the sentence around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
