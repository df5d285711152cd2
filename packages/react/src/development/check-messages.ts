import { en } from '../i18n/en.ts'
import { isEntries } from '../i18n/merge-messages.ts'
import { warnOfUnknown } from './warn-of-unknown.ts'

/** Names the entries of `messages` that do not exist. */
export function checkMessages(given: unknown, known: object = en, path = ''): void {
  if (typeof given !== 'object' || given === null) return
  for (const [key, value] of Object.entries(given)) {
    const own: unknown = Object.hasOwn(known, key) ? Reflect.get(known, key) : undefined
    if (own === undefined) {
      const where = path === '' ? '`messages` has no entry' : `\`messages.${path}\` has no entry`
      warnOfUnknown(where, key, Object.keys(known))
    } else if (isEntries(own) && own !== en.utilities) {
      checkMessages(value, own, path === '' ? key : `${path}.${key}`)
    }
  }
}
