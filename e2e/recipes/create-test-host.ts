// #region host
import { createSandbox, DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import { createNectarConnect, type NewConnectionChange } from '@nectar-connect/server'

const APP = 'https://app.example.com'
const SANDBOX = 'http://localhost:4400'
const WEBHOOK_SECRET = 'whsec_b25seS1mb3ItdGVzdHMtYi1zZWNyZXQ='

/** Your handler and a Nectar of its own, in this process: no port, nothing to start, nothing shared between tests. */
export async function createTestHost() {
  const changes: NewConnectionChange[] = []

  const sandbox = createSandbox({
    origin: SANDBOX,
    webhook: { url: `${APP}/api/nectar/webhooks`, secret: WEBHOOK_SECRET },
    // What Nectar sends to you goes straight into your handler …
    fetch: (input, init) => nectar.handler(new Request(input, init)),
  })
  const [company] = await sandbox.control.seed({
    companies: [
      {
        name: 'Harrow Lane Hotels',
        sites: [{ name: 'The Alder' }, { name: 'Burnside Row' }],
        connections: [{ provider: 'coast-range-gas', status: 'CONNECTED' }],
      },
    ],
  })

  const nectar = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    webhookSecret: WEBHOOK_SECRET,
    nectar: { sandbox: SANDBOX },
    // … and what you ask of Nectar straight into the sandbox.
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    publicOrigin: APP,
    authorize: () => ({ companyId: company?.id ?? null, userId: 'user-1' }),
    onConnectionChange: ({ change }) => void changes.push(change),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })

  /** What a browser asks your server. */
  async function ask(path: string, body?: unknown) {
    const response = await nectar.handler(
      new Request(`${APP}/api/nectar${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { origin: APP, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    return { status: response.status, body: await response.json() }
  }

  return {
    nectar,
    ask,
    control: sandbox.control,
    connectionId: company?.connectionIds[0] ?? '',
    /** What your `onConnectionChange` was told. */
    changes,
    close: async () => {
      sandbox.close()
      await nectar.close()
    },
  }
}
// #endregion
