import type { Session } from './create-session.ts'

/** How long an unmounted session waits for the next mount, in milliseconds. */
const PARKED_MS = 5_000

export type SessionRegistry = ReturnType<typeof createSessionRegistry>

/** Keeps unmounted sessions of a client for a moment: strict mode, remounts and hot reload find theirs again. */
export function createSessionRegistry() {
  const owned = new WeakSet<Session>()
  const parked = new Map<string, Map<Session, ReturnType<typeof setTimeout>>>()
  return {
    /** A session that waits under this key. It is not removed: React may discard the rendering. */
    find: (key: string): Session | undefined => parked.get(key)?.keys().next().value,
    /** Makes a mounted component the owner of a session. @returns false when another component already is */
    claim(key: string, session: Session): boolean {
      if (owned.has(session)) return false
      owned.add(session)
      const waiting = parked.get(key)
      clearTimeout(waiting?.get(session))
      waiting?.delete(session)
      return true
    },
    /** Keeps an unmounted session for a moment. If nobody claims it, it is disposed of. */
    park(key: string, session: Session) {
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
