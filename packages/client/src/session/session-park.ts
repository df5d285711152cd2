import type { Session } from './session.ts'

/** How long an unmounted session waits for the next mount, in milliseconds. */
const PARKED_MS = 5_000

const owned = new WeakSet<Session>()
const parked = new Map<string, Map<Session, ReturnType<typeof setTimeout>>>()

/** A session that waits under this key. Looking takes nothing: rendering may be thrown away. */
export function findParkedSession(key: string): Session | undefined {
  return parked.get(key)?.keys().next().value
}

/**
 * Makes a mounted component the owner of a session.
 *
 * @returns false when another component already is
 */
export function claimSession(key: string, session: Session): boolean {
  if (owned.has(session)) return false
  owned.add(session)
  const waiting = parked.get(key)
  clearTimeout(waiting?.get(session))
  waiting?.delete(session)
  return true
}

/**
 * Keeps an unmounted session for a moment, so that strict mode, remounts and hot reload find the one they left. If
 * nobody claims it, it is disposed of.
 */
export function parkSession(key: string, session: Session): void {
  owned.delete(session)
  const waiting = parked.get(key) ?? new Map()
  parked.set(key, waiting)
  const timer = setTimeout(() => {
    waiting.delete(session)
    session.dispose()
  }, PARKED_MS)
  waiting.set(session, timer)
}
