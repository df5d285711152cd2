import type { Session } from './create-session.ts'

/** How long an unmounted session waits for the next mount, in milliseconds. */
const PARKED_MS = 5_000

/** Keeps unmounted sessions for a moment, so that strict mode, remounts and hot reload find theirs again. */
export interface SessionRegistry {
  /** A session that waits under this key. It is not removed: React may discard the rendering. */
  find(key: string): Session | undefined
  /**
   * Makes a mounted component the owner of a session.
   *
   * @returns false when another component already is
   */
  claim(key: string, session: Session): boolean
  /** Keeps an unmounted session for a moment. If nobody claims it, it is disposed of. */
  park(key: string, session: Session): void
}

/** One for each client: another user's components never get a session. */
export function createSessionRegistry(): SessionRegistry {
  const owned = new WeakSet<Session>()
  const parked = new Map<string, Map<Session, ReturnType<typeof setTimeout>>>()
  return {
    find: (key) => parked.get(key)?.keys().next().value,
    claim(key, session) {
      if (owned.has(session)) return false
      owned.add(session)
      const waiting = parked.get(key)
      clearTimeout(waiting?.get(session))
      waiting?.delete(session)
      return true
    },
    park(key, session) {
      owned.delete(session)
      const waiting = parked.get(key) ?? new Map()
      parked.set(key, waiting)
      const timer = setTimeout(() => {
        waiting.delete(session)
        session.dispose()
      }, PARKED_MS)
      waiting.set(session, timer)
    },
  }
}
