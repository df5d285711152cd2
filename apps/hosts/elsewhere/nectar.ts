import { createNectarConnect, type NectarConnectOptions } from '@nectar-connect/server'
import { getSession } from '../session.ts'

/** The same, mounted at another path, and called by pages of another origin too. */
export const options: NectarConnectOptions = {
  apiKey: process.env.NECTAR_API_KEY,
  webhookSecret: process.env.NECTAR_WEBHOOK_SECRET ?? [],
  authorize: getSession,
  basePath: '/v1/connect',
  allowedOrigins: ['https://app.example'],
  nectar: { sandbox: process.env.NECTAR_ORIGIN },
}

export const nectar = createNectarConnect(options)
