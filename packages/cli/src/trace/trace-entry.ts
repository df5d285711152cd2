import { timestampToMs } from '@nectar-connect/contract/nectar'

/** One thing that happened, as one source tells it. */
export interface TraceEntry {
  /** As the source writes it, down to the microsecond; null when it does not say. */
  at: string | null
  source: 'log' | 'changes' | 'nectar'
  /** Of a log line; null elsewhere. */
  level: string | null
  text: string
  fields: Record<string, unknown>
}

/** What ids of ours mean, wherever they are found. */
export const ID_FIELDS = ['reference', 'eventId', 'invitationId', 'connectionId'] as const
export type IdField = (typeof ID_FIELDS)[number]

/** Oldest first. Entries without a time stay behind the one that they came after. */
export function sortEntries(entries: readonly TraceEntry[]): TraceEntry[] {
  let last = Number.NEGATIVE_INFINITY
  return entries
    .map((entry) => {
      const own = entry.at === null ? Number.NaN : timestampToMs(entry.at)
      last = Number.isFinite(own) ? own : last
      return { entry, time: last }
    })
    .sort((a, b) => (a.time === b.time ? finer(a.entry, b.entry) : a.time - b.time))
    .map(({ entry }) => entry)
}

/** Within a millisecond, digits decide where both have more of them. */
function finer(a: TraceEntry, b: TraceEntry): number {
  const [left, right] = [fraction(a), fraction(b)]
  if (left.length <= 3 || right.length <= 3) return 0
  return left < right ? -1 : Number(left > right)
}

function fraction({ at }: TraceEntry): string {
  return /\.(\d+)/.exec(at ?? '')?.[1] ?? ''
}
