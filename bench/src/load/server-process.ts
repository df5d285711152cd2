import { createServer } from 'node:http'
import { createNectarConnect } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { createRedisStore } from '@nectar-connect/server/redis'
import { silentLogger } from '../silent-logger.ts'
import { createEffects } from './effects.ts'
import { SECRET } from './make-plan.ts'

/** One of several servers of a host, on one Redis. A reader's cookie says who it is: `company user`. */
const [redisUrl = '', startedAt = ''] = process.argv.slice(2)
const effects = createEffects(redisUrl)

/** Claims hold for a minute, which is how long a killed server would keep a connection to itself. */
const HASTE = 20
const now = () => Number(startedAt) + (Date.now() - Number(startedAt)) * HASTE

const nectar = createNectarConnect({
  apiKey: 'load-key',
  webhookSecret: SECRET,
  authorize: (request) => {
    const [companyId = null, userId = ''] = (request.headers.get('cookie') ?? '').split(' ')
    return { companyId, userId }
  },
  store: createRedisStore({ url: redisUrl, now, changesPerCompany: 100_000 }),
  onConnectionChange: ({ eventId }) => effects.happen(eventId),
  onOtherWebhook: ({ eventId }) => effects.happen(eventId),
  logger: silentLogger,
})

const server = createServer(toNodeHandler(nectar))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.send?.({ port: address.port })
})
process.on('disconnect', () => process.exit())
