import { toFetchHandler } from '@nectar-connect/server/fetch'
import { nectar } from './nectar.ts'

const handleNectar = toFetchHandler(nectar)

Bun.serve({
  port: Number(process.env.PORT ?? 3000),
  fetch: (request, server) =>
    new URL(request.url).pathname.startsWith('/api/nectar/')
      ? handleNectar(request, server)
      : new Response('Your own pages.'),
})
