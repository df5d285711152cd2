import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { RenderDocument } from './web-routes.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

export interface Development {
  renderDocument: RenderDocument
  /** Lets Vite answer what is its own, and leaves the rest to `listener`. */
  before(listener: Listener): Listener
  close(): Promise<void>
}

const CONFIG = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
const INDEX = fileURLToPath(new URL('../web/index.html', import.meta.url))

/** Stands for the nonce in what Vite writes, until a document is answered. */
const PLACEHOLDER = 'nonce-of-this-answer'

/** Vite inside Plumbline's server, so that edits show at once; the policy of the pages stays strict. */
export async function startDevelopment(server: Server): Promise<Development> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: CONFIG,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
    html: { cspNonce: PLACEHOLDER },
  })
  return {
    async renderDocument(path) {
      const nonce = randomBytes(16).toString('base64')
      const html = await vite.transformIndexHtml(path, await readFile(INDEX, 'utf8'))
      return { html: html.replaceAll(PLACEHOLDER, nonce), nonce }
    },
    before: (listener) => (request, response) =>
      vite.middlewares(request, response, () => listener(request, response)),
    close: () => vite.close(),
  }
}
