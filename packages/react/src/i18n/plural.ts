import { numberFormat, pluralRules } from './formats.ts'
import type { Plural } from './messages.ts'
import { format } from './text.tsx'

/** The form of a message for a count, with the count as the language writes it. */
export function plural(locale: string, forms: Plural, count: number): string {
  const form = forms[pluralRules(locale).select(count)] ?? forms.other
  return format(form, { count: numberFormat(locale).format(count) })
}
