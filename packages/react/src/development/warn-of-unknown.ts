import { findNearestName } from '@nectar-connect/contract/wire'

const warned = new Set<string>()

/**
 * Tells whoever builds the host of a name that does not exist, once, with the one that was probably meant.
 *
 * @param what begins the sentence: `<NectarConnect> has no prop`
 */
export function warnOfUnknown(what: string, name: string, known: readonly string[]): void {
  const nearest = findNearestName(name, known)
  const fix = nearest === null ? 'Remove it.' : `Did you mean "${nearest}"?`
  const text = `[nectar-connect] ${what} "${name}". ${fix}\n  (Development builds only.)`
  if (warned.has(text)) return
  warned.add(text)
  console.warn(text)
}
