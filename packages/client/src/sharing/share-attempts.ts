import { check } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import type { SharingPlatform } from '../platform/clipboard.ts'

const stored = check.object({ digest: check.string, idempotencyKey: check.uuid })

/**
 * Names requests to share: the same one again has the same idempotency key until its outcome is known, also after a reload.
 *
 * What is kept over a reload is in this tab's `sessionStorage`, under the scope: another user of the same tab finds
 * nothing, and what was filled in stays out of it. Where storage is switched off or full, nothing is kept.
 */
export function createShareAttempts(
  { basePath, scope }: Pick<ConnectClient, 'basePath' | 'scope'>,
  platform: Pick<SharingPlatform, 'storage' | 'digest' | 'createId'>,
) {
  const tried = new Map<string, { content: string; idempotencyKey: string }>()

  function withStorage<T>(place: string, use: (storage: Storage, key: string) => T): T | null {
    const owner = scope.get()
    if (owner === null) return null
    try {
      return use(platform.storage(), `nectar-connect:${basePath}:${owner}:share:${place}`)
    } catch {
      return null
    }
  }

  const read = (store: Storage, key: string) => check.readAs(stored, JSON.parse(store.getItem(key) ?? 'null'))

  return {
    /** @param place where the newest attempt is kept: one for each way to share, and each connection */
    async keyOf(place: string, content: string): Promise<string> {
      const known = tried.get(place)
      if (known?.content === content) return known.idempotencyKey
      // Salted with the scope: the same address has another digest for another user.
      const digest = await platform.digest(JSON.stringify([scope.get(), content])).catch(() => null)
      const kept = withStorage(place, read)
      const isSame = digest !== null && kept?.digest === digest
      const idempotencyKey = isSame ? kept.idempotencyKey : platform.createId()
      tried.set(place, { content, idempotencyKey })
      if (digest !== null) {
        withStorage(place, (store, key) => store.setItem(key, JSON.stringify({ digest, idempotencyKey })))
      }
      return idempotencyKey
    },
    /** Its outcome is known. A later attempt that is kept there stays. */
    settle(place: string, idempotencyKey: string) {
      if (tried.get(place)?.idempotencyKey === idempotencyKey) tried.delete(place)
      withStorage(place, (store, key) => {
        if (read(store, key)?.idempotencyKey === idempotencyKey) store.removeItem(key)
      })
    },
  }
}
