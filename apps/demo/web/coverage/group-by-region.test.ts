import { expect, test } from 'vitest'
import { harrowLane } from '../../server/fixtures/harrow-lane.ts'
import { groupByRegion } from './group-by-region.ts'

test('regions and sites keep the order in which they first come, though regions may be mixed', () => {
  const sites = harrowLane.sites.map(({ externalId, ...rest }) => ({ id: externalId, ...rest }))
  const [oregon, washington] = [sites.slice(0, 5), sites.slice(5, 9)]
  const mixed = [...oregon.slice(0, 1), ...washington, ...oregon.slice(1)]
  expect(groupByRegion(mixed)).toEqual([
    { name: 'Oregon', sites: oregon },
    { name: 'Washington', sites: washington },
  ])
})
