import { env } from 'cloudflare:workers'
import { createNectarConnect } from '@nectar-connect/server'
import { toFetchHandler } from '@nectar-connect/server/fetch'
import { getSession } from './session.ts'

const nectar = createNectarConnect({
  apiKey: env.NECTAR_API_KEY,
  webhookSecret: env.NECTAR_WEBHOOK_SECRET,
  authorize: async (request) => {
    const session = await getSession(request)
    return session && { companyId: session.companyId, userId: session.userId }
  },
  nectar: { sandbox: env.NECTAR_ORIGIN },
})

export default { fetch: toFetchHandler(nectar) }
