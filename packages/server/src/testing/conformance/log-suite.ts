import type {
  ChangeLog,
  ChangeLogLimits,
  ClaimToken,
  ConnectionChange,
  Observation,
} from '../../stores/change-log.ts'
import { orderOf, webhookTime } from '../../stores/event-time.ts'

/** A place where logs live: a process, a file, a Redis. */
export interface LogPlace {
  /** Opens the log in an own place, empty. */
  open(limits: ChangeLogLimits): Promise<ChangeLog>
  /** Another process's view of the log that was opened last. */
  openSecond(limits: ChangeLogLimits): Promise<ChangeLog>
  close(): Promise<void>
}

/** What the parts of the suite work with. */
export interface Suite {
  /** An empty log, at `START`. */
  openLog(limits?: ChangeLogLimits): Promise<ChangeLog>
  /** The same log, as another process sees it. */
  openSecond(): Promise<ChangeLog>
  /** Moves the clock of all logs, in milliseconds. */
  advance(ms: number): void
  now(): number
  /** How many random cases each property tries. */
  runs: number
}

/** Milliseconds since the epoch. */
export const START = Date.UTC(2026, 10, 24, 12)

/** An observation `second` seconds, and as many microseconds, after midnight. */
export function seen(connectionId: string, status: string, second: number, eventId?: string): Observation {
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
    order: orderOf(time, id),
    source: 'webhook',
    quiet: false,
  }
}

export async function claim(log: ChangeLog, eventId: string, subject: string): Promise<ClaimToken> {
  const claimed = await log.claim(eventId, subject)
  if (claimed.state !== 'claimed') throw new Error(`Expected a claim on ${eventId}, it is ${claimed.state}.`)
  return claimed.token
}

export async function record(log: ChangeLog, observation: Observation): Promise<ConnectionChange | null> {
  const token = await claim(log, observation.eventId, observation.connectionId)
  const commit = await log.commit(token, observation)
  if (commit.state !== 'committed') throw new Error('The claim was lost.')
  return commit.change
}

/** Where "now" is. */
export async function startOf(log: ChangeLog): Promise<string> {
  return (await log.read('company', null, 1)).cursor
}

export async function changesAfter(log: ChangeLog, cursor: string): Promise<ConnectionChange[]> {
  const read = await log.read('company', cursor, 1_000)
  if (read.state === 'reset') throw new Error('Expected changes, got reset.')
  return read.changes
}
