import { createNectarConnect } from '@nectar-connect/server'
import { SECRET, signDeliveries } from '../intake/deliveries.ts'
import { type Comparison, compare } from '../measure/compare.ts'
import { cpuMicrosecondsSince } from '../measure/cpu.ts'
import { silentLogger } from '../silent-logger.ts'

const COMPANY = '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c'
const PAGE = 500

/**
 * `GET /connections` against a proxy that reads the same pages with the key and puts their rows into one answer. Nectar
 * answers at once, in this process. Nothing is kept from one request to the next; webhooks arrive, so that nothing is
 * compared.
 *
 * @returns milliseconds of the processor for one answer.
 */
export async function measureConnections(
  count: number,
  { rounds, perRound }: { rounds: number; perRound: number },
): Promise<Comparison> {
  const pages = makePages(count)
  const fetchPage = async (input: unknown) => {
    const url = String(input)
    const page = Number(/[?&]page=(\d+)/.exec(url)?.[1] ?? 1)
    const text = url.includes('/connection/')
      ? pages[page - 1]
      : JSON.stringify({ id: COMPANY, name: 'Demo', sites: [] })
    return new Response(text, { headers: { 'content-type': 'application/json' } })
  }
  let now = Date.now()
  const nectar = createNectarConnect({
    apiKey: 'bench-key',
    authorize: () => ({ companyId: COMPANY, userId: 'user-1' }),
    webhookSecret: SECRET,
    fetch: fetchPage as typeof fetch,
    now: () => now,
    logger: silentLogger,
  })
  const [first] = signDeliveries(0, 1)
  const init = { method: 'POST', headers: first?.headers ?? {}, body: new Uint8Array(first?.body ?? []) }
  const { status } = await nectar.handler(new Request('http://localhost/api/nectar/webhooks', init))
  if (status !== 200) throw new Error(`The webhook was answered ${status}.`)
  const proxy = async () => {
    const connections: unknown[] = []
    for (let page = 1, hasNext = true; hasNext; page += 1) {
      const init = { headers: { 'x-api-key': 'bench-key' } }
      const url = `https://nectar.example/v2.2/connection/company/${COMPANY}?limit=${PAGE}&page=${page}`
      const body = (await (await (fetchPage as typeof fetch)(url, init)).json()) as {
        connections: unknown[]
        hasNext: boolean
      }
      connections.push(...body.connections)
      hasNext = body.hasNext
    }
    return new Response(JSON.stringify({ connections }), { headers: { 'content-type': 'application/json' } })
  }
  const contestant = (name: string, handle: (request: Request) => Promise<Response>) => ({
    name,
    async round() {
      const began = process.cpuUsage()
      for (let turn = 0; turn < perRound; turn += 1) {
        now += 60_000
        const answer = await handle(new Request('http://localhost/api/nectar/connections'))
        if ((await answer.text()).length < 100 * count) throw new Error(`${name} failed.`)
      }
      return cpuMicrosecondsSince(began) / 1000 / perRound
    },
  })
  return compare(contestant('route', nectar.handler), contestant('proxy', proxy), rounds)
}

function makePages(count: number): string[] {
  const total = Math.ceil(count / PAGE)
  return Array.from({ length: total }, (_, page) => {
    const rows = Array.from({ length: Math.min(PAGE, count - page * PAGE) }, (_, row) =>
      makeRow(page * PAGE + row),
    )
    return JSON.stringify({
      totalPages: total,
      currentPage: page + 1,
      hasNext: page + 1 < total,
      connections: rows,
    })
  })
}

function makeRow(index: number) {
  const at = (day: number) =>
    `${new Date(Date.UTC(2024, 8, day) + index * 61_000).toISOString().slice(0, 19)}Z`
  return {
    id: `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    status: 'CONNECTED',
    isActive: true,
    created: at(6),
    updated: at(13),
    statusLastUpdateTime: at(13),
    statusFirstSeenTime: at(12),
    publicCompanyId: null,
    datasource: { name: 'Coast Range Gas', url: 'https://coast-range-gas.example' },
    company: { id: COMPANY, name: 'Demo', externalId: null },
    url: 'https://coast-range-gas.example',
    country: 'US',
    initialSites: [],
    initialDatasourceTypes: ['GAS'],
    username: null,
    workflowOwnerEmail: null,
    dataCollectionStartDate: null,
    externalId: null,
  }
}
