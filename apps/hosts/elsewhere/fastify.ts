import { toFastifyPlugin } from '@nectar-connect/server/fastify'
import Fastify from 'fastify'
import { nectar } from './nectar.ts'

const app = Fastify()

app.addHook('onRequest', async (_request, reply) => {
  reply.header('set-cookie', 'first=1')
  reply.header('set-cookie', 'second=2')
})
app.post('/own', async (request) => request.body)
app.register(async (scope) => scope.register(toFastifyPlugin(nectar), { prefix: '/connect' }), {
  prefix: '/v1',
})

await app.listen({ port: Number(process.env.PORT ?? 3000) })
