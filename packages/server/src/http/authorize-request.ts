import type { AuthorizeContext } from '../adapters/authorize-context.ts'
import { hostHookError } from '../lib/host-hook-error.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import { readAuthorization, type Session } from './read-authorization.ts'
import type { User } from './route.ts'

/**
 * Asks the host who the user is.
 *
 * @param authorize The host's function; undefined where it is missing.
 * @throws NectarConnectError `unauthenticated`, `host_error`, `not_configured`
 */
export async function authorizeRequest(
  request: Request,
  context: AuthorizeContext,
  authorize: NectarConnectOptions['authorize'] | undefined,
  log: Log,
): Promise<Session> {
  const answer = await askHost(request, context, authorize)
  if (!answer) throw new NectarConnectError('unauthenticated')
  return readAuthorization(answer, log)
}

async function askHost(
  request: Request,
  context: AuthorizeContext,
  authorize: NectarConnectOptions['authorize'] | undefined,
): Promise<unknown> {
  if (authorize === undefined) throw new NectarConnectError('not_configured')
  try {
    return await authorize(request, context)
  } catch (cause) {
    throw hostHookError(
      'The "authorize" function threw. Return null for somebody who is not signed in.',
      cause,
    )
  }
}

/** @throws NectarConnectError `company_missing` */
export function requireCompany(session: Session): User {
  const { companyId } = session
  if (companyId === null) throw new NectarConnectError('company_missing')
  return { ...session, companyId }
}

/** @throws NectarConnectError `not_allowed`, naming who may. */
export function requirePermission(
  isGranted: boolean,
  { administratorNames }: { administratorNames: string[] },
): void {
  if (!isGranted) throw new NectarConnectError('not_allowed', { administratorNames })
}
