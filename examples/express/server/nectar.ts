import { createNectarConnect } from '@nectar-connect/server'
import { findSession } from './session.ts'

/** Where the page lives: another origin than this server's. */
export const WEB_ORIGIN = process.env.WEB_ORIGIN ?? 'http://localhost:5173'

export const nectar = createNectarConnect({
  apiKey: process.env.NECTAR_API_KEY,
  webhookSecret: process.env.NECTAR_WEBHOOK_SECRET ?? [],
  allowedOrigins: [WEB_ORIGIN],
  authorize: ({ headers }) => findSession(headers.get('authorization'), headers.get('cookie')),
  // While you develop: the address of `npx nectar-sandbox`. Without it, Nectar's own is used.
  nectar: { sandbox: process.env.NECTAR_ORIGIN },
})
