import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createMemoryStore, createNectarConnect } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { createChannel, createResponse, createSession } from 'better-sse'
import { silentLogger } from '../silent-logger.ts'

export type HubName = 'nectar-connect' | 'better-sse'

/** Streams changes of one company to whoever opens one. */
export interface Hub {
  /** As a handler for `fetch`. */
  open(user: string): Promise<Response>
  /** As a listener of Node's `http`; the path's last part is the user. */
  listener: (req: IncomingMessage, res: ServerResponse) => void
  /** Sends one change to all. Its event id begins with `event-`. */
  publish(index: number): Promise<void>
}

const COMPANY = '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c'
const CONNECTION = 'a6c70a54-34e7-4277-80b0-412869ce087c'

export function createHub(name: HubName): Hub {
  return name === 'better-sse' ? createBetterSseHub() : createNectarHub()
}

function createNectarHub(): Hub {
  const store = createMemoryStore()
  const nectar = createNectarConnect({
    apiKey: 'bench-key',
    webhookSecret: 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ==',
    authorize: (request) => ({ companyId: COMPANY, userId: request.headers.get('cookie') ?? 'nobody' }),
    store,
    logger: silentLogger,
  })
  return {
    open: (user) =>
      nectar.handler(new Request('http://localhost/api/nectar/changes', { headers: { cookie: user } })),
    listener: toNodeHandler(nectar),
    async publish(index) {
      const eventId = `event-${index}`
      const claim = await store.claim(eventId, CONNECTION)
      if (claim.state !== 'claimed') throw new Error(`The claim was ${claim.state}.`)
      const { at, from, to } = changeAt(index)
      await store.commit(claim.token, {
        ...{ eventId, companyId: COMPANY, connectionId: CONNECTION, status: to, from, at },
        ...{ sortKey: `${at} ${eventId}`, source: 'webhook', isBaseline: false },
      })
    },
  }
}

function createBetterSseHub(): Hub {
  const channel = createChannel()
  return {
    open: async (user) =>
      createResponse(new Request('http://localhost/changes', { headers: { cookie: user } }), (session) => {
        channel.register(session)
      }),
    listener(req, res) {
      void createSession(req, res).then((session) => channel.register(session))
    },
    async publish(index) {
      const eventId = `event-${index}`
      const cursor = `0f8fad5b-d9cb-469f.${index}`
      const change = { cursor, eventId, connectionId: CONNECTION, ...changeAt(index), source: 'webhook' }
      channel.broadcast(change, 'change', { eventId: cursor })
    },
  }
}

function changeAt(index: number) {
  const statuses = ['CONNECTED', 'PASSWORD_INCORRECT'] as const
  const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString()
  return { from: statuses[(index + 1) % 2] ?? null, to: statuses[index % 2] ?? '', at }
}

/** Serves the hub on loopback. @returns the port. */
export async function listen(hub: Hub): Promise<number> {
  const server = createServer(hub.listener)
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 2_000 }, resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('No port was given.')
  return address.port
}
