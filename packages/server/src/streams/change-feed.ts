import type { CHANGE_STREAM_EVENTS, ConnectionChange as ChangeView } from '@nectar-connect/contract/wire'
import type { ConnectionChanged } from '../changes/recorder.ts'
import { joinBytes } from '../http/body.ts'
import { type EventOf, trimOldest } from '../lib/shared-work.ts'
import type {
  ConnectionChange,
  ConnectStore,
  HistoryEntry,
  ReadResult,
  StoreNews,
} from '../stores/connect-store.ts'

const AT_ONCE = 100
const ENCODED_KEPT = 1_000

const encoder = new TextEncoder()

interface FeedDeps {
  store: Pick<ConnectStore, 'subscribe' | 'readChanges'>
  /** Told of each change when this process streams it first, whichever process made it. */
  connectionChanged: Pick<EventOf<ConnectionChanged>, 'emit'>
  /** Told of the company before its readers are told that something may have become of an invitation. */
  invitationsChanged: Pick<EventOf<string>, 'emit'>
}

type OnHint = (news: StoreNews) => void

export type ChangeFeed = ReturnType<typeof createChangeFeed>

/** Changes for any number of readers: read once, encoded once. */
export function createChangeFeed({ store, connectionChanged, invitationsChanged }: FeedDeps) {
  const companies = new Map<string, { readers: Set<OnHint>; leave: () => void }>()
  /** By company, then by cursor. */
  const reading = new Map<string, Map<string | null, Promise<ReadResult>>>()
  const encoded = new Map<string, Uint8Array>()

  function join(companyId: string) {
    const readers = new Set<OnHint>()
    const leave = store.subscribe(companyId, (news) => {
      if (news === 'invitations') invitationsChanged.emit(companyId)
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
    if (source !== 'poll') connectionChanged.emit({ companyId, connectionId, source, isOwn: false })
    const bytes = encodeEvent('change', viewChange(change), cursor)
    encoded.set(cursor, bytes)
    trimOldest(encoded, ENCODED_KEPT)
    return bytes
  }

  return {
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
    read(companyId: string, cursor: string | null): Promise<ReadResult> {
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
    /** The bytes of these changes: one piece, which readers share. */
    encode(changes: readonly ConnectionChange[]): Uint8Array {
      const [first] = changes
      return first && changes.length === 1 ? encodeOne(first) : joinBytes(changes.map(encodeOne))
    },
  }
}

/** A server-sent event, in bytes. JSON has no line breaks of its own, so that one `data` line is enough. */
export function encodeEvent(
  event: keyof typeof CHANGE_STREAM_EVENTS,
  data: unknown,
  id?: string,
): Uint8Array {
  const head = id === undefined ? '' : `id: ${id}\n`
  return encoder.encode(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** A change as a browser may see it: the browser never names a company, and is named none. */
export function viewChange(change: HistoryEntry): ChangeView {
  const { cursor, eventId, connectionId, from, to, at, source } = change
  return { cursor, eventId, connectionId, from, to, at, source }
}
