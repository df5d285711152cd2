import type { ConnectClient } from '../connect-client.ts'
import type { Platform } from '../platform/platform.ts'
import type { ConnectIntent, PageDisplay } from './phase.ts'

/** What is kept of an open session, so that a reload can tell how it ended. Never a URL or token. */
export interface StoredSession {
  invitationId: string
  useCount: number
  intent: ConnectIntent
  display: PageDisplay
  touched: boolean
  /** The page was left, and revoked its invitation. */
  wasRevoked: boolean
}

export type SessionStorage = ReturnType<typeof createSessionStorage>

/**
 * Keeps open sessions over a reload in this tab's `sessionStorage`, each under its name on the page and under the scope:
 * another user of the same tab finds nothing. Where storage is switched off or full, nothing is kept, and nothing breaks.
 */
export function createSessionStorage(
  { basePath, scope }: Pick<ConnectClient, 'basePath' | 'scope'>,
  { storage, loadedAt }: Pick<Platform, 'storage' | 'loadedAt'>,
) {
  /** Null: nobody is known, or there is no storage. */
  function withStorage<T>(sessionName: string, use: (storage: Storage, key: string) => T): T | null {
    const owner = scope.get()
    if (owner === null) return null
    try {
      return use(storage(), `nectar-connect:${basePath}:${owner}:${sessionName}`)
    } catch {
      return null
    }
  }

  return {
    keep(sessionName: string, session: StoredSession) {
      const text = JSON.stringify({ ...session, loadedAt: loadedAt() })
      withStorage(sessionName, (store, key) => store.setItem(key, text))
    },
    forget(sessionName: string) {
      withStorage(sessionName, (store, key) => store.removeItem(key))
    },
    /** Whether there is anything. */
    has: (sessionName: string) =>
      withStorage(sessionName, (store, key) => store.getItem(key) !== null) ?? false,
    withStorage,
  }
}
