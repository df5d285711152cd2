import type { Hono } from 'hono'
import { ApiFailure } from '../lib/answer.ts'
import { SandboxError } from '../lib/errors.ts'
import { CONTROL_ROUTES, type ControlName, type ControlRoute } from './control-routes.ts'
import type { SandboxControl } from './types.ts'

/**
 * The control over HTTP, one path per method. Writing needs `content-type: application/json`: a page of another
 * origin cannot send that without a preflight, which is not answered.
 */
export function mountControl(control: SandboxControl, app: Hono): void {
  for (const [name, { verb, path = name, run }] of Object.entries<ControlRoute<ControlName>>(
    CONTROL_ROUTES,
  )) {
    app.on(verb, `/_sandbox/${path}`, ({ req }) =>
      answer(() => {
        if (verb === 'POST') requireJson(req.raw)
        return run(control, req.raw)
      }),
    )
  }
  app.all('/_sandbox/*', () => Response.json({ detail: 'Not Found' }, { status: 404 }))
}

function requireJson(request: Request): void {
  if (/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return
  throw new SandboxError('invalid', 'Send a JSON body with content-type: application/json.')
}

async function answer(run: () => unknown): Promise<Response> {
  try {
    const answered = await run()
    return Response.json(answered === undefined ? {} : answered)
  } catch (error) {
    if (error instanceof SandboxError) {
      return Response.json({ detail: error.message }, { status: error.code === 'not_found' ? 404 : 400 })
    }
    if (error instanceof ApiFailure) return Response.json({ detail: error.message }, { status: error.status })
    throw error
  }
}
