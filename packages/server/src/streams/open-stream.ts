import type { CHANGE_STREAM_EVENTS, ChangeStreamCursor, ChangeStreamEnd } from '@nectar-connect/contract/wire'
import type { Log } from '../lib/log.ts'
import type { ReadResult } from '../stores/connect-store.ts'
import type { StreamsDeps } from './change-streams.ts'
import type { ChunkSource } from './chunk-source.ts'

/** Milliseconds from one sign of life to the next. */
export const PING_MS = 15_000
/** Authorization is renewed by coming back. */
export const STREAM_MS = 5 * 60_000
/** A reader that takes nothing for so long is gone, or too slow to be worth holding. */
export const STALLED_MS = 30_000
/** Changes that are read in one step. */
export const READ_AT_ONCE = 100

interface StreamDeps extends Pick<StreamsDeps, 'feed' | 'live' | 'now' | 'timers'> {
  companyId: string
  /** What the store said to the cursor that the reader came with. */
  first: ReadResult
  /** Called at every sign of life. */
  onPing: () => void
  onClosed: () => void
  log: Log
}

export interface OpenStream {
  pieces: ChunkSource
  /** Says goodbye, as soon as the reader takes it, and ends. */
  end(reason: ChangeStreamEnd['reason']): void
  /** Ends without a word: nobody is there any more. */
  drop(): void
  /** Resolves once the reader has taken all that there will be, or is gone. */
  sent: Promise<void>
}

/** A stream that holds nothing: each piece is read when the reader is ready, so that a slow one costs no memory. */
export function openStream(deps: StreamDeps): OpenStream {
  const { feed, timers, now, companyId, first } = deps
  const endsAt = now() + STREAM_MS
  let sentAt = now()
  let { cursor } = first
  let opening: 'ready' | 'reset' | null = first.state === 'reset' ? 'reset' : 'ready'
  let ending: ChangeStreamEnd['reason'] | null = null
  let isPingDue = false
  let isNews = true
  let isInvitationNews = false
  let isWanted = false
  let isClosed = false
  let isEnded = false
  let wake = () => {}
  let cancelTimer = () => {}
  let onSent = () => {}
  const sent = new Promise<void>((resolve) => {
    onSent = resolve
  })

  const unsubscribe = feed.subscribe(companyId, (news) => {
    if (news === 'changes') isNews = true
    else isInvitationNews = true
    wake()
  })

  function close() {
    if (isClosed) return
    isClosed = true
    cancelTimer()
    unsubscribe()
    deps.onClosed()
    wake()
  }
  function cancel() {
    close()
    onSent()
  }
  function drop() {
    isEnded = true
    cancel()
  }
  function breakOff() {
    if (isClosed) return
    cancel()
    pieces.onBroken(broken())
  }
  function end(reason: ChangeStreamEnd['reason']) {
    ending ??= reason
    wake()
  }

  /** One timer for all that takes time: set for what is due next, whatever is sent in between. */
  function awaitTime() {
    const silentUntil = sentAt + (isPingDue || ending !== null ? STALLED_MS : PING_MS)
    const waitMs = (ending === null ? Math.min(silentUntil, endsAt) : silentUntil) - now()
    cancelTimer = timers.background(waitMs > 0 ? waitMs : PING_MS, onTime)
  }
  function onTime() {
    // The clock was set back.
    if (now() < sentAt) sentAt = now()
    const silentMs = now() - sentAt
    if (silentMs >= STALLED_MS && !isWanted) return breakOff()
    if (now() >= endsAt) end('time_limit')
    else if (silentMs >= PING_MS) {
      isPingDue = true
      // A hint can get lost on its way; nothing else may.
      isNews = true
      deps.onPing()
      wake()
    }
    awaitTime()
  }

  function encodeOpening(event: 'ready' | 'reset'): Uint8Array {
    opening = null
    const data = { cursor, liveUpdates: deps.live(companyId) } satisfies ChangeStreamCursor
    return encodeEvent(event, data, cursor)
  }

  /** The next piece; null when the stream is to end. */
  async function follow(): Promise<Uint8Array | null> {
    while (!isClosed && ending === null) {
      if (isNews) {
        isNews = false
        const news = await feed.read(companyId, cursor)
        if (news.state === 'changes' && news.changes.length === 0) continue
        // What came meanwhile has said so.
        if (news.state === 'reset' || news.changes.length >= READ_AT_ONCE) isNews = true
        cursor = news.cursor
        return news.state === 'reset' ? encodeOpening('reset') : feed.encode(news.changes)
      }
      if (isInvitationNews) {
        isInvitationNews = false
        return encodeEvent('invitations', {})
      }
      if (isPingDue) return encodeEvent('ping', {})
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return null
  }

  async function next(): Promise<Uint8Array | null> {
    if (isEnded) return null
    isWanted = true
    try {
      const bytes = opening === null ? await follow() : encodeOpening(opening)
      if (isEnded) return null
      if (isClosed) throw broken()
      isPingDue = false
      sentAt = now()
      if (bytes !== null) return bytes
      isEnded = true
      close()
      return encodeEvent('end', { reason: ending })
    } catch (cause) {
      if (!isClosed) {
        deps.log.error('A stream of changes broke off. The page comes back by itself.', { cause })
        breakOff()
      }
      throw broken()
    } finally {
      isWanted = false
    }
  }

  const pieces: ChunkSource = { next, cancel, onBroken() {} }
  awaitTime()
  return { pieces, end, drop, sent }
}

function broken() {
  return new Error('The reader of this stream is gone, or too slow.')
}

const encoder = new TextEncoder()

/** A server-sent event, in bytes. JSON has no line breaks of its own, so that one `data` line is enough. */
export function encodeEvent(
  event: keyof typeof CHANGE_STREAM_EVENTS,
  data: unknown,
  id?: string,
): Uint8Array {
  const head = id === undefined ? '' : `id: ${id}\n`
  return encoder.encode(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}
