import { toFastifyPlugin } from '@nectar-connect/server/fastify'
import Fastify from 'fastify'
import { nectar } from './nectar.ts'

const app = Fastify()
app.register(toFastifyPlugin(nectar), { prefix: '/api/nectar' })

await app.listen({ port: Number(process.env.PORT ?? 3000) })

process.once('SIGTERM', async () => {
  await app.close() // The plugin closes nectar first.
  process.exit(0)
})
