import type { Sandbox } from '@nectar-connect/sandbox'
import { type RunningSandbox, startSandbox } from '@nectar-connect/sandbox/node'

const WEBHOOKS = 'https://app.example.com/api/nectar/webhooks'

export interface StartedNectar extends RunningSandbox {
  control: Sandbox['control']
  companyId: string
  connectionIds: string[]
  /** Takes the webhooks from now on: a server process of the host. */
  deliverTo(handler: (request: Request) => Promise<Response>): void
}

/** Nectar on a port of this machine, with one company and its connections, which signs its webhooks. */
export async function startNectar(
  options: Parameters<typeof startSandbox>[0] & { secret: string },
  connections: number,
): Promise<StartedNectar> {
  const { secret, ...rest } = options
  let receive = async (_: Request) => new Response(null, { status: 503 })
  const running = await startSandbox({
    port: 0,
    checkDelayMs: 0,
    webhook: { url: WEBHOOKS, secret },
    fetch: (input, init) => receive(new Request(input, init)),
    ...rest,
  })
  const { control } = running.sandbox
  const [company] = await control.seed({
    companies: [
      {
        name: 'Harrow Lane Hotels',
        connections: Array.from({ length: connections }, () => ({
          provider: 'coast-range-gas',
          status: 'CONNECTED',
        })),
      },
    ],
  })
  if (!company) throw new Error('The sandbox seeded nothing.')
  return {
    ...running,
    control,
    companyId: company.id,
    connectionIds: company.connectionIds,
    deliverTo(handler) {
      receive = handler
    },
  }
}
