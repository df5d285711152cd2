import { createNectarConnect } from '@nectar-connect/server'
import { oncePerProcess } from '@nectar-connect/server/next'
import { cookies } from 'next/headers'
import { COOKIE, openSession } from './session.ts'

export const nectar = oncePerProcess(() =>
  createNectarConnect({
    apiKey: process.env.NECTAR_API_KEY,
    webhookSecret: process.env.NECTAR_WEBHOOK_SECRET ?? [],
    authorize: async () => openSession((await cookies()).get(COOKIE)?.value),
    // While you develop: the address of `npx nectar-sandbox`. Without it, Nectar's own is used.
    nectar: { sandbox: process.env.NECTAR_ORIGIN },
  }),
)
