import { SHARED_FILTERS } from '@nectar-connect/contract/wire'
import { readLimit } from '../../http/read-limit.ts'
import type { Route } from '../../http/route.ts'
import { readId } from '../../lib/ids.ts'
import { NectarConnectError } from '../../lib/nectar-connect-error.ts'

/** The invitations that colleagues were sent, newest first. */
export const listSharedInvitations: Route = {
  method: 'GET',
  path: '/invitations/shared',
  access: 'caller',
  may: (can) => can.view,
  async run({ services, log, request, caller }) {
    const query = new URL(request.url).searchParams
    return services.sharedList.read(
      caller,
      {
        filter: readOptional(
          'filter',
          query,
          (text) => SHARED_FILTERS.find((filter) => filter === text) ?? null,
        ),
        after: readOptional('after', query, readId),
        limit: readLimit(query.get('limit'), { standard: 20, most: 50 }),
      },
      log,
    )
  },
}

function readOptional<T>(name: string, query: URLSearchParams, read: (text: string) => T | null): T | null {
  const text = query.get(name)
  if (text === null) return null
  const value = read(text)
  if (value !== null) return value
  throw new NectarConnectError('invalid_request', {
    issues: [{ path: name, message: 'Expected one of the documented values, or none.' }],
  })
}
