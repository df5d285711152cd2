import type { ConnectionChange as ChangeView } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { ConnectionChanged } from '../changes/recorder.ts'
import { joinBytes } from '../http/body.ts'
import { EventStream } from '../http/respond.ts'
import { type Route, type User, userRoute } from '../http/route.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { trimOldest } from '../lib/shared-work.ts'
import { isDoneInTime, withDeadline } from '../lib/with-deadline.ts'
import type {
  ConnectionChange,
  ConnectStore,
  HistoryEntry,
  ReadResult,
  StoreNews,
} from '../stores/connect-store.ts'
import { toReadableStream } from './chunk-source.ts'
import { encodeEvent, type OpenStream, openStream, READ_AT_ONCE } from './open-stream.ts'

const ENCODED_KEPT = 1_000
/** A list does without its cursor rather than wait longer for the store. */
const CURSOR_MS = 1_000

interface FeedDeps extends Pick<Core, 'timers'> {
  store: Pick<ConnectStore, 'subscribe' | 'readChanges'>
  /** Told of each change when this process streams it first, whichever process made it. */
  onConnectionChanged: (changed: ConnectionChanged) => void
  /** Told of the company before its readers are told that something may have become of an invitation. */
  onInvitationsChanged: (companyId: string) => void
  /** Told of the company before this process begins to hear of its changes. */
  onFollow: (companyId: string) => void
}

type OnHint = (news: StoreNews) => void

export type ChangeFeed = ReturnType<typeof createChangeFeed>

/** Changes for any number of readers: read once, encoded once. */
export function createChangeFeed({
  store,
  timers,
  onConnectionChanged,
  onInvitationsChanged,
  onFollow,
}: FeedDeps) {
  const companies = new Map<string, { readers: Set<OnHint>; leave: () => void }>()
  /** By company, then by cursor. */
  const reading = new Map<string, Map<string | null, Promise<ReadResult>>>()
  const encoded = new Map<string, Uint8Array>()

  function join(companyId: string) {
    onFollow(companyId)
    const readers = new Set<OnHint>()
    const leave = store.subscribe(companyId, (news) => {
      if (news === 'invitations') onInvitationsChanged(companyId)
      // A read that began before a hint may have missed what the hint is about, so that it is not shared after it.
      else reading.delete(companyId)
      for (const onHint of [...readers]) onHint(news)
    })
    const company = { readers, leave }
    companies.set(companyId, company)
    return company
  }

  function encodeOne(change: ConnectionChange): Uint8Array {
    const known = encoded.get(change.cursor)
    if (known) return known
    const { companyId, connectionId, source, cursor } = change
    if (source !== 'poll') onConnectionChanged({ companyId, connectionId, source, isOwn: false })
    const bytes = encodeEvent('change', viewChange(change), cursor)
    encoded.set(cursor, bytes)
    trimOldest(encoded, ENCODED_KEPT)
    return bytes
  }

  function read(companyId: string, cursor: string | null): Promise<ReadResult> {
    const shared = reading.get(companyId) ?? new Map<string | null, Promise<ReadResult>>()
    reading.set(companyId, shared)
    const known = shared.get(cursor)
    if (known) return known
    const started = store.readChanges(companyId, cursor, READ_AT_ONCE).finally(() => {
      shared.delete(cursor)
      if (shared.size === 0 && reading.get(companyId) === shared) reading.delete(companyId)
    })
    shared.set(cursor, started)
    return started
  }

  return {
    read,
    /** Where the changes of the company are now. Null: the store does not say so in time, or at all. */
    async readCursor(companyId: string): Promise<string | null> {
      const createError = () => new Error('The store takes too long.')
      const deadline = { startTimer: timers.deadline, ms: CURSOR_MS, createError }
      try {
        return (await withDeadline(read(companyId, null), deadline)).cursor
      } catch {
        return null
      }
    },
    /** Whether somebody here reads the changes of the company, so that this process hears of each. */
    isFollowed: (companyId: string) => companies.has(companyId),
    /** Calls back whenever there may be news of the company. @returns how to leave. */
    subscribe(companyId: string, onHint: OnHint): () => void {
      const company = companies.get(companyId) ?? join(companyId)
      company.readers.add(onHint)
      return () => {
        company.readers.delete(onHint)
        if (company.readers.size > 0 || companies.get(companyId) !== company) return
        companies.delete(companyId)
        company.leave()
      }
    },
    /** The bytes of these changes: one piece, which readers share. */
    encode(changes: readonly ConnectionChange[]): Uint8Array {
      const [first] = changes
      return first && changes.length === 1 ? encodeOne(first) : joinBytes(changes.map(encodeOne))
    },
  }
}

/** A change as a browser may see it: the browser never names a company, and is named none. */
export function viewChange(change: HistoryEntry): ChangeView {
  const { cursor, eventId, connectionId, from, to, at, source } = change
  return { cursor, eventId, connectionId, from, to, at, source }
}

/** How many streams one user may hold open; HTTP/1.1 gives a browser no more. */
export const STREAMS_PER_USER = 6

export interface StreamsDeps extends Pick<Core, 'now' | 'timers'> {
  feed: ChangeFeed
  /** How changes of a company get here. */
  live: (companyId: string) => 'stream' | 'poll'
  /** Called at every sign of life: looks for what nothing else tells of. */
  look: (companyId: string, log: Log) => void
}

export type ChangeStreams = ReturnType<typeof createChangeStreams>

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
