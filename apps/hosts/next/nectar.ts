import { createNectarConnect } from '@nectar-connect/server'
import { oncePerProcess } from '@nectar-connect/server/next'
import { getSession } from '../session.ts'

export const nectar = oncePerProcess(() =>
  createNectarConnect({
    apiKey: process.env.NECTAR_API_KEY,
    webhookSecret: process.env.NECTAR_WEBHOOK_SECRET ?? [],
    authorize: async (request) => {
      const session = await getSession(request)
      return session && { companyId: session.companyId, userId: session.userId }
    },
    // While you develop: the address of `npx nectar-sandbox`. Without it, Nectar's own is used.
    nectar: { sandbox: process.env.NECTAR_ORIGIN },
  }),
)
