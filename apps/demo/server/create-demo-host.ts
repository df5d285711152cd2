import type { NectarConnectOptions } from '@nectar-connect/server'
import { toHonoHandler } from '@nectar-connect/server/hono'
import { Hono } from 'hono'
import type { HostError, SitesAnswer } from '../wire/host-api.ts'
import { createNectar, type SendMail } from './create-nectar.ts'
import { COMPANIES } from './fixtures/companies.ts'
import { lastMonth } from './last-month.ts'
import { readSessionCookie } from './session-cookie.ts'
import { sessionRoutes } from './session-routes.ts'
import { createSessionStore, type Session } from './session-store.ts'
import { sitesOf } from './sites-of.ts'
import { type RenderDocument, webRoutes } from './web-routes.ts'

export interface DemoHostOptions {
  nectarApiOrigin: string
  hostedOrigin: string
  /** Nectar's secret key. It goes to `createNectarConnect` and nowhere else. */
  apiKey: string
  /** Signing secret of Nectar's webhooks, `whsec_…`. */
  webhookSecret?: string
  /** The origin that browsers see. */
  publicOrigin: string
  /** The folder with the built pages. */
  webDir: string
  /** While developing: makes the document instead of reading it from `webDir`. */
  renderDocument?: RenderDocument
  /** Sends Plumbline's own mails. Without it there are none. */
  sendMail?: SendMail
  fetch?: typeof fetch
  now?: () => number
  logger?: NonNullable<NectarConnectOptions['logger']>
}

export interface DemoHost {
  app: Hono
  /** Ends open streams, and waits for what is under way. */
  close(): Promise<void>
}

/**
 * Plumbline's server: sign-in, its own data, Nectar Connect mounted as a customer would mount it, and the pages.
 *
 * @example
 * const host = createDemoHost({ nectarApiOrigin, hostedOrigin, apiKey, publicOrigin, webDir })
 * const response = await host.app.request('/session')
 */
export function createDemoHost(options: DemoHostOptions): DemoHost {
  const now = options.now ?? Date.now
  const sessions = createSessionStore({ now })
  const currentSession = (request: Request): Session | null => {
    const id = readSessionCookie(request)
    return id === null ? null : sessions.read(id)
  }
  const { nectar, companyId } = createNectar({ ...options, currentSession })

  const app = new Hono()

  app.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'strict-origin-when-cross-origin')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
  })

  app.onError((error, c) => {
    const log = options.logger ?? console
    log.error('plumbline: a request failed', { path: c.req.path, error: error.name })
    return c.json<HostError>({ error: 'Something went wrong. Try again.' }, 500)
  })

  app.all('/api/nectar/*', toHonoHandler(nectar))

  app.route('/session', sessionRoutes({ sessions, currentSession, publicOrigin: options.publicOrigin }))

  app.get('/sites', async (c) => {
    c.header('cache-control', 'no-store')
    const session = currentSession(c.req.raw)
    if (!session) return c.json<HostError>({ error: 'Nobody is signed in.' }, 401)
    const sites = await sitesOf(nectar, await companyId(session), COMPANIES[session.company])
    return c.json<SitesAnswer>({ sites, month: lastMonth(now()) })
  })

  app.route('/', webRoutes(options))
  return { app, close: () => nectar.close() }
}
