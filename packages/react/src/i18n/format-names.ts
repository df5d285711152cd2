import { listFormat } from './formats.ts'
import { isolate } from './isolate.ts'
import type { Messages } from './messages.ts'

/** Names as the language joins them: of people, sites, domains. From right to left each stands for itself. */
export function formatNames(
  { locale, direction }: Messages,
  names: readonly string[],
  type: 'conjunction' | 'disjunction',
): string {
  return listFormat(locale, { type }).format(direction === 'rtl' ? names.map(isolate) : names)
}
