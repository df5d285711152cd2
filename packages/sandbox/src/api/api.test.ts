import {
  nectarCompany,
  nectarConnection,
  nectarConnectionPage,
  nectarInvitation,
  nectarInvitationDetail,
  nectarInvitationPage,
  nectarSite,
} from '@nectar-connect/contract/nectar'
import { samples } from '@nectar-connect/test-kit/samples'
import { describe, expect, test } from 'vitest'
import { createBench, ORIGIN } from '../testing/bench.ts'

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'
const seeded = [
  { provider: 'coast-range-gas', status: 'PASSWORD_INCORRECT', ownerEmail: 'dana@harrowlane.example' },
]

describe('every version', () => {
  test.each(['v2.2', 'v2.1', 'v2'])('%s answers ping, on its own clock', async (version) => {
    const { api } = createBench()
    const { status, headers, body } = await api('GET', `/${version}/ping`)
    expect(status).toBe(200)
    expect(body).toEqual({ status: 'ok', version })
    expect(headers.get('date')).toBe('Tue, 24 Nov 2026 05:31:56 GMT')
  })

  test('v2.0 is not a path', async () => {
    expect((await createBench().api('GET', '/v2.0/ping')).status).toBe(404)
  })
})

test.each([
  ['missing', { 'X-API-Key': '' }],
  ['wrong', { 'X-API-Key': 'other' }],
])('a %s key answers 401 with detail', async (_, headers) => {
  const { api, company } = createBench()
  const answer = await api('POST', `/invitation/company/${company.id}`, {}, headers)
  expect(answer).toMatchObject({ status: 401, body: { detail: expect.any(String) } })
})

test('several keys are accepted at once', async () => {
  const { api } = createBench({ apiKeys: ['old', 'new'] })
  for (const key of ['old', 'new']) {
    expect((await api('GET', '/ping', undefined, { 'X-API-Key': key })).status).toBe(200)
  }
})

test.each([
  ['company', 'GET', '/company/ID'],
  ['site', 'GET', '/site/ID'],
  ['site of a company', 'POST', '/site/company/ID'],
  ['connection', 'GET', '/connection/ID/details'],
  ['connections', 'GET', '/connection/company/ID'],
  ['invitation', 'GET', '/invitation/ID'],
  ['invitations', 'GET', '/invitation/company/ID'],
  ['new invitation', 'POST', '/invitation/company/ID'],
  ['new reconnect', 'POST', '/invitation/connection/ID'],
  ['revoke', 'POST', '/invitation/ID/revoke'],
])('%s: 404 for an unknown id, 400 for one that is no UUID', async (_, method, path) => {
  const { api } = createBench()
  const body = method === 'POST' ? { name: 'x' } : undefined
  expect(await api(method, path.replace('ID', UNKNOWN_ID), body)).toMatchObject({
    status: 404,
    body: { detail: expect.stringMatching(/not found/) },
  })
  expect(await api(method, path.replace('ID', 'nope'), body)).toMatchObject({
    status: 400,
    body: { detail: expect.stringMatching(/UUID/) },
  })
})

test.each([
  ['no JSON', '{', 'valid JSON'],
  ['not an object', [], 'The body'],
  ['an unknown field', { color: 'red' }, 'color'],
  ['too short a life', { expiresInSeconds: 59 }, 'expiresInSeconds: must be at least 60'],
  ['a broken life', { expiresInSeconds: 60.5 }, 'expiresInSeconds'],
  ['no use at all', { maxUses: 0 }, 'maxUses: must be at least 1'],
  ['a bad address', { allowedEmails: ['x'] }, 'allowedEmails.0'],
  ['an unknown datasource', { prefill: { datasourceId: 'nope' } }, 'prefill.datasourceId'],
  ['a bad address to prefill', { prefill: { url: 'javascript:alert(1)' } }, 'prefill.url'],
  ["somebody else's site", { prefill: { initialSites: [UNKNOWN_ID] } }, 'prefill.initialSites'],
  ['an unknown utility type', { prefill: { utilityTypes: ['TEA'] } }, 'prefill.utilityTypes'],
  ['a country in small letters', { prefill: { country: 'us' } }, 'prefill.country'],
])('an invitation with %s is refused', async (_, body, detail) => {
  const { api, company, sandbox } = createBench()
  const answer = await api('POST', `/invitation/company/${company.id}`, body)
  expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) } })
  expect((await sandbox.control.stats()).invitationsCreated).toBe(0)
})

test('a reconnect invitation takes no prefill', async () => {
  const { api, company } = createBench({}, seeded)
  const path = `/invitation/connection/${company.connectionIds[0]}`
  expect(await api('POST', path, { prefill: {} })).toMatchObject({ status: 400 })
  const { status, body } = await api('POST', path, { maxUses: 1 })
  expect(status).toBe(201)
  expect(body).toMatchObject({
    invitationType: 'EDIT_CONNECTION',
    connectionId: company.connectionIds[0],
    companyId: company.id,
    prefill: {},
    createdConnections: [],
  })
})

test('an invitation has the documented shape', async () => {
  const { api, company } = createBench()
  const wanted = { expiresInSeconds: 3600, maxUses: 1, prefill: { url: 'https://ladwp.com', country: 'US' } }
  const { body } = await api('POST', `/invitation/company/${company.id}`, wanted)
  expect(Object.keys(body).sort()).toEqual(Object.keys(samples.invitation).sort())
  expect(nectarInvitation.parse(body)).toMatchObject({
    invitationType: 'CREATE_CONNECTION',
    status: 'ACTIVE',
    companyId: company.id,
    createdAt: '2026-11-24T05:31:56Z',
    expiresAt: '2026-11-24T06:31:56Z',
    maxUses: 1,
    useCount: 0,
  })
  expect(body.invitationUrl).toBe(`${ORIGIN}/p/i/${body.token}`)
  expect(body.prefill).toEqual(wanted.prefill)
})

test('an invitation runs out by time, and is revoked once', async () => {
  const { api, invite, time } = createBench()
  const short = await invite({ expiresInSeconds: 60 })
  const long = await invite()
  time.advance(59_000)
  expect((await api('GET', `/invitation/${short.id}`)).body.status).toBe('ACTIVE')
  time.advance(1000)
  expect((await api('GET', `/invitation/${short.id}`)).body.status).toBe('EXPIRED')
  expect((await api('POST', `/invitation/${short.id}/revoke`)).status).toBe(400)
  expect(await api('POST', `/invitation/${long.id}/revoke`)).toMatchObject({
    status: 200,
    body: { status: 'REVOKED' },
  })
  expect((await api('POST', `/invitation/${long.id}/revoke`)).status).toBe(400)
  const detail = nectarInvitationDetail.parse((await api('GET', `/invitation/${long.id}`)).body)
  expect(detail.audit).toEqual([{ name: 'revoked', at: '2026-11-24T05:32:56Z' }])
})

test('the list of invitations has the envelope of the others', async () => {
  const { api, invite, company } = createBench()
  const made = [await invite(), await invite(), await invite()]
  const { body } = await api('GET', `/invitation/company/${company.id}?limit=2&page=2`)
  expect(body).toMatchObject({
    totalInvitations: 3,
    perPage: 2,
    currentPage: 2,
    hasNext: false,
    hasPrevious: true,
  })
  expect(nectarInvitationPage.parse(body).invitations.map(({ id }) => id)).toEqual([made[2]?.id])
})

test('a connection has the documented shape, its deprecated secrets included', async () => {
  const { api, company } = createBench({}, seeded)
  const { body } = await api('GET', `/connection/${company.connectionIds[0]}/details`)
  expect(Object.keys(body).sort()).toEqual(Object.keys(samples.connectionsPage.connections[0] ?? {}).sort())
  expect(nectarConnection.parse(body)).toMatchObject({
    status: 'PASSWORD_INCORRECT',
    datasource: { name: 'Coast Range Gas', url: 'https://coastrangegas.example' },
    company: { id: company.id, name: 'Harrow Lane Hotels', externalId: 'harrow' },
    initialSites: company.siteIds,
    created: '2026-11-24T05:31:56Z',
  })
})

test('connections are filtered by owner and by site', async () => {
  const { api, company } = createBench({}, [
    ...seeded,
    { provider: 'https://unlisted.example/login', status: 'ODD_STATUS', sites: ['s1'] },
  ])
  const list = async (query: string) =>
    nectarConnectionPage.parse((await api('GET', `/connection/company/${company.id}?${query}`)).body)
  expect((await list('')).connections).toHaveLength(2)
  expect((await list('connectionOwnerEmail=DANA@harrowlane.example')).connections).toHaveLength(1)
  expect((await list(`sites=${company.siteIds[1]}`)).connections).toHaveLength(1)
  expect((await list(`sites=${company.siteIds[0]},${company.siteIds[1]}`)).connections).toHaveLength(2)
})

test('companies and sites are made and read', async () => {
  const { api } = createBench()
  const made = await api('POST', '/company', { name: 'Kestrel Cold Storage', externalId: 'kestrel' })
  expect(made.status).toBe(201)
  const paths = [`/site/company/${made.body.id}`, `/company/${made.body.id}/site`]
  for (const [index, path] of paths.entries()) {
    const site = await api('POST', path, { name: `Hall ${index}`, path: ['US', 'WA'] })
    expect(site.status).toBe(201)
    expect(nectarSite.parse((await api('GET', `/site/${site.body.id}`)).body).name).toBe(`Hall ${index}`)
  }
  const company = await api('GET', `/company/${made.body.id}`)
  expect(Object.keys(company.body).sort()).toEqual(Object.keys(samples.company).sort())
  expect(nectarCompany.parse(company.body)).toMatchObject({ externalId: 'kestrel', sites: [{}, {}] })
  expect((await api('GET', '/company')).body).toHaveLength(2)
  expect((await api('POST', '/company', { name: '' })).body.detail).toContain('name')
})

test('calls are counted by route, refused ones too, and made invitations once each', async () => {
  const { api, invite, sandbox } = createBench()
  await invite()
  await api('GET', '/v2/ping')
  await api('GET', '/v2.1/ping', undefined, { 'X-API-Key': 'other' })
  expect(await sandbox.control.stats()).toEqual({
    invitationsCreated: 1,
    requests: { 'POST /invitation/company/{company_id}': 1, 'GET /ping': 2 },
  })
})
