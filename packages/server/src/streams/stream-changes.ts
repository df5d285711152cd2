import { EventStream } from '../http/respond.ts'
import type { Route } from '../http/route.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'

/** The changes of the company as they happen: server-sent events whose ids are cursors. */
export const streamChanges: Route = {
  method: 'GET',
  path: '/changes',
  access: 'caller',
  may: (can) => can.view,
  async run({ services, log, request, runtime, caller: { companyId, userId } }) {
    // Pages take it as a sign to ask now and then.
    if (runtime.canStream === false) throw new NectarConnectError('not_implemented')
    if (request.method === 'HEAD') return new EventStream(null)
    // The header is newer than an address that was made once.
    const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('cursor')
    const cursor = asked === null || asked === '' ? null : asked
    return new EventStream(
      await services.streams.open({ companyId, userId, cursor, signal: request.signal }, log),
    )
  },
}
