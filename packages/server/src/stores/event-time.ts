import { timestampToMs } from '@nectar-connect/contract/nectar'

/** When something happened: as people read it, and as text that sorts. */
export interface EventTime {
  /** ISO 8601, UTC, with the digits that Nectar gave. */
  at: string
  /** Sorts by time. Has no space. */
  key: string
}

/**
 * The time of a webhook. Its microseconds are compared as digits, since a `Date` would drop them.
 *
 * @param timestamp A Nectar date-time.
 */
export function webhookTime(timestamp: string): EventTime {
  const second = secondOf(timestampToMs(timestamp))
  const fraction = /\.(\d{1,9})/.exec(timestamp)?.[1] ?? ''
  return { at: `${second}${fraction && `.${fraction}`}Z`, key: `${second}.${fraction.padEnd(9, '0')}` }
}

/**
 * The time of a status that was read. It has whole seconds only: among what happened within that second the read comes
 * last, since it was made later, unless it was made within that very second itself.
 *
 * @param timestamp A Nectar date-time; null when Nectar gave none, which makes it the time of the read.
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
