import { toFastifyPlugin } from '@nectar-connect/server/fastify'
import Fastify from 'fastify'
import { nectar } from './nectar.ts'

const app = Fastify()

app.register(toFastifyPlugin(nectar), { prefix: '/api/nectar' })

await app.listen({ port: Number(process.env.PORT ?? 3000) })
