import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { DEFAULT_API_KEY, type SandboxControl } from '@nectar-connect/sandbox'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { createNectarConnect } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { build, defaultClientConditions } from 'vite'
import { type Combination, fromSearch } from '../hostile/combination.ts'
import { hostSheet } from './host-sheets.ts'

const ROOT = fileURLToPath(new URL('../hostile/', import.meta.url))
const WEBHOOK_SECRET = 'whsec_b25seS1mb3ItaG9zdGlsZS1wYWdlcw=='

export interface HostileHost {
  origin: string
  control: SandboxControl
  /** A connection that works, at Coast Range Gas. */
  connectionId: string
  close(): Promise<void>
}

/** The script and the style sheet of the page. */
export interface HostilePage {
  script: string
  css: string
}

/**
 * Bundles the page as a host does for production: one bundle for all combinations.
 *
 * @param file another page instead, of the same folder
 * @param from default `source`; `dist` is what is published, and has to be built
 */
export async function buildHostilePage(
  file = 'page.tsx',
  from: 'source' | 'dist' = 'source',
): Promise<HostilePage> {
  const source = from === 'source' ? ['@nectar-connect/source'] : []
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: [...source, ...defaultClientConditions] },
    build: {
      // Whatever a browser cannot read has to show.
      target: 'esnext',
      write: false,
      minify: false,
      rolldownOptions: { input: ROOT + file, output: { codeSplitting: false } },
    },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('The page was not built.')
  const chunk = output.output.find((file) => file.type === 'chunk')
  const sheet = output.output.find((file) => file.fileName.endsWith('.css'))
  if (chunk?.type !== 'chunk' || sheet?.type !== 'asset')
    throw new Error('The page was built in other parts.')
  return { script: chunk.code, css: String(sheet.source) }
}

/** A host with a Nectar of its own, whose page is whatever combination its address asks for. */
export async function startHostileHost(page: HostilePage): Promise<HostileHost> {
  const { sandbox, origin: nectarOrigin, close } = await startSandbox({ port: 0, checkDelayMs: 0 })
  const [company] = await sandbox.control.seed({
    companies: [
      {
        name: 'Harrow Lane Hotels',
        sites: [{ name: 'The Alder' }],
        connections: [{ provider: 'coast-range-gas', status: 'CONNECTED' }],
      },
    ],
  })
  const connectionId = company?.connectionIds[0] ?? ''
  const server = createServer((request, response) => listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const nectar = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    webhookSecret: WEBHOOK_SECRET,
    nectar: { sandbox: nectarOrigin },
    publicOrigin: origin,
    authorize: () => ({
      companyId: company?.id ?? null,
      userId: 'dana',
      userName: 'Dana Okafor',
      userEmail: 'dana@fernway.example',
    }),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const api = toNodeHandler(nectar)
  const files: Record<string, { type: string; text: string }> = {
    '/page.js': { type: 'text/javascript', text: page.script },
    '/nectar.css': { type: 'text/css', text: page.css },
  }
  const listener: RequestListener = async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', origin)
    if (pathname.startsWith('/api/nectar')) return api(request, response)
    if (pathname === '/host.css') {
      const css = await hostSheet(fromSearch(search))
      response.writeHead(200, { 'content-type': 'text/css' }).end(css)
      return
    }
    const { type, text } = files[pathname] ?? {
      type: 'text/html',
      text: documentOf(fromSearch(search), search, connectionId),
    }
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text)
  }
  await sandbox.control.setWebhook({
    target: { url: `${origin}/api/nectar/webhooks`, secret: WEBHOOK_SECRET },
  })
  return {
    origin,
    control: sandbox.control,
    connectionId,
    async close() {
      await nectar.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await close()
    },
  }
}

function documentOf({ arrival }: Combination, search: string, connectionId: string): string {
  const host = `<link rel="stylesheet" href="/host.css${search.replaceAll('&', '&amp;')}">`
  const ours = '<link rel="stylesheet" href="/nectar.css">'
  const sheets = arrival.startsWith('before') ? `${host}${ours}` : `${ours}${host}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fernway</title><link rel="icon" href="data:,">${sheets}<script type="module" src="/page.js"></script></head><body><div id="root" data-connection-id="${connectionId}"></div></body></html>`
}
