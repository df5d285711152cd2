import type { Hono } from 'hono'
import type { ActiveFault } from './fault-schema.ts'
import { ConnectionBroken, type Faults } from './faults.ts'

/**
 * Answers one request of the API, with the faults that meet it.
 *
 * @param route such as `GET /company/{company_id}`
 * @throws ConnectionBroken when the connection is to break
 */
export async function applyApiFaults(
  faults: Faults,
  route: string,
  request: Request,
  carryOut: () => Promise<Response>,
): Promise<Response> {
  const met = faults.take(route)
  for (const fault of met) if (fault.kind === 'latency') await faults.hold(request, fault.ms)
  const fault = met.find(({ kind }) => kind !== 'latency')
  return fault === undefined ? carryOut() : answerWith(fault, faults, request, carryOut)
}

async function answerWith(
  fault: ActiveFault,
  faults: Faults,
  request: Request,
  carryOut: () => Promise<Response>,
): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault)
    case 'drop':
      throw new ConnectionBroken()
    case 'lost-answer':
      await carryOut()
      throw new ConnectionBroken()
    case 'html':
      return new Response(PROXY_PAGE, { status: 502, headers: { 'content-type': 'text/html' } })
    case 'malformed':
      return json(`${(await bodyOf(carryOut)).slice(0, -1)},}`)
    case 'truncated':
      return truncated(await bodyOf(carryOut))
    case 'hang':
      await faults.hold(request, null)
      throw new ConnectionBroken()
    default:
      throw new Error(`The fault ${fault.kind} is none of the API.`)
  }
}

function statusAnswer(fault: Extract<ActiveFault, { kind: 'status' }>): Response {
  const { code, detail = 'The sandbox was asked to answer like this.', retryAfterSeconds } = fault
  const headers: HeadersInit =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
  return Response.json({ detail }, { status: code, headers })
}

/** On a port the promised length never comes, since the connection ends before it. */
function truncated(text: string): Response {
  const bytes = new TextEncoder().encode(text)
  return json(bytes.slice(0, Math.floor(bytes.length / 2)), {
    'content-length': String(bytes.length),
    connection: 'close',
  })
}

function json(body: BodyInit, headers: Record<string, string> = {}): Response {
  return new Response(body, { headers: { 'content-type': 'application/json', ...headers } })
}

async function bodyOf(carryOut: () => Promise<Response>): Promise<string> {
  return (await carryOut()).text()
}

const PROXY_PAGE = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr></body>
</html>
`

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
