import * as z from 'zod/mini'
import type { ConnectClient } from '../connect-client.ts'
import type { StoredCount } from './create-analytics.ts'
import type { Placement, Purpose } from './phase.ts'

/** What is kept of an open session, so that a reload can tell how it ended. Never a URL or token. */
export interface StoredSession extends StoredCount {
  invitationId: string
  useCount: number
  purpose: Purpose
  placement: Placement
  touched: boolean
  /** The page was left, and took its invitation back. */
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
 *
 * @param loadedAt names this load of this page; it stays the same through the back-forward cache
 */
export function createSessionStorage(
  storage: () => Storage,
  { basePath, scope }: Pick<ConnectClient, 'basePath' | 'scope'>,
  loadedAt: number = performance.timeOrigin,
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
        store.setItem(key, JSON.stringify({ ...session, loadedAt })),
      ),
    forget: (sessionName) => void withStorage(sessionName, (store, key) => store.removeItem(key)),
    take: (sessionName) =>
      withStorage(sessionName, (store, key) => {
        const kept: unknown = JSON.parse(store.getItem(key) ?? 'null')
        if (isFrom(kept, loadedAt)) return null
        store.removeItem(key)
        return readKept(kept)
      }),
  }
}

function isFrom(kept: unknown, loadedAt: number): boolean {
  return typeof kept === 'object' && kept !== null && 'loadedAt' in kept && kept.loadedAt === loadedAt
}

const keptSession = z.object({
  invitationId: z.string(),
  useCount: z.number(),
  purpose: z.object({
    kind: z.string(),
    connectionId: z.optional(z.string()),
    baseline: z.optional(z.nullable(z.object({ status: z.string(), statusAt: z.nullable(z.string()) }))),
  }),
  placement: z.enum(['frame', 'tab', 'both']),
  touched: z.boolean(),
  wasRevoked: z.boolean(),
  sessionId: z.string(),
  openedAt: z.number(),
  hasOpened: z.boolean(),
})

/** Storage belongs to the whole origin: what lies there need not be ours. */
function readKept(value: unknown): StoredSession | null {
  const parsed = keptSession.safeParse(value)
  if (!parsed.success) return null
  const { kind, connectionId, baseline } = parsed.data.purpose
  if (kind === 'contributor') return { ...parsed.data, purpose: { kind } }
  if (kind !== 'reconnect' || connectionId === undefined || baseline === undefined) return null
  return { ...parsed.data, purpose: { kind, connectionId, baseline } }
}
