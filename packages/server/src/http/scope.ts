import type { Session } from './read-authorization.ts'

const LABEL = 'nectar-connect/scope/1'
/** Of SHA-256: 128 bits. */
const BYTES = 16
const CAPACITY = 1_000

/** Names a user in a company. */
export type ScopeIdSource = (visitor: Pick<Session, 'companyId' | 'userId'>) => Promise<string>

/**
 * Makes opaque names that are the same on every server, whatever its keys. No secret goes into them, since they grant
 * nothing: browsers compare them and never send them back. A company's id is random, so a name reveals neither
 * company nor user. The latest names are kept.
 */
export function createScopeId(): ScopeIdSource {
  const names = new Map<string, string>()
  return async ({ companyId, userId }) => {
    const visitor = JSON.stringify([LABEL, companyId, userId])
    const known = names.get(visitor)
    if (known !== undefined) return known
    const name = await digestOf(visitor)
    names.set(visitor, name)
    const [oldest] = names.keys()
    if (names.size > CAPACITY && oldest !== undefined) names.delete(oldest)
    return name
  }
}

async function digestOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return btoa(String.fromCharCode(...hash.subarray(0, BYTES)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
