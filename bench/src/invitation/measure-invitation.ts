import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createNectarConnect } from '@nectar-connect/server'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { type Comparison, compare } from '../measure/compare.ts'
import { cpuMicrosecondsSince } from '../measure/cpu.ts'
import { silentLogger } from '../silent-logger.ts'

const COMPANY = '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c'
const KEY = 'bench-key'

type Handler = (request: Request) => Response | Promise<Response>

/**
 * The invitation route against a Hono app in front of the same upstream on loopback, one request after the other.
 *
 * @param against `bare proxy`: it does nothing but hand the request on with the key. `checking proxy`: it asks who is
 *   signed in, checks the origin, the body, the answer and the URL in it, with zod, and has a time limit.
 * @param delayMs How long the upstream takes.
 * @returns milliseconds of the processor per request, or of the clock where the upstream takes its time.
 */
export async function measureInvitation(
  against: 'bare proxy' | 'checking proxy',
  { delayMs, rounds, perRound }: { delayMs: number; rounds: number; perRound: number },
): Promise<Comparison> {
  const upstream = fork(fileURLToPath(new URL('./upstream-process.ts', import.meta.url)), [String(delayMs)])
  try {
    const [{ port }] = (await once(upstream, 'message')) as [{ port: number }]
    const apiOrigin = `http://127.0.0.1:${port}`
    const createOther = against === 'bare proxy' ? createProxy : createCheckingProxy
    const measure = delayMs === 0 ? startProcessor : startClock
    return await compare(
      contestant('route', createRoute(apiOrigin), perRound, measure),
      contestant(against, createOther(apiOrigin), perRound, measure),
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

const HOSTED = 'https://dash.nectarclimate.com'
const TIME_LIMIT_MS = 15_000
const asked = z.strictObject({
  idempotencyKey: z.guid(),
  reason: z.enum(['first', 'renewal']),
  kind: z.literal('contributor'),
})
const made = z.object({
  id: z.guid(),
  invitationType: z.string(),
  status: z.string(),
  invitationUrl: z.string(),
  companyId: z.nullable(z.guid()),
  connectionId: z.nullable(z.guid()),
  expiresAt: z.nullable(z.string()),
  createdAt: z.nullable(z.string()),
  maxUses: z.nullable(z.number()),
  useCount: z.number(),
})

function createCheckingProxy(apiOrigin: string): Handler {
  const authorize = async () => ({ companyId: COMPANY, userId: 'user-1' })
  const app = new Hono()
  app.post('/api/nectar/invitations', async (context) => {
    if (context.req.header('sec-fetch-site') !== 'same-origin') return context.body(null, 403)
    const { companyId } = await authorize()
    const body = asked.safeParse(await context.req.json())
    if (!body.success) return context.body(null, 422)
    const response = await fetch(`${apiOrigin}/v2.2/invitation/company/${companyId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': KEY },
      body: JSON.stringify({ expiresInSeconds: 3600, maxUses: 1 }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    })
    const answer = made.safeParse(await response.json())
    if (!answer.success || answer.data.companyId !== companyId) return context.body(null, 502)
    const { invitationUrl: url, expiresAt, ...invitation } = answer.data
    const { origin, pathname } = new URL(url)
    if (origin !== HOSTED || !pathname.startsWith('/p/i/')) return context.body(null, 502)
    const expiresInMs = expiresAt === null ? null : Date.parse(expiresAt) - Date.now()
    return context.json({ ...invitation, url, expiresInMs }, 200, { 'cache-control': 'no-store' })
  })
  return (request) => app.fetch(request)
}

/** Both answer the milliseconds since they were started. */
function startProcessor() {
  const began = process.cpuUsage()
  return () => cpuMicrosecondsSince(began) / 1_000
}
function startClock() {
  const began = performance.now()
  return () => performance.now() - began
}

function contestant(name: string, handle: Handler, perRound: number, start: () => () => number) {
  return {
    name,
    async round() {
      const requests = Array.from({ length: perRound }, makeRequest)
      const spent = start()
      for (const request of requests) {
        const response = await handle(request)
        if (response.status !== 200) throw new Error(`${name} answered ${response.status}.`)
        await response.text()
      }
      return spent() / perRound
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
