import type { World } from '../core/world.ts'
import { ConnectionBroken } from './connection-broken.ts'

/**
 * Answers one request of the hosted page, with the faults that meet it.
 *
 * @throws ConnectionBroken when the connection is to break
 */
export async function applyHostedFaults(
  world: World,
  request: Request,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  const met = world.faults.take('hosted')
  for (const fault of met) if (fault.kind === 'slow') await world.held.hold(request, fault.ms)
  const kinds = new Set(met.map(({ kind }) => kind))
  if (kinds.has('never-loads')) {
    await world.held.hold(request, null)
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
export const FAULT_SCRIPTS = {
  'grab-focus.js': `'use strict'
document.querySelector('input:not([type="hidden"])')?.focus()
`,
  'posts-messages.js': `'use strict'
addEventListener('load', () => parent.postMessage({ type: 'nectar:done' }, '*'))
`,
}
