export interface ElapsedClock {
  /** Milliseconds since it was first asked. */
  now(): number
}

/**
 * Counts with the larger of monotonic and wall time: the monotonic clock stops in sleep on some systems, and the
 * wall clock can be set back. It never runs backwards, and reads no time before it is asked: a page that is rendered
 * ahead of its visit has none.
 *
 * @param wall milliseconds, may jump
 * @param monotonic milliseconds, may stand still in sleep
 */
export function createElapsedClock(
  wall: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): ElapsedClock {
  let elapsed = 0
  let last: { wall: number; monotonic: number } | undefined
  return {
    now() {
      const next = { wall: wall(), monotonic: monotonic() }
      last ??= next
      elapsed += Math.max(0, next.wall - last.wall, next.monotonic - last.monotonic)
      last = next
      return elapsed
    },
  }
}
