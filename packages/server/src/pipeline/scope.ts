import type { Services } from '../services.ts'
import type { Visitor } from './authorize-request.ts'

const LENGTH = 22

/**
 * An opaque name for a user in a company: an HMAC, so that a browser that keeps it learns neither. Its key is derived
 * from the API key, since every server of the host has that one already.
 */
export async function nameScope({ companyId, userId }: Visitor, { apiKey }: Services): Promise<string> {
  const key = await apiKey.derived('scope')
  const name = new TextEncoder().encode(JSON.stringify([companyId, userId]))
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, name))
  return btoa(String.fromCharCode(...signature))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, LENGTH)
}
