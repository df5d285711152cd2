import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { createSandboxClient } from '@nectar-connect/sandbox'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { createDemoHost, type DemoHostOptions } from './create-demo-host.ts'
import { startDevelopment } from './development.ts'
import { COMPANIES } from './fixtures/companies.ts'
import { toSeed } from './to-seed.ts'

export interface StartDemoOptions {
  /** 0 takes a free one. */
  port: number
  sandboxPort: number
  /** A sandbox that is running already, such as `http://localhost:4400`. Null: one is started at `sandboxPort`. */
  sandboxOrigin?: string | null
  /** Serves the pages through Vite. */
  dev: boolean
  apiKey: string
  webDir?: string
  /** Default: the console. */
  logger?: DemoHostOptions['logger']
}

export interface RunningDemo {
  /** Plumbline, as a browser reaches it. */
  origin: string
  sandboxOrigin: string
  close(): Promise<void>
}

const WEB_DIR = fileURLToPath(new URL('../dist', import.meta.url))

/**
 * Starts the sandbox unless there is one, fills it, and starts Plumbline on it, to which the sandbox sends its webhooks.
 * When one of them cannot start, what did is ended again.
 *
 * @throws Error with a message that can be shown, when a port is taken
 */
export async function startDemo(options: StartDemoOptions): Promise<RunningDemo> {
  const ends: (() => Promise<void>)[] = []
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    const handler: { listener: Listener } = { listener: (_, response) => response.writeHead(503).end() }
    const server = createServer((request, response) => handler.listener(request, response))
    const port = await listen(server, options.port)
    ends.push(() => stop(server))
    const origin = `http://localhost:${port}`

    const webhook = {
      url: `${origin}/api/nectar/webhooks`,
      secret: `whsec_${randomBytes(24).toString('base64')}`,
    }
    const sandboxOrigin = options.sandboxOrigin ?? (await startOwnSandbox(options, ends))
    const sandbox = createSandboxClient({ origin: sandboxOrigin })
    await sandbox.setWebhook({ target: webhook })
    await sandbox.seed({ companies: Object.values(COMPANIES).map((company) => toSeed(company, Date.now())) })

    const development = options.dev ? await startDevelopment(server) : null
    if (development) ends.push(() => development.close())
    const host = createDemoHost({
      nectarApiOrigin: sandboxOrigin,
      hostedOrigin: sandboxOrigin,
      apiKey: options.apiKey,
      webhookSecret: webhook.secret,
      publicOrigin: origin,
      webDir: options.webDir ?? WEB_DIR,
      // Nothing leaves this machine: the console shows each mail as it would arrive.
      sendMail: async (mail) => {
        await sandbox.receiveMail(mail)
      },
      ...(development && { renderDocument: development.renderDocument }),
      ...(options.logger && { logger: options.logger }),
    })
    ends.push(() => host.close())
    const listener = getRequestListener(host.app.fetch)
    handler.listener = development ? development.before(listener) : listener
    return { origin, sandboxOrigin, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

async function startOwnSandbox(
  { sandboxPort, apiKey }: StartDemoOptions,
  ends: (() => Promise<void>)[],
): Promise<string> {
  const running = await startSandbox({
    port: sandboxPort,
    apiKeys: [apiKey],
    brand: { name: 'Plumbline' },
  }).catch((cause: unknown) => {
    throw listenError({ what: 'the sandbox', port: sandboxPort, flag: '--sandbox-port', cause })
  })
  ends.push(() => running.close())
  return running.origin
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(listenError({ what: 'Plumbline', port, flag: '--port', cause })))
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function listenError(failure: { what: string; port: number; flag: string; cause: unknown }): Error {
  const { what, port, flag, cause } = failure
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  const reason = TAKEN.includes(code)
    ? `Port ${port} is taken by another program, and ${what} needs it.`
    : `Port ${port}, which ${what} needs, cannot be listened on (${code}).`
  const other = port < 65_535 ? port + 1 : port - 1
  return new Error(`${reason} Choose another one: npm run demo -- ${flag} ${other}`, { cause })
}

/** As Node and as the sandbox call it. */
const TAKEN = ['EADDRINUSE', 'port_in_use']

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
