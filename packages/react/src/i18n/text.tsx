import { Fragment, type ReactNode } from 'react'
import type { Messages, Plural } from './messages.ts'

export type TextValues = Record<string, ReactNode>

/** A message with its placeholders filled in. One without a value stays visible: it is a mistake in a catalog. */
export function Text({ message, values = {} }: { message: string; values?: TextValues }) {
  return mergeTexts(message, values).map((part, index) => {
    // Translators replace texts by elements of their own: React finds a text again only where it is an only child.
    const shown = typeof part === 'string' ? <span>{part}</span> : part
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one message never change places
    return <Fragment key={index}>{shown}</Fragment>
  })
}

/** What a message is made of. Texts that follow each other are one. */
function mergeTexts(message: string, values: TextValues): ReactNode[] {
  const parts: ReactNode[] = []
  for (const part of message.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : part
    const last = parts.at(-1)
    if (typeof value === 'string' && typeof last === 'string') parts[parts.length - 1] = last + value
    else if (value !== '') parts.push(value)
  }
  return parts
}

/** The same for where only text will do, such as an attribute. */
export function format(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}

/** The form of a message for a count, with the count as the language writes it. */
export function plural(locale: string, forms: Plural, count: number): string {
  const form = forms[pluralRules(locale).select(count)] ?? forms.other
  return format(form, { count: numberFormat(locale).format(count) })
}

/** Names as the language joins them: of people, sites, domains. From right to left each stands for itself. */
export function formatNames(
  { locale, direction }: Messages,
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
