import { createNectarConnect } from '@nectar-connect/server'
import { getSession } from '../session.ts'

/** The same, mounted at another path. */
export const nectar = createNectarConnect({
  apiKey: process.env.NECTAR_API_KEY,
  webhookSecret: process.env.NECTAR_WEBHOOK_SECRET ?? [],
  authorize: getSession,
  basePath: '/v1/connect',
  nectar: process.env.NECTAR_ORIGIN
    ? { apiOrigin: process.env.NECTAR_ORIGIN, hostedOrigin: process.env.NECTAR_ORIGIN }
    : {},
})
