import { expect, test } from 'vitest'
import type { SiteFixture } from '../../server/fixtures/fixture-types.ts'
import { harrowLane } from '../../server/fixtures/harrow-lane.ts'
import { kestrel } from '../../server/fixtures/kestrel.ts'
import { figuresByRegion, figuresOf } from './figures.ts'

const view = (sites: SiteFixture[]) => sites.map(({ externalId, ...rest }) => ({ id: externalId, ...rest }))

test('a utility whose bills have not come is unknown, not zero', () => {
  const [oregon] = figuresByRegion(view(harrowLane.sites))
  expect(oregon).toMatchObject({ region: 'Oregon', sites: 5, size: 431, sitesWithElectricity: 0 })
  expect(oregon?.usage).toMatchObject({ ELECTRICITY: null, GAS: 5592, DISTRICT: null })
  expect(oregon?.tonnes).toBeCloseTo((5592 * 5.3 + 1197 * 0.35 + 9.6 * 460) / 1000, 6)
})

test('the regions add up to the whole', () => {
  const regions = figuresByRegion(view(harrowLane.sites))
  const total = figuresOf(view(harrowLane.sites))
  expect(regions.reduce((sum, { tonnes }) => sum + (tonnes ?? 0), 0)).toBeCloseTo(total.tonnes ?? 0, 6)
  expect(regions.reduce((sum, { sites }) => sum + sites, 0)).toBe(14)
})

test('without any bill there are no emissions to speak of', () => {
  expect(figuresOf(view(kestrel.sites))).toMatchObject({
    sites: 6,
    tonnes: null,
    usage: { ELECTRICITY: null },
  })
})
