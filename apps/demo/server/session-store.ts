import type { CompanySlug, Role } from '../wire/host-api.ts'

/** Who is signed in. */
export interface Session {
  company: CompanySlug
  role: Role
}

export interface SessionStore {
  /** @returns the id that goes into the cookie. */
  create(session: Session): string
  read(id: string): Session | null
  remove(id: string): void
}

export interface SessionStoreOptions {
  now?: () => number
  newId?: () => string
  /** How long a session lives, in milliseconds; 12 hours. */
  lifetimeMs?: number
  /** The oldest one goes when there are more; 1000. */
  limit?: number
}

/** Sessions in memory: enough for a demo, gone with the process. */
export function createSessionStore(options: SessionStoreOptions = {}): SessionStore {
  const now = options.now ?? Date.now
  const newId = options.newId ?? randomId
  const lifetimeMs = options.lifetimeMs ?? 12 * 3_600_000
  const limit = options.limit ?? 1000
  const sessions = new Map<string, { session: Session; endsAt: number }>()

  return {
    create(session) {
      const id = newId()
      sessions.set(id, { session, endsAt: now() + lifetimeMs })
      for (const oldest of sessions.keys()) {
        if (sessions.size <= limit) break
        sessions.delete(oldest)
      }
      return id
    },
    read(id) {
      const entry = sessions.get(id)
      if (!entry) return null
      if (entry.endsAt > now()) return entry.session
      sessions.delete(id)
      return null
    },
    remove(id) {
      sessions.delete(id)
    },
  }
}

/** 256 random bits. */
function randomId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}
