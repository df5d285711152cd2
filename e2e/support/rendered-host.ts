import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { appearanceToCss } from '@nectar-connect/react/appearance'
import { DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { createNectarConnect } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { APPEARANCE } from '../rendered/appearance.ts'
import { buildRenderedPage } from './build-rendered-page.ts'

const GUIDE = fileURLToPath(new URL('../../docs/security.md', import.meta.url))
const TOKEN = 'token-of-dana'
const COOKIE = 'session=dana'

/** Where the API lives, and how the page signs in there. */
export type ApiPlace = 'same origin' | 'other origin, cookies' | 'other origin, bearer token'

export interface RenderedHost {
  /** Where the page is. */
  origin: string
  /** Where its API is. */
  apiOrigin: string
  /** Everything that Nectar was asked to make. */
  created: () => Promise<number>
  close(): Promise<void>
}

/** A block of the guide that hosts are told to copy. */
export function documented(block: 'text policy' | 'text headers' | 'js scrub'): string {
  const found = new RegExp(`\`\`\`${block}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(GUIDE, 'utf8'))?.[1]
  if (found === undefined) throw new Error(`docs/security.md has no block "${block}".`)
  return found.trim()
}

/** The documented headers, for a page whose Nectar is the sandbox. */
function documentedHeaders(hostedOrigin: string, apiOrigin: string | null): Record<string, string> {
  const policy = documented('text policy').replaceAll('https://dash.nectarclimate.com', hostedOrigin)
  const withApi =
    apiOrigin === null ? policy : policy.replace("connect-src 'self'", `connect-src 'self' ${apiOrigin}`)
  const others = documented('text headers')
    .split('\n')
    .map((line) => line.split(/: (.*)/).slice(0, 2))
  return { ...Object.fromEntries(others), 'content-security-policy': withApi.replaceAll(/\s*\n\s*/g, ' ') }
}

/** A host whose page is rendered on its server and sent under the documented policy. */
export async function startRenderedHost(place: ApiPlace): Promise<RenderedHost> {
  const { files, renderPage, close: closeVite } = await buildRenderedPage()
  const {
    sandbox,
    origin: nectarOrigin,
    close: closeSandbox,
  } = await startSandbox({ port: 0, checkDelayMs: 0 })
  const [company] = await sandbox.control.seed({
    companies: [
      {
        name: 'Harrow Lane Hotels',
        sites: [{ name: 'The Alder' }],
        connections: [{ provider: 'coast-range-gas', status: 'PASSWORD_INCORRECT' }],
      },
    ],
  })

  const listeners: { page: RequestListener; api: RequestListener } = { page: () => {}, api: () => {} }
  const page = createServer((request, response) => listeners.page(request, response))
  const origin = await listen(page)
  const isElsewhere = place !== 'same origin'
  const api = isElsewhere ? createServer((request, response) => listeners.api(request, response)) : page
  const apiOrigin = isElsewhere ? await listen(api) : origin

  const nectar = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    nectar: { sandbox: nectarOrigin },
    publicOrigin: apiOrigin,
    allowedOrigins: [origin],
    authorize: ({ headers }) => {
      const isSignedIn =
        place === 'other origin, bearer token'
          ? headers.get('authorization') === `Bearer ${TOKEN}` && !headers.has('cookie')
          : headers.get('cookie')?.includes(COOKIE)
      return isSignedIn ? { companyId: company?.id ?? null, userId: 'dana' } : null
    },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  listeners.api = toNodeHandler(nectar)

  const settings = {
    basePath: `${isElsewhere ? apiOrigin : ''}/api/nectar`,
    token: place === 'other origin, bearer token' ? TOKEN : null,
  }
  const headers = documentedHeaders(nectarOrigin, isElsewhere ? apiOrigin : null)
  listeners.page = async (request, response) => {
    const path = request.url ?? '/'
    if (path.startsWith('/api/nectar') && !isElsewhere) return listeners.api(request, response)
    const file = files.get(path)
    if (file) return response.writeHead(200, { 'content-type': file.type }).end(file.text)
    if (path === '/looks.css') {
      return response.writeHead(200, { 'content-type': 'text/css' }).end(appearanceToCss(APPEARANCE))
    }
    if (path !== '/') return response.writeHead(404, { 'content-type': 'text/plain' }).end()
    const body = await renderPage(settings)
    const token = settings.token === null ? '' : ` data-token="${settings.token}"`
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...headers,
      ...(settings.token === null && { 'set-cookie': `${COOKIE}; HttpOnly; SameSite=Lax; Path=/` }),
    })
    return response.end(
      `<!doctype html><html lang="en"><head><title>Fernway</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/app.css"><link rel="stylesheet" href="/looks.css"><script type="module" src="/assets/app.js"></script></head><body><div id="root" data-base-path="${settings.basePath}"${token}>${body}</div></body></html>`,
    )
  }

  return {
    origin,
    apiOrigin,
    created: async () => (await sandbox.control.stats()).invitationsCreated,
    async close() {
      await nectar.close()
      await Promise.all([...new Set([page, api])].map(stop))
      await closeSandbox()
      await closeVite()
    },
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
