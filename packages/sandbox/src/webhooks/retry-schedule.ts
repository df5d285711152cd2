const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** From one try to the next, in milliseconds, as Svix documents it. */
export const RETRY_WAITS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
]

/** Where every try failed for that long, the endpoint is disabled. In milliseconds. */
export const FAILING_TOO_LONG_MS = 5 * 24 * HOUR
