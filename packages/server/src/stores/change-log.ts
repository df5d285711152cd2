import { timestampToMs } from '@nectar-connect/contract/nectar'
import type {
  ConnectionChange,
  HistoryEntry,
  LatestStatus,
  ReadResult,
  StatusReading,
} from './connect-store.ts'

/** When something happened: as people read it, and as text that sorts. */
export interface EventTime {
  /** ISO 8601, UTC, with the digits that Nectar gave. */
  at: string
  /** Sorts by time. Has no space. */
  key: string
}

/** The time of a webhook. Its microseconds are compared as digits, since a `Date` would drop them. */
export function webhookTime(timestamp: string): EventTime {
  const second = secondOf(timestampToMs(timestamp))
  const fraction = /\.(\d{1,9})/.exec(timestamp)?.[1] ?? ''
  return { at: `${second}${fraction && `.${fraction}`}Z`, key: `${second}.${fraction.padEnd(9, '0')}` }
}

/**
 * The time of a status that was read, in whole seconds: the read comes last in its second, unless it was made within it.
 *
 * @param timestamp Of Nectar; null: the time of the read.
 * @param readAt When the read was begun, in milliseconds since the epoch.
 */
export function readTime(timestamp: string | null, readAt: number): EventTime {
  const second = secondOf(timestamp === null ? readAt : timestampToMs(timestamp))
  const isWithin = secondOf(readAt) === second
  const digits = isWithin
    ? `${String(readAt % 1000).padStart(3, '0')}000000`
    : `~${String(readAt).padStart(16, '0')}`
  return { at: `${second}Z`, key: `${second}.${digits}` }
}

/** The order of an observation: by time, then by event id, so that it is the same wherever events arrive. */
export function toSortKey({ key }: EventTime, eventId: string): string {
  return `${key} ${eventId}`
}

/** The part of an order that is the time. */
export function keyOf(order: string): string {
  return order.slice(0, order.indexOf(' '))
}

function secondOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19)
}

/** What a log knows about where its changes begin and end. */
interface Extent {
  epoch: string
  /** Position of the newest change of any company. */
  position: number
  /** Position of the newest change of this company that is no longer kept; 0 for none. */
  floor: number
}

/**
 * Reads from a cursor, `epoch.position`, or says that what comes after it is not wholly known: it is of another epoch,
 * older than what is kept, of the future, or none at all.
 */
export function readFrom(
  cursor: string | null,
  { epoch, position, floor }: Extent,
  changesAfter: (position: number) => ConnectionChange[],
): ReadResult {
  const here = `${epoch}.${position}`
  if (cursor === null) return { state: 'changes', changes: [], cursor: here }
  const match = /^([\w-]{1,64})\.(\d{1,15})$/.exec(cursor)
  const after = Number(match?.[2])
  // Without a match the position is no number, which no comparison holds for.
  if (match?.[1] !== epoch || !(after >= floor && after <= position)) return { state: 'reset', cursor: here }
  const changes = changesAfter(after)
  return { state: 'changes', changes, cursor: changes.at(-1)?.cursor ?? cursor }
}

/** The change that an observation makes, at a position. */
export function toChange(
  { eventId, companyId, connectionId, status, at, source }: StatusReading,
  from: string | null,
  { epoch, position }: Pick<Extent, 'epoch' | 'position'>,
): ConnectionChange {
  const cursor = `${epoch}.${position}`
  return { cursor, eventId, companyId, connectionId, from, to: status, at, source }
}

/** A new epoch: a log that lost what it knew is another one. */
export function createEpoch(): string {
  return crypto.randomUUID().slice(0, 18)
}

/**
 * What an observation changes, seen from the newest status that is known of the connection: nothing when it is older,
 * or says the same. So `validated` and `updated` of one event make one change, whichever comes first.
 */
export function diffStatus(
  latest: LatestStatus | null,
  { isBaseline, sortKey, status, from }: StatusReading,
): { from: string | null } | null {
  if (isBaseline || (latest !== null && sortKey <= latest.sortKey)) return null
  const before = latest?.status ?? from
  return before === status ? null : { from: before }
}

/** An observation as a log keeps it. */
export type KeptObservation = StatusReading & { cursor: string | null }

/**
 * The history that observations make, oldest first, in whatever order they came: of those in a row that say the same,
 * the first counts. It is newest first.
 */
export function buildHistory(
  observations: readonly KeptObservation[],
  limit: number,
): { changes: HistoryEntry[]; hasMore: boolean } {
  const changes: HistoryEntry[] = []
  let before: string | null = null
  for (const [index, { status }] of observations.entries()) {
    if (status === before) continue
    changes.push(toEntry(sameMoment(observations, index), before))
    before = status
  }
  changes.reverse()
  return { changes: changes.slice(0, limit), hasMore: changes.length > limit }
}

/** Several events tell of one change; they bear one time. */
function sameMoment(observations: readonly KeptObservation[], start: number): KeptObservation[] {
  const [first] = observations.slice(start, start + 1)
  if (first === undefined) return []
  const key = keyOf(first.sortKey)
  const rest = observations.slice(start)
  const end = rest.findIndex(({ sortKey, status }) => keyOf(sortKey) !== key || status !== first.status)
  return end === -1 ? rest : rest.slice(0, end)
}

function toEntry(events: KeptObservation[], before: string | null): HistoryEntry {
  const told = events.find(({ cursor }) => cursor !== null) ?? (events[0] as KeptObservation)
  const { cursor, eventId, companyId, connectionId, status, at, source } = told
  const hint = events.find(({ from }) => from !== null && from !== status)?.from ?? null
  return { cursor, eventId, companyId, connectionId, from: before ?? hint, to: status, at, source }
}
