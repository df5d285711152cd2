import type { Core } from '../app/core.ts'
import { EventStream } from '../http/respond.ts'
import { type Route, type User, userRoute } from '../http/route.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { isDoneInTime } from '../lib/with-deadline.ts'
import type { ChangeFeed } from './change-feed.ts'
import { toReadableStream } from './chunk-source.ts'
import { type OpenStream, openStream } from './open-stream.ts'

/** How many streams one user may hold open; HTTP/1.1 gives a browser no more. */
export const STREAMS_PER_USER = 6

interface StreamsDeps extends Core {
  feed: ChangeFeed
  /** How changes of a company get here. */
  live: (companyId: string) => 'stream' | 'poll'
  /** Called at every sign of life: looks for what nothing else tells of. */
  look: (companyId: string, log: Log) => void
}

export type ChangeStreams = ReturnType<typeof createChangeStreams>

/** All streams of this process. */
export function createChangeStreams({ feed, live, look, now, timers }: StreamsDeps) {
  const streams = new Set<OpenStream>()
  /** Of those whose reader has not taken all yet. */
  const unsent = new Set<Promise<void>>()
  const byUser = new Map<string, number>()
  let isClosed = false

  function count(user: string, by: 1 | -1) {
    const open = (byUser.get(user) ?? 0) + by
    if (open > 0) byUser.set(user, open)
    else byUser.delete(user)
  }

  return {
    /**
     * @param cursor Where the reader goes on; null to begin now.
     * @param signal Aborts when the reader leaves.
     * @throws NectarConnectError `too_many_streams`; whatever the store throws.
     */
    async open({ companyId, userId }: User, cursor: string | null, signal: AbortSignal, log: Log) {
      if (isClosed) throw new NectarConnectError('busy', { message: 'This server is shutting down.' })
      const user = JSON.stringify([companyId, userId])
      if ((byUser.get(user) ?? 0) >= STREAMS_PER_USER) {
        throw new NectarConnectError('too_many_streams', { retryAfterMs: 5_000 })
      }
      count(user, 1)
      try {
        // Before the answer begins, so that a store that is down is an error and not an empty stream.
        const first = await feed.read(companyId, cursor)
        const onPing = () => look(companyId, log)
        const stream = openStream({
          ...{ companyId, feed, live, now, timers },
          // What follows the cursor is read when the reader is ready for it.
          first: first.state === 'reset' || cursor === null ? first : { ...first, cursor },
          onPing,
          onClosed: () => {
            streams.delete(stream)
            signal.removeEventListener('abort', stream.drop)
            count(user, -1)
          },
          log,
        })
        streams.add(stream)
        unsent.add(stream.sent)
        void stream.sent.then(() => unsent.delete(stream.sent))
        if (isClosed) stream.end('shutdown')
        if (signal.aborted) stream.drop()
        else signal.addEventListener('abort', stream.drop)
        onPing()
        return toReadableStream(stream.pieces)
      } catch (error) {
        count(user, -1)
        throw error
      }
    },
    /** Says goodbye on all of them and opens no more. Resolves once it is sent, or after `limitMs` milliseconds. */
    async close(limitMs: number) {
      isClosed = true
      for (const stream of streams) stream.end('shutdown')
      await isDoneInTime(Promise.all(unsent), timers.deadline, limitMs)
    },
  }
}

/** The changes of the company as they happen: server-sent events whose ids are cursors. */
export function changesRoute(streams: Pick<ChangeStreams, 'open'>): Route {
  return userRoute('GET', '/changes', ['view'], async ({ log, request, runtime, user }) => {
    // Pages take it as a sign to ask now and then.
    if (runtime.canStream === false) throw new NectarConnectError('not_implemented')
    if (request.method === 'HEAD') return new EventStream(null)
    // The header is newer than an address that was made once.
    const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('cursor')
    const cursor = asked === null || asked === '' ? null : asked
    return new EventStream(await streams.open(user, cursor, request.signal, log))
  })
}
