import { afterAll, beforeAll, describe } from 'vitest'
import { describeChanges } from './conformance/changes.ts'
import { describeClaims } from './conformance/claims.ts'
import { describeCompanies } from './conformance/companies.ts'
import { describeCounts } from './conformance/counts.ts'
import { describeInvitations } from './conformance/invitations.ts'
import { describeProcesses } from './conformance/processes.ts'
import { describeRandom } from './conformance/random.ts'
import { describeReading } from './conformance/reading.ts'
import { START, type StorePlace, type Suite } from './conformance/store-suite.ts'

/**
 * What every store has to do.
 *
 * @param options.runs How many random cases each property tries.
 * @param options.isShared Whether several processes can use one store.
 */
export function describeStore(
  name: string,
  createPlace: () => Promise<StorePlace>,
  { runs, isShared }: { runs: number; isShared: boolean },
) {
  describe(`${name} keeps the contract of a store:`, () => {
    let place: StorePlace
    let time = START
    const now = () => time
    beforeAll(async () => {
      place = await createPlace()
    })
    afterAll(() => place.close())

    const suite: Suite = {
      openStore(limits = {}) {
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
    describeInvitations(suite)
    describeCounts(suite)
    describeCompanies(suite)
    if (isShared) describeProcesses(suite)
  })
}
