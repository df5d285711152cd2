import type {
  CHANGE_STREAM_EVENTS,
  ChangeStreamCursor,
  ConnectionChange as ChangeView,
} from '@nectar-connect/contract/wire'
import type { ConnectionChangedEvent, EventOf } from '../changes/recorder.ts'
import { joinBytes } from '../http/body.ts'
import type {
  ConnectionChange,
  ConnectStore,
  HistoryEntry,
  ReadResult,
  StoreNews,
} from '../stores/connect-store.ts'

/** Changes for any number of readers: read once, encoded once. */
export interface ChangeFeed {
  /** Calls back whenever there may be news of the company. */
  subscribe(companyId: string, onHint: (news: StoreNews) => void): () => void
  read(companyId: string, cursor: string | null): Promise<ReadResult>
  /** The bytes of these changes: one piece, which readers share. */
  encode(changes: readonly ConnectionChange[]): Uint8Array
}

const AT_ONCE = 100
const ENCODED_KEPT = 1_000

interface FeedEvents {
  /** Told of each change when this process streams it first, whichever process made it. */
  connectionChanged: Pick<ConnectionChangedEvent, 'emit'>
  /** Told of the company before its readers are told that something may have become of an invitation. */
  invitationsChanged: Pick<EventOf<string>, 'emit'>
}

export function createChangeFeed(
  store: Pick<ConnectStore, 'subscribe' | 'readChanges'>,
  { connectionChanged, invitationsChanged }: FeedEvents,
): ChangeFeed {
  const companies = new Map<string, { readers: Set<(news: StoreNews) => void>; leave: () => void }>()
  /** By company, then by cursor. */
  const reading = new Map<string, Map<string | null, Promise<ReadResult>>>()
  const encoded = new Map<string, Uint8Array>()

  const join = (companyId: string) => {
    const company = { readers: new Set<(news: StoreNews) => void>(), leave: () => {} }
    company.leave = store.subscribe(companyId, (news) => {
      if (news === 'invitations') invitationsChanged.emit(companyId)
      // A read that began before a hint may have missed what the hint is about, so that it is not shared after it.
      else reading.delete(companyId)
      for (const onHint of [...company.readers]) onHint(news)
    })
    companies.set(companyId, company)
    return company
  }
  const announce = ({ companyId, connectionId, source }: ConnectionChange) => {
    if (source !== 'poll') connectionChanged.emit({ companyId, connectionId, source, isOwn: false })
  }
  const encodeOne = (change: ConnectionChange): Uint8Array => {
    const known = encoded.get(change.cursor)
    if (known) return known
    announce(change)
    const bytes = encodeEvent('change', viewChange(change), change.cursor)
    encoded.set(change.cursor, bytes)
    const [oldest] = encoded.keys()
    if (encoded.size > ENCODED_KEPT && oldest !== undefined) encoded.delete(oldest)
    return bytes
  }
  return {
    subscribe(companyId, onHint) {
      const company = companies.get(companyId) ?? join(companyId)
      company.readers.add(onHint)
      return () => {
        company.readers.delete(onHint)
        if (company.readers.size > 0 || companies.get(companyId) !== company) return
        companies.delete(companyId)
        company.leave()
      }
    },
    read(companyId, cursor) {
      const shared = reading.get(companyId) ?? new Map<string | null, Promise<ReadResult>>()
      reading.set(companyId, shared)
      const known = shared.get(cursor)
      if (known) return known
      const started = store.readChanges(companyId, cursor, AT_ONCE).finally(() => {
        shared.delete(cursor)
        if (shared.size === 0 && reading.get(companyId) === shared) reading.delete(companyId)
      })
      shared.set(cursor, started)
      return started
    },
    encode(changes) {
      const [first] = changes
      return first && changes.length === 1 ? encodeOne(first) : joinBytes(changes.map(encodeOne))
    },
  }
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
