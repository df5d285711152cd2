import { createNectarConnect } from '@nectar-connect/server'
import { SECRET, signDeliveries } from '../intake/deliveries.ts'
import { silentLogger } from '../silent-logger.ts'

/** How often a tab reads the list, in milliseconds: as a page does that has a stream, or none, while nothing is awaited. */
const TAB_READS_MS = { stream: 5 * 60_000, poll: 60_000 }
const WARM_UP_MS = 60_000
const MEASURED_MS = 5 * 60_000
const STEP_MS = 100

/**
 * Calls of Nectar a second for many open tabs, with one process and a clock of its own. Tabs are spread evenly over
 * companies and over time. `stream`: webhooks arrive, and each company has a stream here. `poll`: there are neither.
 */
export async function simulateGrowth(
  mode: 'stream' | 'poll',
  { companies, tabs }: { companies: number; tabs: number },
): Promise<number> {
  let now = Date.now()
  let calls = 0
  const nectar = createNectarConnect({
    apiKey: 'bench-key',
    authorize: (request) => ({ companyId: idOf(Number(request.headers.get('cookie'))), userId: 'user-1' }),
    ...(mode === 'stream' ? { webhookSecret: SECRET } : {}),
    fetch: (async (input: unknown) => {
      calls += 1
      const isList = String(input).includes('/connection/')
      const body = isList ? { hasNext: false, connections: [] } : { id: idOf(0), name: 'Demo', sites: [] }
      return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
    }) as typeof fetch,
    now: () => now,
    logger: silentLogger,
  })
  const ask = async (path: string, company: number) => {
    const init = { headers: { cookie: String(company) } }
    const response = await nectar.handler(new Request(`http://localhost/api/nectar${path}`, init))
    if (response.status !== 200) throw new Error(`${path} was answered ${response.status}.`)
    return response
  }
  if (mode === 'stream') {
    const [first] = signDeliveries(0, 1)
    const init = { method: 'POST', headers: first?.headers ?? {}, body: new Uint8Array(first?.body ?? []) }
    await nectar.handler(new Request('http://localhost/api/nectar/webhooks', init))
    for (let company = 0; company < companies; company += 1) await ask('/changes', company)
  }

  let due = 0
  for (let passedMs = 0; passedMs < WARM_UP_MS + MEASURED_MS; passedMs += STEP_MS) {
    if (passedMs === WARM_UP_MS) calls = 0
    for (due += (tabs * STEP_MS) / TAB_READS_MS[mode]; due >= 1; due -= 1) {
      await (await ask('/connections', Math.floor(Math.random() * companies))).text()
    }
    now += STEP_MS
  }
  return calls / (MEASURED_MS / 1_000)
}

function idOf(company: number): string {
  return `20000000-0000-4000-8000-${String(company).padStart(12, '0')}`
}
