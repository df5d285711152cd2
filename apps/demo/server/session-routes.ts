import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HostError, SessionAnswer } from '../wire/host-api.ts'
import { parseSignIn } from './parse-sign-in.ts'
import { readSessionCookie, sessionCookie } from './session-cookie.ts'
import type { Session, SessionStore } from './session-store.ts'
import { sessionAnswer } from './session-view.ts'

export interface SessionRoutesOptions {
  sessions: SessionStore
  currentSession: (request: Request) => Session | null
  publicOrigin: string
}

/** `GET`, `POST` and `DELETE /session`: who is signed in, sign in (or switch company), sign out. */
export function sessionRoutes({ sessions, currentSession, publicOrigin }: SessionRoutesOptions): Hono {
  const secure = publicOrigin.startsWith('https:')
  const app = new Hono()

  app.use(async (c, next) => {
    c.header('cache-control', 'no-store')
    if (c.req.method !== 'GET' && c.req.header('origin') !== publicOrigin) {
      return c.json<HostError>({ error: 'This request has to come from Plumbline’s own pages.' }, 403)
    }
    return next()
  })

  app.get('/', (c) => c.json<SessionAnswer>(sessionAnswer(currentSession(c.req.raw))))

  app.post('/', bodyLimit({ maxSize: 1024, onError: (c) => c.json(TOO_LARGE, 413) }), async (c) => {
    const session = parseSignIn(await c.req.json().catch(() => null))
    if (!session) return c.json(NO_SUCH_COMPANY, 400)
    forget(c.req.raw)
    c.header('set-cookie', sessionCookie(sessions.create(session), { secure }))
    return c.json<SessionAnswer>(sessionAnswer(session))
  })

  app.delete('/', (c) => {
    forget(c.req.raw)
    c.header('set-cookie', sessionCookie(null, { secure }))
    return c.json<SessionAnswer>(sessionAnswer(null))
  })

  function forget(request: Request) {
    const id = readSessionCookie(request)
    if (id !== null) sessions.remove(id)
  }

  return app
}

const TOO_LARGE: HostError = { error: 'The body is too large.' }
const NO_SUCH_COMPANY: HostError = { error: 'Send a company and a role that exist, as JSON.' }
