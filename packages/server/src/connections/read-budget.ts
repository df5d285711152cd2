/** All lists together are read no more often than this, in milliseconds. */
const SPACING_MS = 40
/** So much at once, in milliseconds of it: 25 lists. */
const BURST_MS = 1_000
/** An older list is read whatever is used up, in milliseconds: nobody may have asked for it in a long time. */
const OLDEST_MS = 5 * 60_000
/** Pages that nobody tells of changes ask every minute. */
const PERIOD_MS = 60_000

/** 25 lists a second for all companies of a process: each is kept for longer, the more companies are asked for. */
export function createReadBudget(now: () => number) {
  let current = new Set<string>()
  let before = new Set<string>()
  let periodAt = Number.NEGATIVE_INFINITY
  /** Until when what was read uses the budget up. */
  let usedUntil = 0

  function countAsked(companyId: string): number {
    const sinceMs = Math.abs(now() - periodAt)
    if (sinceMs >= PERIOD_MS) {
      before = sinceMs < 2 * PERIOD_MS ? current : new Set()
      current = new Set()
      periodAt = now()
    }
    current.add(companyId)
    return Math.max(before.size, current.size)
  }

  return {
    /** Whether it is the turn of a company that is asked for: its list is among the oldest, and something is left. */
    isDue(companyId: string, ageMs: number): boolean {
      const turnMs = countAsked(companyId) * SPACING_MS
      const isUsedUp = usedUntil > now() + BURST_MS
      return ageMs >= OLDEST_MS || (ageMs >= turnMs && !isUsedUp)
    },
    /** A list is read, whether or not something is left. */
    spend() {
      // What is used up ahead is bounded: many companies that come at once are read at once.
      usedUntil = Math.max(now(), Math.min(usedUntil, now() + PERIOD_MS)) + SPACING_MS
    },
  }
}
