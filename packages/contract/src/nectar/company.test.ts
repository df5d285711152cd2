import { samples } from '@nectar-connect/test-kit/samples'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nectarCompanies, nectarCompany, nectarSite } from './connection.ts'

test('reads the documented payload without its e-mail addresses', () => {
  const company = nectarCompany.parse(samples.company)
  expect(company).toMatchObject({
    name: 'Demo Company',
    externalId: '269350a4-8595-42cc-96ee-bf047d093505',
    sites: [{ name: 'California Facility 1', path: ['US', 'CA'], dataCollectionStopDate: null }],
  })
  expect(JSON.stringify(company)).not.toContain('owner@example.com')
})

test('needs id and name only', () => {
  const { id, name } = samples.company
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (externalId, sites) => {
      expect(nectarCompany.parse({ id, name, externalId, sites })).toMatchObject({ id, name })
    }),
  )
  expect(nectarCompany.safeParse({ name }).success).toBe(false)
})

test('one site that cannot be read does not cost the others', () => {
  const sites = [{ id: 'junk' }, ...samples.company.sites, null]
  expect(nectarCompany.parse({ ...samples.company, sites }).sites).toHaveLength(1)
})

test('says that a site is archived', () => {
  const [site] = samples.company.sites
  expect(nectarSite.parse({ ...site, dataCollectionStopDate: '2024-01-01' }).dataCollectionStopDate).toBe(
    '2024-01-01',
  )
})

test('an answer that is no list is refused: taken for an empty one, it would invite a second company', () => {
  expect(nectarCompanies.parse([samples.company, 'junk'])).toHaveLength(1)
  expect(nectarCompanies.parse([])).toEqual([])
  expect(nectarCompanies.safeParse({ detail: 'Something else.' }).success).toBe(false)
  expect(nectarCompanies.safeParse(null).success).toBe(false)
})
