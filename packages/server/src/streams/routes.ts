import type { ChangesResponse } from '@nectar-connect/contract/wire'
import type { Connections } from '../connections/connections.ts'
import { readLimit } from '../http/read-limit.ts'
import { EventStream } from '../http/respond.ts'
import type { Route } from '../http/route.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import type { ChangeStreams } from './change-streams.ts'
import { viewChange } from './encode-event.ts'

/** What changed of connections: as it happens, and before. */
export function streamRoutes({
  store,
  connections,
  streams,
}: {
  store: Pick<ConnectStore, 'readHistory'>
  connections: Pick<Connections, 'get'>
  streams: Pick<ChangeStreams, 'open'>
}): Route[] {
  return [
    // The history of one connection of the company, newest first.
    {
      method: 'GET',
      path: '/connections/:id/changes',
      access: 'user',
      permissions: ['view'],
      async run({ log, request, user: { companyId }, id }) {
        const limit = readLimit(new URL(request.url).searchParams.get('limit'), { standard: 50, most: 200 })
        const { changes, hasMore } = await store.readHistory(companyId, id, limit)
        // What the store has was recorded for this company; of the rest, Nectar knows whose it is.
        if (changes.length === 0) await connections.get(companyId, id, log)
        return { changes: changes.map(viewChange), hasMore } satisfies ChangesResponse
      },
    },
    // The changes of the company as they happen: server-sent events whose ids are cursors.
    {
      method: 'GET',
      path: '/changes',
      access: 'user',
      permissions: ['view'],
      async run({ log, request, runtime, user: { companyId, userId } }) {
        // Pages take it as a sign to ask now and then.
        if (runtime.canStream === false) throw new NectarConnectError('not_implemented')
        if (request.method === 'HEAD') return new EventStream(null)
        // The header is newer than an address that was made once.
        const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('cursor')
        const cursor = asked === null || asked === '' ? null : asked
        return new EventStream(await streams.open({ companyId, userId, cursor, signal: request.signal }, log))
      },
    },
  ]
}
