import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { contentSecurityPolicy } from './content-security-policy.ts'

export interface WebRoutesOptions {
  /** The folder with the built pages. */
  webDir: string
  hostedOrigin: string
  renderDocument?: RenderDocument
}

/** While developing: makes the document instead of reading it from the built pages. */
export type RenderDocument = (path: string) => Promise<{ html: string; nonce: string }>

const DOCUMENT_PATHS = ['/', '/app', '/app/*']

/** Plumbline's pages: one document for all of them, and the files that it loads. */
export function webRoutes({ webDir, hostedOrigin, renderDocument }: WebRoutesOptions): Hono {
  const app = new Hono()

  app.on('GET', DOCUMENT_PATHS, async (c) => {
    const { html, nonce } = renderDocument
      ? await renderDocument(c.req.path)
      : { html: await readFile(join(webDir, 'index.html'), 'utf8'), nonce: null }
    c.header('content-security-policy', contentSecurityPolicy({ hostedOrigin, nonce }))
    c.header('cache-control', 'no-cache')
    return c.html(html)
  })

  app.get('/assets/*', async (c, next) => {
    await next()
    // Their names carry a hash of what is in them.
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  if (!renderDocument) app.get('*', serveStatic({ root: webDir }))

  app.notFound((c) => c.text('There is no such page.', 404))
  return app
}
