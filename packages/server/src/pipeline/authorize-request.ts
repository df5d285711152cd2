import { permissions } from '@nectar-connect/contract'
import * as z from 'zod/mini'
import type { AuthorizeContext } from '../authorize-context.ts'
import { hostError } from '../host-error.ts'
import { readId } from '../ids.ts'
import { NectarConnectError } from '../nectar-connect-error.ts'
import type { Services } from '../services.ts'
import type { Caller } from './route.ts'

const authorization = z.object({
  companyId: z.nullable(z.string()),
  userId: z.string().check(z.minLength(1)),
  userName: z.nullish(z.string()),
  userEmail: z.nullish(z.email()),
  can: z.optional(z.partial(permissions)),
  administrators: z.optional(z.array(z.string())),
})

/** A caller whose organisation may have no company yet. */
export type Visitor = Omit<Caller, 'companyId'> & { companyId: string | null }

/**
 * Asks the host who is asking.
 *
 * @throws NectarConnectError `unauthenticated`, `host_error`
 */
export async function authorizeRequest(
  request: Request,
  context: AuthorizeContext,
  services: Services,
): Promise<Visitor> {
  const answer = await askHost(request, context, services)
  if (!answer) throw new NectarConnectError('unauthenticated')
  const parsed = authorization.safeParse(answer)
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw hostError(
      `What "authorize" returned cannot be used (${where}). Return { companyId, userId, userName?, userEmail?, can?, administrators? }, or null.`,
    )
  }
  const { companyId, userId, userName, userEmail, can = {}, administrators = [] } = parsed.data
  const id = companyId === null ? null : readId(companyId)
  if (companyId !== null && id === null) {
    throw hostError(
      'The "companyId" that "authorize" returned is not a uuid. Return the id that ensureCompany() gave, not an id of your own; null while there is none.',
    )
  }
  return {
    companyId: id,
    userId,
    userName: userName ?? null,
    userEmail: userEmail ?? null,
    administrators,
    can: {
      view: can.view ?? true,
      connect: can.connect ?? true,
      reconnect: can.reconnect ?? true,
      invite: can.invite ?? true,
      revoke: can.revoke ?? true,
    },
  }
}

async function askHost(
  request: Request,
  context: AuthorizeContext,
  { authorize }: Services,
): Promise<unknown> {
  if (authorize === undefined) throw new NectarConnectError('not_configured')
  try {
    return await authorize(request, context)
  } catch (cause) {
    throw hostError('The "authorize" function threw. Return null for somebody who is not signed in.', cause)
  }
}

/** @throws NectarConnectError `company_missing` */
export function requireCompany(visitor: Visitor): Caller {
  const { companyId } = visitor
  if (companyId === null) throw new NectarConnectError('company_missing')
  return { ...visitor, companyId }
}

/** @throws NectarConnectError `not_allowed`, naming who may. */
export function requireRight(isGranted: boolean, { administrators }: { administrators: string[] }): void {
  if (!isGranted) throw new NectarConnectError('not_allowed', { administrators })
}
