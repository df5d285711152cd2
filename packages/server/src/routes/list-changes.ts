import type { ChangesResponse } from '@nectar-connect/contract'
import { NectarConnectError } from '../nectar-connect-error.ts'
import type { Route } from '../pipeline/route.ts'
import { viewChange } from '../streams/encode-event.ts'

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 200

/** The history of one connection of the company, newest first. */
export const listChanges: Route = {
  method: 'GET',
  path: '/connections/:id/changes',
  access: 'caller',
  may: (can) => can.view,
  async run({ services, log, request, caller: { companyId }, id }) {
    const limit = readLimit(new URL(request.url).searchParams.get('limit'))
    const { changes, hasMore } = await services.changeLog.history(companyId, id, limit)
    // What the log has was recorded for this company; of the rest, Nectar knows whose it is.
    if (changes.length === 0) await services.connections.get(companyId, id, log)
    return { changes: changes.map(viewChange), hasMore } satisfies ChangesResponse
  },
}

function readLimit(text: string | null): number {
  if (text === null) return DEFAULT_LIMIT
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (limit >= 1) return Math.min(limit, MAX_LIMIT)
  throw new NectarConnectError('invalid_request', {
    issues: [{ path: 'limit', message: `Expected a number from 1 to ${MAX_LIMIT}.` }],
  })
}
