import { createSandbox, DEFAULT_API_KEY } from '../index.ts'
import { ORIGIN } from './bench.ts'

const CONNECTIONS = 500

/** A sandbox of many companies with 500 connections each, and what is asked of the last of them. */
export async function createCrowd(companies: number) {
  const delivered: string[] = []
  const sandbox = createSandbox({
    webhook: { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=' },
    fetch: async (_, init) => {
      delivered.push(String(init?.body))
      return new Response(null, { status: 204 })
    },
  })
  const began = process.cpuUsage()
  const company = (
    await sandbox.control.seed({
      companies: Array.from({ length: companies }, (_, index) => ({
        name: `Company ${index}`,
        sites: Array.from({ length: 5 }, (_, site) => ({ name: `Site ${site}` })),
        connections: Array.from({ length: CONNECTIONS }, () => ({
          provider: 'cascadia-power',
          status: 'CONNECTED',
        })),
      })),
    })
  ).at(-1)
  const seedMs = process.cpuUsage(began).user / 1000
  const id = company?.id ?? ''
  const connectionId = company?.connectionIds[250] ?? ''

  async function ask(path: string, init: RequestInit = {}) {
    const headers = { 'X-API-Key': DEFAULT_API_KEY }
    const response = await sandbox.fetch(new Request(`${ORIGIN}/v2.2${path}`, { headers, ...init }))
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return response.json()
  }
  const invite = () => ask(`/invitation/company/${id}`, { method: 'POST', body: '{}' })
  const { invitationUrl } = await invite()
  let flips = 0

  const operations = {
    'a page of connections': () => ask(`/connection/company/${id}`),
    'one connection': () => ask(`/connection/${connectionId}/details`),
    'one company': () => ask(`/company/${id}`),
    'a new invitation': invite,
    'the hosted page': async () => (await sandbox.fetch(new Request(invitationUrl))).text(),
    'a status and its webhooks': async () => {
      flips += 1
      const before = delivered.length
      await sandbox.control.setConnectionStatus({
        connectionId,
        status: flips % 2 === 0 ? 'CONNECTED' : 'WEBSITE_DOWN',
      })
      while (delivered.length < before + 2) await Promise.resolve()
    },
  }
  return { seedMs, operations, close: () => sandbox.close() }
}

/** Milliseconds that the quickest of several runs takes: what a busy machine adds is not in it. */
export async function quickest(run: () => Promise<unknown>, times: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now()
    await run()
    best = Math.min(best, performance.now() - began)
  }
  return best
}
