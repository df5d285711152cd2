import { createSandbox, SANDBOX_PROVIDER } from '@nectar-connect/sandbox'
import { shuffle } from './random.ts'

export const SECRET = 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ=='

/** What Nectar would send: the same id whenever it is sent again. */
export interface PlannedEvent {
  id: string
  body: string
}

export interface Plan {
  /** In the order in which they are sent; some come twice. */
  deliveries: PlannedEvent[]
  /** Events that are not about a connection: each has to have its effect. */
  documents: string[]
  companies: string[]
  /** How the sandbox ended: the status of each connection. */
  truth: ReadonlyMap<string, string>
}

const COMPANIES = 10
/** A connection with many events gets few changes: once mixed up, most of them are older than one that came before. */
const EVENTS_PER_CONNECTION = 3
const DUPLICATES = 0.2
const DOCUMENTS = 0.2
const STATUSES = ['CONNECTED', 'PASSWORD_INCORRECT', 'MFA_REQUIRED', 'PENDING']

/** Lets a sandbox live through changes, keeps what it sends, and mixes it up. */
export async function makePlan(count: number, random: () => number): Promise<Plan> {
  const sent: PlannedEvent[] = []
  const sandbox = createSandbox({
    webhook: { url: 'http://localhost/webhooks', secret: SECRET },
    fetch: async (_, init) => {
      sent.push({ id: new Headers(init?.headers).get('svix-id') ?? '', body: String(init?.body) })
      return new Response()
    },
  })
  const seeded = await sandbox.control.seed({
    companies: Array.from({ length: COMPANIES }, (_, index) => ({
      name: `Company ${index}`,
      connections: Array.from({ length: Math.ceil(count / COMPANIES / EVENTS_PER_CONNECTION) }, () => ({
        provider: SANDBOX_PROVIDER.id,
        status: 'PENDING',
      })),
    })),
  })
  const connections = seeded.flatMap(({ connectionIds }) => connectionIds)
  const truth = new Map<string, string>()
  const distinct = Math.round(count * (1 - DUPLICATES))
  const documents = Array.from(
    { length: Math.round(distinct * DOCUMENTS) },
    (_, index) => `msg_document_${index}`,
  )
  while (sent.length < distinct - documents.length) {
    await sandbox.control.advanceTime({ ms: 1_000 })
    const connection = pick(connections, random)
    const status = pick(STATUSES, random)
    await sandbox.control.setConnectionStatus({ connectionId: connection, status })
    truth.set(connection, status)
  }
  sandbox.close()
  const events = [
    ...sent,
    ...documents.map((id) => ({
      id,
      body: JSON.stringify({ type: 'document.created.v2', data: { document: id } }),
    })),
  ]
  const again = Array.from({ length: Math.max(0, count - events.length) }, () => pick(events, random))
  return {
    deliveries: shuffle([...events, ...again], random),
    documents,
    companies: seeded.map(({ id }) => id),
    truth,
  }
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}
