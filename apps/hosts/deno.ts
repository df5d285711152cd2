import { toFetchHandler } from '@nectar-connect/server/fetch'
import { nectar } from './nectar.ts'

const handleNectar = toFetchHandler(nectar)

Deno.serve({ port: Number(process.env.PORT ?? 3000) }, (request, info) =>
  new URL(request.url).pathname.startsWith('/api/nectar/')
    ? handleNectar(request, info)
    : new Response('Your own pages.'),
)
