import type { ChangesResponse } from '@nectar-connect/contract/wire'
import { readLimit } from '../http/read-limit.ts'
import type { Route } from '../http/route.ts'
import { viewChange } from './encode-event.ts'

/** The history of one connection of the company, newest first. */
export const listChanges: Route = {
  method: 'GET',
  path: '/connections/:id/changes',
  access: 'caller',
  may: (can) => can.view,
  async run({ services, log, request, caller: { companyId }, id }) {
    const limit = readLimit(new URL(request.url).searchParams.get('limit'), { standard: 50, most: 200 })
    const { changes, hasMore } = await services.changeLog.history(companyId, id, limit)
    // What the log has was recorded for this company; of the rest, Nectar knows whose it is.
    if (changes.length === 0) await services.connections.get(companyId, id, log)
    return { changes: changes.map(viewChange), hasMore } satisfies ChangesResponse
  },
}
