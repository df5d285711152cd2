import {
  nectarCompanies,
  nectarCompany,
  nectarConnection,
  nectarConnectionPage,
  nectarSite,
} from '@nectar-connect/contract/nectar'
import { samples } from '@nectar-connect/test-kit/samples'
import { expect, test } from 'vitest'
import type { createContractClient } from './contract-client.ts'
import type { ContractTarget } from './targets.ts'

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** What Nectar documents about keys, errors, companies, sites and connections. */
export function describeObjects(target: ContractTarget, client: ReturnType<typeof createContractClient>) {
  const { call, read, companyId } = client

  test.each(['v2.2', 'v2.1', 'v2'])('%s answers', async (version) => {
    expect((await call('GET', `/${version}/ping`)).status).toBe(200)
    const company = await companyId()
    expect(nectarCompany.parse(await read(`/${version}/company/${company}`)).id).toBe(company)
  })

  test.each([
    ['no key', {}],
    ['a wrong key', { 'X-API-Key': 'not-a-key' }],
  ])('%s is a 401 with detail', async (_, headers) => {
    const answer = await call('GET', '/company', undefined, headers)
    expect(answer).toMatchObject({ status: 401, body: { detail: expect.anything() } })
  })

  test('the header’s name may be written in any case', async () => {
    expect((await call('GET', '/ping', undefined, { 'x-api-key': target.apiKey })).status).toBe(200)
  })

  test.each([
    '/company/ID',
    '/site/ID',
    '/connection/ID/details',
    '/connection/company/ID',
    '/invitation/ID',
    '/invitation/company/ID',
  ])('%s: an id of nothing is refused with detail', async (path) => {
    const { status, body } = await call('GET', path.replace('ID', UNKNOWN_ID))
    expect([403, 404]).toContain(status)
    expect(body).toHaveProperty('detail')
  })

  test('what is no UUID is refused with detail', async () => {
    const { status, body } = await call('GET', '/company/not-a-uuid')
    expect([400, 403, 404, 422]).toContain(status)
    expect(body).toHaveProperty('detail')
  })

  test('limits out of range are refused, and the largest is taken', async () => {
    const path = `/connection/company/${await companyId()}`
    for (const query of ['limit=0', 'limit=501', 'page=0']) {
      expect([400, 422]).toContain((await call('GET', `${path}?${query}`)).status)
    }
    expect(await read(`${path}?limit=500`)).toMatchObject({ perPage: 500 })
  })

  test('companies are a plain array, and one of them has its sites', async () => {
    const all = await read('/company')
    expect(Array.isArray(all)).toBe(true)
    const company = await companyId()
    expect(nectarCompanies.parse(all).map(({ id }) => id)).toContain(company)
    const raw = Object(await read(`/company/${company}`))
    expect(Object.keys(raw)).toEqual(expect.arrayContaining(['id', 'name', 'externalId', 'sites']))
    for (const { id, name } of nectarCompany.parse(raw).sites.slice(0, 3)) {
      expect(nectarSite.parse(await read(`/site/${id}`))).toMatchObject({ id, name })
    }
  })

  test('connections come in the documented envelope', async () => {
    const raw = Object(await read(`/connection/company/${await companyId()}`))
    const { connections: _, ...envelope } = samples.connectionsPage
    expect(Object.keys(raw)).toEqual(expect.arrayContaining(Object.keys(envelope)))
    expect(raw).toMatchObject({ currentPage: 1, hasPrevious: false, connections: expect.any(Array) })
  })

  test('a page past the last one is the last page again', async () => {
    const path = `/connection/company/${await companyId()}?limit=1`
    const first = nectarConnectionPage.parse(await read(path))
    const last = nectarConnectionPage.parse(await read(`${path}&page=${first.totalPages ?? 1}`))
    const beyond = nectarConnectionPage.parse(await read(`${path}&page=${(first.totalPages ?? 1) + 5}`))
    expect(first.connections.length).toBeLessThanOrEqual(1)
    expect(beyond).toEqual(last)
    expect(beyond.hasNext).toBe(false)
  })

  test('a connection says the same by itself as in the list', async () => {
    const { connections } = nectarConnectionPage.parse(
      await read(`/connection/company/${await companyId()}?limit=1`),
    )
    for (const connection of connections) {
      const raw = Object(await read(`/connection/${connection.id}/details`))
      expect(nectarConnection.parse(raw)).toEqual(connection)
      const [sample = {}] = samples.connectionsPage.connections
      expect(Object.keys(raw)).toEqual(expect.arrayContaining(Object.keys(sample)))
    }
  })

  test('connections are filtered by their owner', async () => {
    const path = `/connection/company/${await companyId()}?connectionOwnerEmail=nobody@nectar-connect.example`
    expect(nectarConnectionPage.parse(await read(path)).connections).toEqual([])
  })

  if (target.disposable === null) return

  test('companies and sites are made', async () => {
    const company = await call('POST', '/company', { name: 'Contract Ltd', externalId: 'contract' })
    const { id } = nectarCompany.parse(company.body)
    const site = await call('POST', `/site/company/${id}`, {
      name: 'Hall',
      address: '1 Dock St',
      path: ['US'],
    })
    expect(nectarSite.parse(site.body)).toMatchObject({
      name: 'Hall',
      path: ['US'],
      dataCollectionStopDate: null,
    })
    expect(nectarCompany.parse(await read(`/company/${id}`))).toMatchObject({
      externalId: 'contract',
      sites: [{ name: 'Hall', address: '1 Dock St' }],
    })
  })
}
