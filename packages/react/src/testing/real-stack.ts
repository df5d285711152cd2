import { createSandbox, type Sandbox } from '@nectar-connect/sandbox'
import {
  createNectarConnect,
  type NectarConnectOptions,
  type NectarConnectServer,
} from '@nectar-connect/server'

export interface RealStack {
  sandbox: Sandbox
  companyId: string
  connectionIds: string[]
  fetch: typeof fetch
  /** How many invitations were made, as the sandbox counts. */
  created: () => Promise<number>
  /** Of each of them, in the order in which they were made. */
  statuses: () => Promise<unknown[]>
}

type Seeded = Parameters<Sandbox['control']['seed']>[0]['companies'][number]

const WEBHOOK_SECRET = 'whsec_c2FuZGJveC1vbmx5LW5vdC1hLXNlY3JldA=='

/** What every version of the server takes. */
type ServerOptions = Required<
  Pick<NectarConnectOptions, 'apiKey' | 'nectar' | 'publicOrigin' | 'fetch' | 'logger'>
> & {
  authorize: (request: Request) => ReturnType<NectarConnectOptions['authorize']>
  webhookSecret?: string
}

interface RealStackOptions {
  /** Whether the sandbox sends webhooks; else the server finds out by reading. */
  hasWebhooks?: boolean
  /** Another version of the server. */
  createServer?: (options: ServerOptions) => Pick<NectarConnectServer, 'handler'>
}

/** The real server in front of the real sandbox, in this very page. */
export async function createRealStack(
  connections: NonNullable<Seeded['connections']> = [],
  { hasWebhooks = false, createServer = createNectarConnect }: RealStackOptions = {},
): Promise<RealStack> {
  const sandbox = createSandbox({
    checkDelayMs: 0,
    ...(hasWebhooks && {
      webhook: { url: `${location.origin}/api/nectar/webhooks`, secret: WEBHOOK_SECRET },
      fetch: (input, init) => nectar.handler(new Request(input, init)),
    }),
  })
  const [company] = await sandbox.control.seed({
    companies: [{ name: 'Harrow Lane Hotels', sites: [{ name: 'The Alder' }], connections }],
  })
  if (!company) throw new Error('the sandbox seeded nothing')
  const nectar = createServer({
    apiKey: 'nectar-sandbox-key',
    ...(hasWebhooks && { webhookSecret: WEBHOOK_SECRET }),
    nectar: { sandbox: 'http://localhost:4400' },
    publicOrigin: location.origin,
    authorize: () => ({ companyId: company.id, userId: 'u-1' }),
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  return {
    sandbox,
    companyId: company.id,
    connectionIds: company.connectionIds,
    fetch: (input, init) => nectar.handler(sameOriginRequest(new Request(input, init))),
    created: async () => (await sandbox.control.stats()).invitationsCreated,
    statuses: async () => (await sandbox.control.snapshot()).invitations.map(({ status }) => status),
  }
}

/** A page may not set `Sec-Fetch-Site`: the browser does, on the way out. Here nothing goes out. */
function sameOriginRequest(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('sec-fetch-site', 'same-origin')
  return Object.defineProperty(request, 'headers', { value: headers })
}
