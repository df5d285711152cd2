import type { ConnectionChangedEvent } from '../changes/connection-changed.ts'
import { joinBytes } from '../lib/join-bytes.ts'
import type { ChangeLog, ChangesRead, ConnectionChange } from '../stores/change-log.ts'
import { encodeEvent, viewChange } from './encode-event.ts'

/** Changes for any number of readers: read once, encoded once. */
export interface ChangeFeed {
  /** Calls back whenever there may be news of the company. */
  subscribe(companyId: string, onHint: () => void): () => void
  read(companyId: string, cursor: string | null): Promise<ChangesRead>
  /** The bytes of these changes: one piece, which readers share. */
  encode(changes: readonly ConnectionChange[]): Uint8Array
}

const AT_ONCE = 100
const ENCODED_KEPT = 1_000

/** @param connectionChanged Told of each change when this process streams it first, whichever process made it. */
export function createChangeFeed(
  changeLog: Pick<ChangeLog, 'subscribe' | 'read'>,
  connectionChanged: Pick<ConnectionChangedEvent, 'emit'>,
): ChangeFeed {
  const companies = new Map<string, { readers: Set<() => void>; leave: () => void }>()
  /** By company, then by cursor. */
  const reading = new Map<string, Map<string | null, Promise<ChangesRead>>>()
  const encoded = new Map<string, Uint8Array>()

  const join = (companyId: string) => {
    const company = { readers: new Set<() => void>(), leave: () => {} }
    company.leave = changeLog.subscribe(companyId, () => {
      // A read that began before a hint may have missed what the hint is about, so that it is not shared after it.
      reading.delete(companyId)
      for (const onHint of [...company.readers]) onHint()
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
      const shared = reading.get(companyId) ?? new Map<string | null, Promise<ChangesRead>>()
      reading.set(companyId, shared)
      const known = shared.get(cursor)
      if (known) return known
      const started = changeLog.read(companyId, cursor, AT_ONCE).finally(() => {
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
