import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { harrowLane } from '../../server/fixtures/harrow-lane.ts'
import { type SiteView, STREAM_TYPES } from '../../wire/host-api.ts'
import { computeCoverage, type LinkedState, type StreamLink } from './coverage.ts'

const site = (code: string, streams: SiteView['streams']): SiteView => ({
  id: `id-${code}`,
  code,
  name: code,
  city: 'Town',
  region: 'State',
  size: { value: 10, unit: 'rooms' },
  streams,
  usage: {},
})

const link = (state: LinkedState, siteIds: string[], types: string[]): StreamLink => ({
  state,
  siteIds,
  types,
})

describe('one stream', () => {
  const stateOf = (links: StreamLink[], streams: SiteView['streams'] = ['WATER']) =>
    computeCoverage([site('A', streams)], links).rows.find((row) => row.type === 'WATER')?.cells[0]?.state

  test('is not linked while no connection covers both its site and its utility', () => {
    expect(stateOf([])).toBe('unlinked')
    expect(stateOf([link('collecting', ['id-A'], ['GAS']), link('collecting', ['id-B'], ['WATER'])])).toBe(
      'unlinked',
    )
  })

  test('has the state of the connection that covers it', () => {
    expect(stateOf([link('provider', ['id-A'], ['WATER'])])).toBe('provider')
  })

  test('is settled by bills that arrive, then by what somebody can do', () => {
    const covering = (state: LinkedState) => link(state, ['id-A'], ['WATER'])
    expect(stateOf([covering('needs-you'), covering('collecting')])).toBe('collecting')
    expect(stateOf([covering('off'), covering('waiting'), covering('needs-you')])).toBe('needs-you')
  })

  test('counts where a connection says so, though the site was not known to have it', () => {
    expect(stateOf([link('waiting', ['id-A'], ['WATER'])], ['GAS'])).toBe('waiting')
  })
})

test('utilities that nobody has get no row, and other companies’ sites count nothing', () => {
  const coverage = computeCoverage(
    [site('A', ['GAS'])],
    [link('collecting', ['id-Z'], ['SOLAR', 'DISTRICT'])],
  )
  expect(coverage.rows.map((row) => row.type)).toEqual(['GAS'])
  expect(coverage).toMatchObject({ collecting: 0, total: 1, signIns: 0 })
})

test('a sign-in counts only where it holds something up', () => {
  const sites = [site('A', ['GAS'])]
  const idle = link('needs-you', [], ['GAS'])
  const doubled = [link('needs-you', ['id-A'], ['GAS']), link('collecting', ['id-A'], ['GAS'])]
  expect(computeCoverage(sites, [idle]).signIns).toBe(0)
  expect(computeCoverage(sites, doubled).signIns).toBe(0)
  expect(computeCoverage(sites, [link('needs-you', ['id-A'], ['GAS']), idle]).signIns).toBe(1)
})

test('Harrow Lane: 37 of 57, and two sign-ins bring back ten', () => {
  const states: Record<string, LinkedState> = {
    CONNECTED: 'collecting',
    PENDING: 'waiting',
    WEBSITE_DOWN: 'provider',
    PASSWORD_INCORRECT: 'needs-you',
    MFA_TOKEN_EXPIRED: 'needs-you',
  }
  const sites = harrowLane.sites.map(({ externalId, ...rest }) => ({ id: externalId, ...rest }))
  const links = harrowLane.connections.map(({ status, siteCodes, utilityTypes }) =>
    link(
      states[status] ?? 'off',
      siteCodes.map((code) => `HL-${code}`),
      utilityTypes,
    ),
  )
  const coverage = computeCoverage(sites, links)
  expect(coverage).toMatchObject({
    collecting: 37,
    total: 57,
    signIns: 2,
    counts: { collecting: 37, 'needs-you': 10, provider: 4, waiting: 1, off: 0, unlinked: 5 },
  })
  expect(coverage.rows.map((row) => `${row.type} ${row.collecting} of ${row.total}`)).toEqual([
    'ELECTRICITY 7 of 14',
    'GAS 6 of 14',
    'WATER 10 of 14',
    'WASTE 14 of 14',
    'DISTRICT 0 of 1',
  ])
})

test('whatever the connections are, the numbers add up', () => {
  const codes = ['A', 'B', 'C']
  const types = fc.subarray([...STREAM_TYPES])
  const sites = fc
    .tuple(types, types, types)
    .map((all) => all.map((streams, i) => site(codes[i] ?? '', streams)))
  const links = fc.array(
    fc.record({
      state: fc.constantFrom<LinkedState>('collecting', 'needs-you', 'waiting', 'provider', 'off'),
      siteIds: fc.subarray(['id-A', 'id-B', 'id-C', 'id-elsewhere']),
      types: fc.subarray([...STREAM_TYPES, 'SOLAR']),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(sites, links, (someSites, someLinks) => {
      const coverage = computeCoverage(someSites, someLinks)
      const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
      expect(sum(Object.values(coverage.counts))).toBe(coverage.total)
      expect(sum(coverage.rows.map((row) => row.total))).toBe(coverage.total)
      expect(sum(coverage.rows.map((row) => row.collecting))).toBe(coverage.collecting)
      expect(coverage.rows.every((row) => row.cells.length === someSites.length && row.total > 0)).toBe(true)
      expect(coverage.signIns > 0).toBe(coverage.counts['needs-you'] > 0)
    }),
  )
})
