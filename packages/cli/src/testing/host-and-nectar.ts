import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEFAULT_API_KEY, type SeedCompany } from '@nectar-connect/sandbox'
import { type RunningSandbox, startSandbox } from '@nectar-connect/sandbox/node'
import { createNectarConnect, type NectarConnectOptions } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { onTestFinished } from 'vitest'
import type { CliIo } from '../lib/command.ts'

export const SECRET = 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ=='
export const OTHER_SECRET = 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMg=='

/** The cookie of somebody who is signed in at the host. */
export const COOKIE = 'session=pim-at-harrow-lane'
export const COMPANY_ID = 'b3c5f1de-4a54-4d0c-9d5e-0f4bb1b0a001'
const HARROW: SeedCompany = {
  id: COMPANY_ID,
  name: 'Harrow Lane Hotels',
  sites: [{ name: 'The Alder' }, { name: 'Burnside Row' }],
}

export interface CliBench {
  sandbox: RunningSandbox
  /** The host's origin. */
  host: string
  /** Where the handler is mounted. */
  url: string
}

export interface CliBenchOptions {
  companies?: SeedCompany[]
  nectar?: Partial<NectarConnectOptions>
  /** What the host answers in place of what it should; true: it did. */
  meddle?: (req: IncomingMessage, res: ServerResponse) => boolean
  /** Headers of the host's page. */
  pageHeaders?: Record<string, string>
  page?: string
  /** By path. */
  scripts?: Record<string, string>
  basePath?: string
}

const PAGE =
  '<!doctype html><title>Utilities</title><div id="root"></div><script type="module" src="/app.js"></script>'

/** Nectar's emulator and a host of it, both on ports of this machine, until the test is over. */
export async function startCliBench(options: CliBenchOptions = {}): Promise<CliBench> {
  const sandbox = await startSandbox({ port: 0, seed: 1 })
  await sandbox.sandbox.control.seed({ companies: options.companies ?? [HARROW] })
  const nectar = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    webhookSecret: SECRET,
    nectar: { sandbox: sandbox.origin },
    authorize: (request) =>
      request.headers.get('cookie') === COOKIE ? { companyId: COMPANY_ID, userId: 'pim' } : null,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    ...options.nectar,
  })
  const handle = toNodeHandler(nectar)
  const basePath = options.basePath ?? '/api/nectar'
  const scripts: Record<string, string> = {
    '/app.js': 'import "./chunk.js"',
    '/chunk.js': '',
    ...options.scripts,
  }
  const server = await listen((req, res) => {
    if (options.meddle?.(req, res)) return
    const path = req.url ?? '/'
    if (path.startsWith(`${basePath}/`)) return handle(req, res)
    const script = scripts[path]
    if (script !== undefined) return res.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
    res.writeHead(200, { 'content-type': 'text/html', ...options.pageHeaders }).end(options.page ?? PAGE)
  })
  onTestFinished(async () => {
    await nectar.close()
    await server.close()
    await sandbox.close()
  })
  return { sandbox, host: server.origin, url: `${server.origin}/api/nectar` }
}

/** A server on a free port of this machine. */
export async function listen(listener: RequestListener): Promise<{ origin: string; close(): Promise<void> }> {
  const server: Server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A command's process, and what it printed. */
export function createCliIo(
  more: Partial<CliIo> = {},
): CliIo & { printed: () => string; printedErrors: () => string } {
  let printed = ''
  let printedErrors = ''
  return {
    env: {},
    cwd: '/',
    print: (text) => {
      printed += `${text}\n`
    },
    printError: (text) => {
      printedErrors += `${text}\n`
    },
    stdin: (async function* () {})(),
    isTerminal: false,
    columns: 100,
    ...more,
    printed: () => printed,
    printedErrors: () => printedErrors,
  }
}
