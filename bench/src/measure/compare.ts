import { median } from './median.ts'

/** What is measured; answers the cost of one round, in any unit. */
export interface Contestant {
  name: string
  round(): Promise<number>
}

export interface Comparison {
  /** Medians of the rounds. */
  ours: number
  theirs: number
  /** Theirs by ours, round by round, and the median of that: above 1 means that ours costs less. */
  advantage: number
}

/**
 * Measures both in turn, so that whatever else the machine does meets both alike. The first round of each only warms
 * up; who begins changes from round to round.
 */
export async function compare(ours: Contestant, theirs: Contestant, rounds: number): Promise<Comparison> {
  const measured: { ours: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [ours, theirs] : [theirs, ours]
    const costs = new Map([[first, await first.round()]])
    costs.set(second, await second.round())
    if (round > 0) measured.push({ ours: costs.get(ours) ?? 0, theirs: costs.get(theirs) ?? 0 })
  }
  return {
    ours: median(measured.map((costs) => costs.ours)),
    theirs: median(measured.map((costs) => costs.theirs)),
    advantage: median(measured.map((costs) => costs.theirs / costs.ours)),
  }
}
