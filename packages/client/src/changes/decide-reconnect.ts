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

export interface ReconnectDecision {
  /** In a row, with this one. */
  failures: number
  /** Pages have to ask for themselves meanwhile. */
  isTroubled: boolean
  /** Until the next attempt, in milliseconds. */
  delayMs: number
  /** Whether somebody who comes back to the page, or to the network, is reason to try earlier. */
  mayHurry: boolean
}

/** One that streamed so long works, whatever ended it. In milliseconds. */
const STEADY_MS = 10_000
/** Failures in a row before pages have to ask for themselves. */
const GIVE_UP_AFTER = 3

/** Pages that were sent away together come back one by one within so long. In milliseconds. */
const SPREAD_MS = 5_000

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000
/** A server that holds no streams is asked less and less often whether it does by now. */
const HOPELESS_DELAY_MS = 60_000
const LONGEST_HOPELESS_DELAY_MS = 600_000

/**
 * When to try again. One that is cut soon after it began has failed, even if it began well: else a proxy that cuts
 * every stream would be met every second.
 *
 * @param failures in a row, before this one
 * @param random from 0 to 1, so that a server that comes back is not met by everybody at once
 */
export function decideReconnect(
  { cause, livedMs, isForAll }: StreamEnding,
  failures: number,
  random: number,
): ReconnectDecision {
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
    failures: now,
    isTroubled: isHopeless || now >= GIVE_UP_AFTER,
    delayMs: Math.max(told ?? 0, longest * (0.5 + random / 2)),
    mayHurry: told === null && (!isHopeless || isSignedOut(cause)),
  }
}

/** An answer that is no stream comes from something else than our handler, and will again. */
function isPassing(cause: unknown): boolean {
  return !ConnectError.isInstance(cause) || (cause.isRetryable && cause.code !== 'invalid_response')
}

/** Signing in happens in another tab or window, more often than not. */
function isSignedOut(cause: unknown): boolean {
  return ConnectError.isInstance(cause) && cause.code === 'unauthenticated'
}
