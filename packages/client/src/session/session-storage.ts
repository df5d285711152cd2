import { check } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import type { Platform } from '../platform/platform.ts'
import type { StoredCount } from './analytics.ts'
import type { ConnectIntent, PageDisplay } from './phase.ts'

/** What is kept of an open session, so that a reload can tell how it ended. Never a URL or token. */
export interface StoredSession extends StoredCount {
  invitationId: string
  useCount: number
  intent: ConnectIntent
  display: PageDisplay
  touched: boolean
  /** The page was left, and revoked its invitation. */
  wasRevoked: boolean
}

/** Keeps open sessions over a reload, each under its name on the page. */
export interface SessionStorage {
  keep(sessionName: string, session: StoredSession): void
  forget(sessionName: string): void
  /** What an earlier load of this page had open there, once; null: nothing. What this load has open stays. */
  take(sessionName: string): StoredSession | null
}

/**
 * In this tab's `sessionStorage`, under the scope: another user of the same tab finds nothing. Where storage is
 * switched off or full, nothing is kept, and nothing breaks.
 */
export function createSessionStorage(
  { basePath, scope }: Pick<ConnectClient, 'basePath' | 'scope'>,
  { storage, loadedAt }: Pick<Platform, 'storage' | 'loadedAt'>,
): SessionStorage {
  const keyOf = (sessionName: string) => {
    const owner = scope.get()
    return owner === null ? null : `nectar-connect:${basePath}:${owner}:${sessionName}`
  }

  function withStorage<T>(sessionName: string, use: (storage: Storage, key: string) => T): T | null {
    const key = keyOf(sessionName)
    if (key === null) return null
    try {
      return use(storage(), key)
    } catch {
      return null
    }
  }

  return {
    keep: (sessionName, session) =>
      void withStorage(sessionName, (store, key) =>
        store.setItem(key, JSON.stringify({ ...session, loadedAt: loadedAt() })),
      ),
    forget: (sessionName) => void withStorage(sessionName, (store, key) => store.removeItem(key)),
    take: (sessionName) =>
      withStorage(sessionName, (store, key) => {
        const kept: unknown = JSON.parse(store.getItem(key) ?? 'null')
        if (isFrom(kept, loadedAt())) return null
        store.removeItem(key)
        return readStored(kept)
      }),
  }
}

function isFrom(kept: unknown, loadedAt: number): boolean {
  return typeof kept === 'object' && kept !== null && 'loadedAt' in kept && kept.loadedAt === loadedAt
}

const storedSession = check.object({
  invitationId: check.string,
  useCount: check.number,
  intent: check.object({
    kind: check.string,
    connectionId: check.optional(check.string),
    baseline: check.optional(
      check.nullable(check.object({ status: check.string, statusAt: check.nullable(check.string) })),
    ),
  }),
  display: check.oneOf(['frame', 'tab', 'both']),
  touched: check.boolean,
  wasRevoked: check.boolean,
  sessionId: check.string,
  openedAt: check.number,
  hasOpened: check.boolean,
})

/** The whole origin shares the storage: an entry may not be ours. */
function readStored(value: unknown): StoredSession | null {
  const stored = check.readAs(storedSession, value)
  if (stored === null) return null
  const { kind, connectionId, baseline } = stored.intent
  if (kind === 'contributor') return { ...stored, intent: { kind } }
  if (kind !== 'reconnect' || connectionId === undefined || baseline === undefined) return null
  return { ...stored, intent: { kind, connectionId, baseline } }
}
