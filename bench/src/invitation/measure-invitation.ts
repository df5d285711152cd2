import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createNectarConnect } from '@nectar-connect/server'
import { Hono } from 'hono'
import { type Comparison, compare } from '../measure/compare.ts'
import { silentLogger } from '../silent-logger.ts'

const COMPANY = '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c'
const KEY = 'bench-key'

type Handler = (request: Request) => Response | Promise<Response>

/**
 * The invitation route against a Hono app that does nothing but hand the request on with the key, both in front of one
 * upstream on loopback, one request after the other.
 *
 * @param delayMs How long the upstream takes.
 * @returns milliseconds per request.
 */
export async function measureInvitation(
  delayMs: number,
  { rounds, perRound }: { rounds: number; perRound: number },
): Promise<Comparison> {
  const upstream = fork(fileURLToPath(new URL('./upstream-process.ts', import.meta.url)), [String(delayMs)])
  try {
    const [{ port }] = (await once(upstream, 'message')) as [{ port: number }]
    const apiOrigin = `http://127.0.0.1:${port}`
    return await compare(
      contestant('route', createRoute(apiOrigin), perRound),
      contestant('proxy', createProxy(apiOrigin), perRound),
      rounds,
    )
  } finally {
    upstream.disconnect()
  }
}

function createRoute(apiOrigin: string): Handler {
  const nectar = createNectarConnect({
    apiKey: KEY,
    authorize: () => ({ companyId: COMPANY, userId: 'user-1' }),
    nectar: { apiOrigin },
    logger: silentLogger,
  })
  return nectar.handler
}

function createProxy(apiOrigin: string): Handler {
  const app = new Hono()
  app.post('/api/nectar/invitations', () =>
    fetch(`${apiOrigin}/v2.2/invitation/company/${COMPANY}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': KEY },
      body: JSON.stringify({ expiresInSeconds: 3600, maxUses: 1 }),
    }),
  )
  return (request) => app.fetch(request)
}

function contestant(name: string, handle: Handler, perRound: number) {
  return {
    name,
    async round() {
      const requests = Array.from({ length: perRound }, makeRequest)
      const began = performance.now()
      for (const request of requests) {
        const response = await handle(request)
        if (response.status !== 200) throw new Error(`${name} answered ${response.status}.`)
        await response.text()
      }
      return (performance.now() - began) / perRound
    },
  }
}

function makeRequest() {
  const request = { idempotencyKey: crypto.randomUUID(), reason: 'first', kind: 'contributor' }
  return new Request('http://localhost/api/nectar/invitations', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(request),
  })
}
