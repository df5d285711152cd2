import type { Hono } from 'hono'
import { ConnectionBroken, type Faults } from './faults.ts'

/** Lets faults meet the hosted page at `/p/i/{token}`, and serves what they put into it. */
export function mountHostedFaults(faults: Faults, app: Hono): void {
  app.use('/p/i/:token', async (context, next) => {
    context.res = await applyHostedFaults(faults, context.req.raw, async () => {
      await next()
      return context.res
    })
  })
  for (const [name, script] of Object.entries(FAULT_SCRIPTS)) {
    const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }
    app.get(`/assets/${name}`, () => new Response(script, { headers }))
  }
}

/** @throws ConnectionBroken when the connection is to break */
async function applyHostedFaults(
  faults: Faults,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  const met = faults.take('hosted')
  for (const fault of met) if (fault.kind === 'slow') await faults.hold(request, fault.ms)
  const kinds = new Set(met.map(({ kind }) => kind))
  if (kinds.has('never-loads')) {
    await faults.hold(request, null)
    throw new ConnectionBroken()
  }
  let response = await answer()
  if (kinds.has('grab-focus')) response = await withScript(response, 'grab-focus.js')
  if (kinds.has('posts-messages')) response = await withScript(response, 'posts-messages.js')
  if (kinds.has('refuse-frame')) refuseFrame(response.headers)
  return response
}

/** The page's policy forbids anything inline, so its bad manners are files of its own. */
async function withScript(response: Response, name: keyof typeof FAULT_SCRIPTS): Promise<Response> {
  const markup = await response.text()
  const { status, headers } = response
  return new Response(markup.replace('</head>', `<script src="/assets/${name}" defer></script>\n</head>`), {
    status,
    headers,
  })
}

function refuseFrame(headers: Headers): void {
  headers.set('x-frame-options', 'DENY')
  const policy = headers.get('content-security-policy')
  headers.set('content-security-policy', `${policy}; frame-ancestors 'none'`)
}

/** Scripts of an ill-mannered page, by the name they are served under in `/assets/`. */
const FAULT_SCRIPTS = {
  'grab-focus.js': `'use strict'
document.querySelector('input:not([type="hidden"])')?.focus()
`,
  'posts-messages.js': `'use strict'
addEventListener('load', () => parent.postMessage({ type: 'nectar:done' }, '*'))
`,
}
