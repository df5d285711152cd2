import type { Scheduler } from '../options.ts'

/** What the sandbox's clock shows, and how it goes. */
export interface ClockState {
  /** Milliseconds since the epoch, skew included. */
  now: number
  frozen: boolean
  /** How far what is written runs off, in milliseconds; positive is ahead. */
  skewMs: number
  /** How far it is ahead of the host's clock without the skew, in milliseconds. */
  aheadMs: number
}

interface Job {
  at: number
  run: () => void
  disarm: () => void
}

/** Beyond this many milliseconds a platform timer fires at once instead of late. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export type SandboxTime = ReturnType<typeof createSandboxTime>

/**
 * The sandbox's own time and the queue of what is to happen in it. All times in milliseconds since the epoch.
 *
 * @param host the clock that this one goes by while it flows
 * @param schedule arms a timer for each piece of work while time flows; none while it is frozen
 */
export function createSandboxTime(host: () => number, schedule: Scheduler) {
  const jobs = new Set<Job>()
  let shift = 0
  let skew = 0
  let frozenAt: number | null = null
  let lastStamp = 0

  const moment = () => frozenAt ?? host() + shift
  const now = () => moment() + skew

  /** The earliest; of several at the same moment the one that was queued first. */
  function next(until: number): Job | null {
    let found: Job | null = null
    for (const job of jobs)
      if (job.at <= until && job.at < (found?.at ?? Number.POSITIVE_INFINITY)) found = job
    return found
  }

  function take(job: Job): void {
    job.disarm()
    jobs.delete(job)
  }

  /** A timer runs what it was armed for without asking the clock: timers may fire a moment early. */
  function arm(job: Job): void {
    job.disarm()
    const delay = Math.max(0, job.at - moment())
    if (delay > LONGEST_TIMER_MS) return
    job.disarm = schedule(() => {
      for (let due = next(job.at); due; due = next(job.at)) {
        take(due)
        due.run()
      }
    }, delay)
  }

  function freeze(): void {
    frozenAt = moment()
    for (const job of jobs) job.disarm()
  }

  function resume(): void {
    if (frozenAt === null) return
    shift = frozenAt - host()
    frozenAt = null
    for (const job of jobs) arm(job)
  }

  function cancelAll(): void {
    for (const job of [...jobs]) take(job)
  }

  return {
    /** What is written into answers, skew included. */
    now,
    /** The same in microseconds, and never the same twice within one millisecond. */
    stamp() {
      const start = Math.floor(now()) * 1000
      lastStamp = lastStamp >= start && lastStamp < start + 1000 ? lastStamp + 1 : start
      return lastStamp
    },
    /** Without skew: what the queue goes by. */
    moment,
    /**
     * Queues work; what it returns calls it off.
     *
     * @param from the moment that the delay counts from; default: now
     */
    schedule(run: () => void, delayMs: number, from = moment()) {
      const job: Job = { at: from + delayMs, run, disarm: () => {} }
      jobs.add(job)
      // Queued late for a moment that a leap has already passed: it belongs to that leap, frozen or not.
      const missed = from < moment() && job.at <= moment()
      if (frozenAt === null || missed) arm(job)
      return () => take(job)
    },
    /** Moves on; what was due in between runs in order, each at its own moment. */
    advance(ms: number) {
      const flowing = frozenAt === null
      const until = moment() + ms
      freeze()
      for (let job = next(until); job; job = next(until)) {
        take(job)
        frozenAt = Math.max(moment(), job.at)
        job.run()
      }
      // Work may have moved the clock on by itself.
      frozenAt = Math.max(moment(), until)
      if (flowing) resume()
    },
    freeze,
    resume,
    setSkew(ms: number) {
      skew = ms
    },
    read: (): ClockState => ({
      now: now(),
      frozen: frozenAt !== null,
      skewMs: skew,
      aheadMs: moment() - host(),
    }),
    cancelAll,
    /**
     * Calls off everything, and flows on from what the clock shows. It never shows less than before, so that whoever
     * listens takes nothing for old.
     *
     * @param back goes with the host's clock again all the same
     */
    reset(back: boolean) {
      cancelAll()
      const shown = moment() + Math.max(0, skew)
      if (back) lastStamp = 0
      shift = back ? 0 : Math.max(0, shown - host())
      skew = 0
      frozenAt = null
    },
  }
}

/** A date-time as the REST API writes it: whole seconds and `Z`. @param stamp microseconds since the epoch */
export function restTime(stamp: number): string {
  return `${new Date(stamp / 1000).toISOString().slice(0, 19)}Z`
}

/**
 * A date-time as webhooks write it: six fractional digits and no offset.
 *
 * @param stamp microseconds since the epoch
 */
export function webhookTime(stamp: number): string {
  const seconds = Math.floor(stamp / 1_000_000)
  const fraction = String(stamp - seconds * 1_000_000).padStart(6, '0')
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction}`
}
