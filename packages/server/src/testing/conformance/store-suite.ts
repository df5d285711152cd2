import { toSortKey, webhookTime } from '../../stores/change-log.ts'
import type {
  ClaimToken,
  ConnectionChange,
  ConnectStore,
  StatusReading,
  StoreLimits,
} from '../../stores/connect-store.ts'

/** A place where stores live: a process, a file, a Redis. */
export interface StorePlace {
  /** Opens the store in an own place, empty. */
  open(limits: StoreLimits): Promise<ConnectStore>
  /** Another process's view of the store that was opened last. */
  openSecond(limits: StoreLimits): Promise<ConnectStore>
  close(): Promise<void>
}

let places = 0

/** A name that no other store of this file has. */
export function newPlaceName(): string {
  places += 1
  return `test-${places}`
}

/**
 * A place that several processes can share.
 *
 * @param openAt opens the store of this name
 * @param end takes away what the stores were in
 */
export function createSharedPlace(
  openAt: (name: string, limits: StoreLimits) => ConnectStore,
  end: () => Promise<void> = async () => {},
): StorePlace {
  const opened: ConnectStore[] = []
  let name = ''
  const open = async (limits: StoreLimits) => {
    const store = openAt(name, limits)
    opened.push(store)
    return store
  }
  const closeAll = async () => {
    for (const store of opened.splice(0)) await store.close()
  }
  return {
    async open(limits) {
      await closeAll()
      name = newPlaceName()
      return open(limits)
    },
    openSecond: open,
    async close() {
      await closeAll()
      await end()
    },
  }
}

/** What the parts of the suite work with. */
export interface Suite {
  /** An empty store, at `START`. */
  openStore(limits?: StoreLimits): Promise<ConnectStore>
  /** The same store, as another process sees it. */
  openSecond(): Promise<ConnectStore>
  /** Moves the clock of all stores, in milliseconds. */
  advance(ms: number): void
  now(): number
  /** How many random cases each property tries. */
  runs: number
}

/** Milliseconds since the epoch. */
export const START = Date.UTC(2026, 10, 24, 12)

/** An observation `second` seconds, and as many microseconds, after midnight. */
export function seen(connectionId: string, status: string, second: number, eventId?: string): StatusReading {
  const id = eventId ?? `${connectionId}-${status}-${second}`
  const digits = String(second).padStart(2, '0')
  const time = webhookTime(`2026-11-24T00:00:${digits}.${digits.padStart(6, '0')}`)
  return {
    eventId: id,
    companyId: 'company',
    connectionId,
    status,
    from: null,
    at: time.at,
    sortKey: toSortKey(time, id),
    source: 'webhook',
    isBaseline: false,
  }
}

export async function claim(store: ConnectStore, eventId: string, subject: string): Promise<ClaimToken> {
  const claimed = await store.claim(eventId, subject)
  if (claimed.state !== 'claimed') throw new Error(`Expected a claim on ${eventId}, it is ${claimed.state}.`)
  return claimed.token
}

export async function record(
  store: ConnectStore,
  observation: StatusReading,
): Promise<ConnectionChange | null> {
  const token = await claim(store, observation.eventId, observation.connectionId)
  const commit = await store.commit(token, observation)
  if (commit.state !== 'committed') throw new Error('The claim was lost.')
  return commit.change
}

/** Where "now" is. */
export async function startOf(store: ConnectStore): Promise<string> {
  return (await store.readChanges('company', null, 1)).cursor
}

export async function changesAfter(store: ConnectStore, cursor: string): Promise<ConnectionChange[]> {
  const read = await store.readChanges('company', cursor, 1_000)
  if (read.state === 'reset') throw new Error('Expected changes, got reset.')
  return read.changes
}
