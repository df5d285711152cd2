import { afterAll, beforeAll, describe } from 'vitest'
import { describeChanges } from './conformance/changes.ts'
import { describeClaims } from './conformance/claims.ts'
import { type LogPlace, START, type Suite } from './conformance/log-suite.ts'
import { describeProcesses } from './conformance/processes.ts'
import { describeRandom } from './conformance/random.ts'
import { describeReading } from './conformance/reading.ts'

/**
 * What every change log has to do.
 *
 * @param options.runs How many random cases each property tries.
 * @param options.isShared Whether several processes can use one log.
 */
export function describeChangeLog(
  name: string,
  createPlace: () => Promise<LogPlace>,
  { runs, isShared }: { runs: number; isShared: boolean },
) {
  describe(`${name} keeps the contract of a change log:`, () => {
    let place: LogPlace
    let time = START
    const now = () => time
    beforeAll(async () => {
      place = await createPlace()
    })
    afterAll(() => place.close())

    const suite: Suite = {
      openLog(limits = {}) {
        time = START
        return place.open({ now, ...limits })
      },
      openSecond: () => place.openSecond({ now }),
      advance(ms) {
        time += ms
      },
      now,
      runs,
    }
    describeClaims(suite)
    describeChanges(suite)
    describeReading(suite)
    describeRandom(suite)
    if (isShared) describeProcesses(suite)
  })
}
