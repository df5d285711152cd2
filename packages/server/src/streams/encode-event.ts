import type {
  CHANGE_STREAM_EVENTS,
  ChangeStreamCursor,
  ConnectionChange as ChangeView,
} from '@nectar-connect/contract/wire'
import type { HistoryEntry } from '../stores/changes.ts'

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

/** The first event of a stream, and the one that says that something may have been missed. */
export function encodeOpening(
  event: 'ready' | 'reset',
  cursor: string,
  liveUpdates: ChangeStreamCursor['liveUpdates'],
) {
  return encodeEvent(event, { cursor, liveUpdates } satisfies ChangeStreamCursor, cursor)
}

/** A change as a browser may see it: the browser never names a company, and is named none. */
export function viewChange(change: HistoryEntry): ChangeView {
  const { cursor, eventId, connectionId, from, to, at, source } = change
  return { cursor, eventId, connectionId, from, to, at, source }
}
