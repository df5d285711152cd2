import { request } from 'node:http'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { Webhook } from 'svix'
import type { Host } from './host.ts'
import type { RunningHost } from './start-process.ts'

export const WEBHOOK_SECRET = 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ=='
const API_KEY = 'sandbox-key-of-these-tests'

export interface Nectar {
  env: Record<string, string>
  /** A company of its own, so that hosts do not meet each other. @param connections How many. Default 1. */
  makeCompany(connections?: number): Promise<{ companyId: string; connectionId: string }>
  /** The body of the webhook that says that the connection has this status. */
  eventOf(connectionId: string, status: string): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/** Nectar, as far as the hosts can tell. */
export async function startNectar(): Promise<Nectar> {
  const { sandbox, origin, close } = await startSandbox({ port: 0, apiKeys: [API_KEY] })
  const { control } = sandbox
  return {
    env: { NECTAR_API_KEY: API_KEY, NECTAR_ORIGIN: origin, NECTAR_WEBHOOK_SECRET: WEBHOOK_SECRET },
    async makeCompany(connections = 1) {
      const [company] = await control.seed({
        companies: [
          {
            name: 'Harrow Lane Hotels',
            sites: [{ name: 'Café Straße' }],
            connections: Array.from({ length: connections }, () => ({
              provider: 'cascadia-power',
              status: 'PENDING',
            })),
          },
        ],
      })
      const [connectionId = ''] = company?.connectionIds ?? []
      return { companyId: company?.id ?? '', connectionId }
    },
    async eventOf(connectionId, status) {
      await control.setConnectionStatus({ connectionId, status })
      return (await control.deliveries()).at(-1)?.body ?? {}
    },
    close,
  }
}

/** A host that runs, and somebody who is signed in to it. */
export interface Visit {
  host: Host
  running: RunningHost
  nectar: Nectar
  companyId: string
  connectionId: string
  /** Under the base path, signed in. */
  get(path: string, init?: RequestInit): Promise<Response>
  /** As the host's own page does it. */
  post(path: string, body: string | Uint8Array<ArrayBuffer>, init?: RequestInit): Promise<Response>
  /** As Svix does it. */
  deliver(body: string, init?: { chunked?: boolean; tampered?: string }): Promise<Response>
}

let deliveries = 0

export async function visit(host: Host, running: RunningHost, nectar: Nectar): Promise<Visit> {
  const company = await nectar.makeCompany()
  const url = (path: string) => `${running.origin}${host.basePath}${path}`
  const get: Visit['get'] = (path, init = {}) =>
    fetch(url(path), {
      ...init,
      headers: { cookie: `company=${company.companyId}; user=u-1`, ...(init.headers as object) },
    })
  return {
    host,
    running,
    nectar,
    ...company,
    get,
    post: (path, body, init = {}) =>
      get(path, {
        method: 'POST',
        body,
        ...init,
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          ...(init.headers as object),
        },
      }),
    deliver(body, { chunked = false, tampered } = {}) {
      deliveries += 1
      const id = `msg_${deliveries}`
      const at = new Date()
      const bytes = new TextEncoder().encode(tampered ?? body)
      return fetch(url('/webhooks'), {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'svix-id': id,
          'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
          'svix-signature': new Webhook(WEBHOOK_SECRET).sign(id, at, body),
        },
        ...(chunked ? { body: inPieces(bytes), duplex: 'half' } : { body: bytes }),
      })
    },
  }
}

/** In pieces that cut characters in two, and without a length ahead. */
function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + 101))
      at += 101
    },
  })
}

/** A request with a header line for each entry, which `fetch` would join. */
export function rawGet(url: string, headers: string[]): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers: ['host', new URL(url).host, ...headers] }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    call.once('error', reject)
    call.end()
  })
}
