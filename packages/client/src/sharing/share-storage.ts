import { check } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import type { Platform } from '../platform/platform.ts'

/** Keeps the names of attempts over a reload, until they are settled. What was filled in stays out of it. */
export interface ShareStorage {
  /** The attempt that was made of the same content before; null: none, or it is settled. */
  find(name: string, digest: string): string | null
  keep(name: string, digest: string, idempotencyKey: string): void
  /** It is settled. A later attempt that is kept there stays. */
  forget(name: string, idempotencyKey: string): void
}

const stored = check.object({ digest: check.string, idempotencyKey: check.uuid })

/**
 * In this tab's `sessionStorage`, under the scope: another user of the same tab finds nothing. Where storage is
 * switched off or full, nothing is kept, and nothing breaks.
 */
export function createShareStorage(
  { basePath, scope }: Pick<ConnectClient, 'basePath' | 'scope'>,
  { storage }: Pick<Platform, 'storage'>,
): ShareStorage {
  function withStorage<T>(name: string, use: (storage: Storage, key: string) => T): T | null {
    const owner = scope.get()
    if (owner === null) return null
    try {
      return use(storage(), `nectar-connect:${basePath}:${owner}:share:${name}`)
    } catch {
      return null
    }
  }

  function read(store: Storage, key: string) {
    return check.readAs(stored, JSON.parse(store.getItem(key) ?? 'null'))
  }

  return {
    find: (name, digest) =>
      withStorage(name, (store, key) => {
        const known = read(store, key)
        return known?.digest === digest ? known.idempotencyKey : null
      }),
    keep: (name, digest, idempotencyKey) =>
      void withStorage(name, (store, key) => store.setItem(key, JSON.stringify({ digest, idempotencyKey }))),
    forget: (name, idempotencyKey) =>
      void withStorage(name, (store, key) => {
        if (read(store, key)?.idempotencyKey === idempotencyKey) store.removeItem(key)
      }),
  }
}
