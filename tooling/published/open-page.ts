import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { createNectarConnect } from '@nectar-connect/server'
import { toNodeHandler } from '@nectar-connect/server/node'
import { chromium, type Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { chromiumLaunchOptions } from '../lib/browsers.ts'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface OpenedPage {
  page: Page
  origin: string
  /** Errors in the console, and those that nobody caught. */
  errors: string[]
}

/**
 * Opens a page in Chromium that runs a bundle, on a server with its API and a Nectar of its own; all of it ends with the test.
 *
 * @param files By path: `index.html` and what it loads, or without one scripts, of which `page.js` is the first.
 * @param head What else the document's head has.
 */
export async function openPage(files: Record<string, string>, head = ''): Promise<OpenedPage> {
  const nectarRunning = await startSandbox({ port: 0, checkDelayMs: 0 })
  onTestFinished(nectarRunning.close)
  const [company] = await nectarRunning.sandbox.control.seed({
    companies: [{ name: 'Harrow Lane Hotels', sites: [{ name: 'The Alder' }] }],
  })
  if (!company) throw new Error('No company was seeded.')

  const server = createServer((request, response) => answer(request, response)).listen(0)
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const nectar = createNectarConnect({
    apiKey: DEFAULT_API_KEY,
    nectar: { sandbox: nectarRunning.origin },
    publicOrigin: origin,
    authorize: () => ({ companyId: company.id, userId: 'dana' }),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  onTestFinished(() => nectar.close())
  const api = toNodeHandler(nectar)
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', origin)
    if (pathname.startsWith('/api/nectar')) return api(request, response)
    const file = files[pathname.slice(1)]
    const type = TYPES[file === undefined ? '.html' : path.extname(pathname)]
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` })
    return response.end(
      file ??
        files['index.html'] ??
        `<!doctype html><html lang="en"><head><title>A host</title><link rel="icon" href="data:,">${head}</head><body><div id="root"></div><script type="module" src="${origin}/page.js"></script></body></html>`,
    )
  }

  const browser = await chromium.launch(chromiumLaunchOptions())
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(origin)
  return { page, origin, errors }
}
