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
