import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { ApiFailure } from '../api/answer.ts'
import { readBody } from '../api/read.ts'
import type { Json } from '../api/views.ts'
import { SandboxError } from '../errors.ts'
import { seedCompanies } from './seed-schema.ts'
import type { SandboxControl, SeedCompany } from './types.ts'

const nothing = z.catch(z.unknown(), null)
const status = z.strictObject({
  connectionId: z.string(),
  status: z.string(),
  sendWebhook: z.optional(z.boolean()),
})
const invitation = z.strictObject({ invitationId: z.string() })
const delay = z.strictObject({ delayMs: z.number() })

/**
 * The control over HTTP, one path per method. Writing needs `content-type: application/json`: a page of another
 * origin cannot send that without a preflight, which is not answered.
 */
export function mountControl(control: SandboxControl, app: Hono): void {
  function post<T extends z.ZodMiniType>(name: string, schema: T, run: (body: z.output<T>) => unknown): void {
    app.post(`/_sandbox/${name}`, ({ req }) =>
      answer(async () => {
        const type = req.header('content-type') ?? ''
        if (!/^application\/json\b/i.test(type)) {
          throw new SandboxError('invalid', 'Send a JSON body with content-type: application/json.')
        }
        return run(await readBody(req.raw, schema)) ?? {}
      }),
    )
  }

  post('reset', nothing, () => control.reset())
  post('seed', seedCompanies, (companies) => control.seed(companies as SeedCompany[]))
  post('setConnectionStatus', status, ({ connectionId, status, ...options }) =>
    control.setConnectionStatus(connectionId, status, options as { sendWebhook?: boolean }),
  )
  post('expireInvitation', invitation, (body) => control.expireInvitation(body.invitationId))
  post('revokeInvitation', invitation, (body) => control.revokeInvitation(body.invitationId))
  post('fulfillInvitation', invitation, (body) => control.fulfillInvitation(body.invitationId))
  post('setCheckDelay', delay, (body) => control.setCheckDelay(body.delayMs))

  app.get('/_sandbox/stats', () => answer(() => control.stats()))
  app.get('/_sandbox/snapshot', () => answer(() => withoutSecrets(control)))
  app.all('/_sandbox/*', () => Response.json({ detail: 'Not Found' }, { status: 404 }))
}

async function answer(run: () => unknown): Promise<Response> {
  try {
    return Response.json(await run())
  } catch (error) {
    if (error instanceof SandboxError) {
      return Response.json({ detail: error.message }, { status: error.code === 'not_found' ? 404 : 400 })
    }
    if (error instanceof ApiFailure) return Response.json({ detail: error.message }, { status: error.status })
    throw error
  }
}

/** Links and secrets stay in the process: whoever has a link can use the invitation. */
function withoutSecrets(control: SandboxControl): unknown {
  const snapshot = control.snapshot()
  return {
    ...snapshot,
    connections: snapshot.connections.map((item) =>
      omit(item, ['publicCompanyId', 'connectionMagicLinkSecret']),
    ),
    invitations: snapshot.invitations.map((item) => omit(item, ['token', 'invitationUrl'])),
  }
}

function omit(item: Json, fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(item).filter(([field]) => !fields.includes(field)))
}
