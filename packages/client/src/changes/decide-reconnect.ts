import { ConnectError } from '../lib/connect-error.ts'

/** How one attempt to stream ended. */
export interface StreamEnding {
  /** What went wrong; null: the server said goodbye. */
  cause: unknown
  /** How long it streamed, in milliseconds; null: not at all. */
  livedMs: number | null
  /** The server said goodbye to everybody at once, as when it is restarted. */
  isForAll: boolean
}

/** A stream that lasted so long counts as working, whatever ended it. In milliseconds. */
const STEADY_MS = 10_000
/** Failures in a row before pages poll. */
const GIVE_UP_AFTER = 3

/** Pages that were sent away together come back one by one within so long. In milliseconds. */
const SPREAD_MS = 5_000

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000
/** A server without streams is asked again less and less often. */
const HOPELESS_DELAY_MS = 60_000
const LONGEST_HOPELESS_DELAY_MS = 600_000

/**
 * When to try again. A stream that is cut soon after it began has failed, even if it began well: else a proxy that cuts
 * every stream would be tried every second.
 *
 * @param failures in a row, before this one
 * @param random from 0 to 1, so that pages do not all come back to a server at once
 */
export function decideReconnect(
  { cause, livedMs, isForAll }: StreamEnding,
  failures: number,
  random: number,
) {
  const isSteady = livedMs !== null && livedMs >= STEADY_MS
  const before = isSteady ? 0 : failures
  if (cause === null && before === 0) {
    return {
      failures: isSteady ? 0 : 1,
      isTroubled: false,
      delayMs: isForAll ? random * SPREAD_MS : 0,
      mayHurry: true,
    }
  }
  const now = before + 1
  const isHopeless = cause !== null && !isPassing(cause)
  const told = ConnectError.isInstance(cause) ? cause.retryAfterMs : null
  const longest = isHopeless
    ? Math.min(LONGEST_HOPELESS_DELAY_MS, HOPELESS_DELAY_MS * 2 ** before)
    : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** now)
  return {
    /** In a row, including this one. */
    failures: now,
    /** Pages poll in the meantime. */
    isTroubled: isHopeless || now >= GIVE_UP_AFTER,
    /** Until the next attempt, in milliseconds. */
    delayMs: Math.max(told ?? 0, longest * (0.5 + random / 2)),
    /** Whether to try earlier when the user comes back to the page, or the network comes back. */
    mayHurry: told === null && (!isHopeless || isSignedOut(cause)),
  }
}

/** An answer that is no stream comes from something other than our handler, and trying again will not help. */
function isPassing(cause: unknown): boolean {
  return !ConnectError.isInstance(cause) || (cause.isRetryable && cause.code !== 'invalid_response')
}

/** People usually sign in again in another tab or window. */
function isSignedOut(cause: unknown): boolean {
  return ConnectError.isInstance(cause) && cause.code === 'unauthenticated'
}
