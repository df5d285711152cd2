import { CALLS } from '../control/calls.ts'
import { DEFAULT_API_KEY, type SandboxOptions, type SeedConnection, type WebhookTarget } from '../index.ts'
import { buildSandbox } from '../sandbox.ts'
import { assertAnswer } from './assert-answer.ts'

export const START = Date.parse('2026-11-24T05:31:56.250Z')
export const ORIGIN = 'http://localhost:4400'

interface Job {
  at: number
  run: () => void
}

/** A clock that stands still until it is moved; what is due then runs, in order. */
export function createManualTime(start = START) {
  let now = start
  const jobs = new Set<Job>()
  return {
    now: () => now,
    schedule(run: () => void, delayMs: number) {
      const job = { at: now + delayMs, run }
      jobs.add(job)
      return () => void jobs.delete(job)
    },
    advance(ms: number) {
      const until = now + ms
      for (;;) {
        const due = [...jobs].filter((job) => job.at <= until).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        jobs.delete(due)
        now = due.at
        due.run()
      }
      now = until
    },
    pending: () => jobs.size,
  }
}

/** A sandbox on a still clock, with one company of three sites. */
export function createBench(options: SandboxOptions = {}, connections: SeedConnection[] = []) {
  const time = createManualTime()
  const { sandbox, parts } = buildSandbox({
    now: time.now,
    schedule: time.schedule,
    seed: 1,
    brand: { name: 'Plumbline' },
    ...options,
  })
  const [company] = CALLS.seed.run(parts, {
    companies: [
      {
        name: 'Harrow Lane Hotels',
        externalId: 'harrow',
        sites: [
          { name: 'The Alder', externalId: 's1', path: ['US', 'OR'] },
          { name: 'Burnside Row', externalId: 's2' },
          { name: 'Pioneer House', externalId: 's3' },
        ],
        connections,
      },
    ],
  })
  if (!company) throw new Error('no company was made')

  async function api(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await sandbox.fetch(
      new Request(`${ORIGIN}${path.startsWith('/v2') ? path : `/v2.2${path}`}`, {
        method,
        headers: { 'X-API-Key': DEFAULT_API_KEY, ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
    const answer = await response.json()
    if (response.ok) assertAnswer(method, path, answer)
    return { status: response.status, headers: response.headers, body: answer }
  }

  async function invite(body: unknown = {}, path = `/invitation/company/${company?.id}`) {
    const { status, body: invitation } = await api('POST', path, body)
    if (status !== 201) throw new Error(`the invitation was refused: ${JSON.stringify(invitation)}`)
    return invitation as { id: string; token: string; invitationUrl: string }
  }

  return { sandbox, time, company, api, invite }
}

const KEY = { 'X-API-Key': DEFAULT_API_KEY }

/** A bench with the control at hand, whose requests may break. */
export function createFaultyBench() {
  const bench = createBench()
  const { sandbox, company } = bench
  const request = (path: string, init: RequestInit = {}) =>
    sandbox.fetch(new Request(`${ORIGIN}/v2.2${path}`, { headers: KEY, ...init }))
  const create = (init: RequestInit = {}) =>
    request(`/invitation/company/${company.id}`, { method: 'POST', body: '{}', ...init })
  return {
    ...sandbox.control,
    ...bench,
    request,
    create,
    made: async () => (await sandbox.control.snapshot()).invitations.length,
  }
}

/** What a receiver got. */
export interface Received {
  url: string
  headers: Record<string, string>
  text: string
}

/** A host that takes webhooks. `answers` are status codes, used up in turn; then it accepts. */
export function createReceiver(answers: number[] = []) {
  const deliveries: Received[] = []
  const receive: typeof fetch = async (url, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers))
    deliveries.push({ url: String(url), headers, text: String(init?.body) })
    return new Response(null, { status: answers.shift() ?? 204 })
  }
  return { answers, deliveries, receive, events: () => deliveries.map(({ text }) => JSON.parse(text)) }
}

/** The headers under the names of the Standard Webhooks libraries. */
export function standardHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    ['id', 'timestamp', 'signature'].map((name) => [`webhook-${name}`, headers[`svix-${name}`] ?? '']),
  )
}

export const target = { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=' }

/** A bench with one connection, and a receiver of its webhooks. */
export function createWebhookBench(settings: Partial<WebhookTarget> = {}, answers: number[] = []) {
  const receiver = createReceiver(answers)
  const bench = createBench({ webhook: { ...target, ...settings }, fetch: receiver.receive }, [
    { provider: 'coast-range-gas', status: 'CONNECTED', ownerEmail: 'dana@harrowlane.example' },
  ])
  const { control } = bench.sandbox
  const [connectionId = ''] = bench.company.connectionIds
  /** Two events: updated and validated. */
  const change = (status: string) => control.setConnectionStatus({ connectionId, status })
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { ...bench, ...receiver, control, connectionId, change, settled }
}
