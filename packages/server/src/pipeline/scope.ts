import type { ApiKey } from '../nectar-client/api-key.ts'
import type { Visitor } from './authorize-request.ts'

const LENGTH = 22
const CAPACITY = 1_000

/** Names a user in a company. */
export type NameScope = (visitor: Pick<Visitor, 'companyId' | 'userId'>) => Promise<string>

/**
 * Makes opaque names: HMACs, so that a browser that keeps one learns neither user nor company. Their key is derived
 * from the API key, since every server of the host has that one already. The latest names are kept.
 */
export function createNameScope(apiKey: ApiKey): NameScope {
  const names = new Map<string, string>()
  return async ({ companyId, userId }) => {
    const visitor = JSON.stringify([companyId, userId])
    const known = names.get(visitor)
    if (known !== undefined) return known
    const name = await sign(visitor, await apiKey.derived('scope'))
    names.set(visitor, name)
    const [oldest] = names.keys()
    if (names.size > CAPACITY && oldest !== undefined) names.delete(oldest)
    return name
  }
}

async function sign(text: string, key: CryptoKey): Promise<string> {
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)))
  return btoa(String.fromCharCode(...signature))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, LENGTH)
}
