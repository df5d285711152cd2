import { connectionsResponse, connectionView } from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { createStreaming, deliverFirst, opening } from '../testing/deliver.ts'
import { COMPANY, CONNECTION, connectionRow, json, SITE } from '../testing/fake-nectar.ts'
import { createHarness, outcomeOf } from '../testing/harness.ts'

const VIEW = {
  id: CONNECTION,
  status: 'PASSWORD_INCORRECT',
  isActive: true,
  providerName: 'LADWP',
  providerUrl: 'https://ladwp.com/',
  country: 'US',
  utilityTypes: ['ELECTRICITY'],
  sites: [{ id: SITE, name: 'California Facility 1' }],
  createdAt: '2024-09-06T00:15:43.000Z',
  statusAt: '2024-09-13T08:02:11.000Z',
  statusSince: '2024-09-10T06:00:00.000Z',
  updatedAt: '2024-09-13T08:02:11.000Z',
}

test('the list shows connections, rights and who may do more', async () => {
  const { get } = createHarness({
    authorize: () => ({
      companyId: COMPANY,
      userId: 'u',
      permissions: { revoke: false },
      administratorNames: ['Ada'],
    }),
  })
  const body = await (await get('/connections')).json()
  expect(connectionsResponse(body)).toEqual(body)
  expect(body).toEqual({
    connections: [VIEW],
    permissions: { view: true, connect: true, reconnect: true, invite: true, revoke: false },
    administratorNames: ['Ada'],
    hostedOrigin: 'https://dash.nectarclimate.com',
    liveUpdates: 'poll',
    sharing: {
      mail: 'nectar',
      allowLinks: true,
      expiresInMs: 604_800_000,
      allowedDomains: null,
      ownName: null,
      ownEmail: null,
    },
    cursor: expect.any(String),
  })
})

test('one connection is shown likewise', async () => {
  const { get } = createHarness()
  const body = await (await get(`/connections/${CONNECTION.toUpperCase()}`)).json()
  expect(connectionView(body)).toEqual(VIEW)
})

test('neither secrets nor personal data are shown', async () => {
  const { get } = createHarness()
  const text =
    (await (await get('/connections')).text()) + (await (await get(`/connections/${CONNECTION}`)).text())
  for (const hidden of ['magic-link-secret', 'public-company-secret', 'example.com', 'username']) {
    expect(text).not.toContain(hidden)
  }
})

test('the username is shown where the host asks for it', async () => {
  const { get } = createHarness({ exposeUsername: true })
  expect(await (await get(`/connections/${CONNECTION}`)).json()).toEqual({
    ...VIEW,
    username: 'facilities@example.com',
  })
})

test.each([
  ['http://ladwp.com', 'https://ladwp.com/bills', 'https://ladwp.com/bills'],
  ['javascript:alert(1)', 'ladwp.com', null],
  ['https://user:pw@ladwp.com', null, null],
  [null, 'https://ladwp.com', 'https://ladwp.com/'],
])('the provider at %s, else %s, is linked as %s', async (datasourceUrl, url, expected) => {
  const { get, fake } = createHarness()
  const row = connectionRow(CONNECTION, COMPANY)
  fake.connections = [{ ...row, url, datasource: { name: 'LADWP', url: datasourceUrl } }]
  expect(await (await get(`/connections/${CONNECTION}`)).json()).toMatchObject({ providerUrl: expected })
})

test('sites whose names cannot be had are shown without', async () => {
  const { get, fake } = createHarness()
  fake.on('GET', '/company', () => json({}, 500))
  expect(await (await get('/connections')).json()).toMatchObject({
    connections: [{ sites: [{ id: SITE, name: null }] }],
  })
})

describe('readers at once', () => {
  const url = '/connection/company'

  test('cost one upstream request, and so do those within two seconds', async () => {
    const { get, fake, clock } = createHarness()
    await Promise.all([1, 2, 3].map(() => get('/connections')))
    clock.advance(1_999)
    await get('/connections')
    expect([fake.count('GET', url), fake.count('GET', '/company')]).toEqual([1, 1])
    clock.advance(1)
    await get('/connections')
    expect([fake.count('GET', url), fake.count('GET', '/company')]).toEqual([2, 1])
    clock.advance(300_000)
    await get('/connections')
    expect(fake.count('GET', '/company')).toBe(2)
  })

  test('are kept for a minute while this process is told of each change, and not beyond one', async () => {
    const { harness, open, change, get, fake, clock } = createStreaming()
    await deliverFirst(harness)
    const reads = async () => {
      await get('/connections')
      return fake.count('GET', url)
    }
    expect(await reads()).toBe(1)
    const page = new AbortController()
    const reader = await open('/changes', { signal: page.signal })
    await opening(reader)
    const readOn = async () => {
      while ((await reader.next()) !== null);
    }
    readOn().catch(() => {})
    // What was read before may have changed since.
    expect(await reads()).toBe(2)
    clock.advance(59_999)
    expect(await reads()).toBe(2)
    clock.advance(1)
    expect(await reads()).toBe(3)
    await change('CONNECTED')
    expect(await reads()).toBe(4)
    // Another process may take the webhooks once nobody listens here.
    page.abort()
    clock.advance(2_000)
    expect(await reads()).toBe(5)
  })
})

describe('all pages', () => {
  const id = (n: number) => `a6c70a54-34e7-4277-80b0-${String(n).padStart(12, '0')}`
  const pageOf = (path: string) => Number(new URL(path, 'http://x').searchParams.get('page'))
  const answer = (numbers: number[], rest: object) =>
    json({ connections: numbers.map((n) => connectionRow(id(n), COMPANY)), ...rest })

  test.each([
    ['hasNext says so', (page: number) => answer([page], { currentPage: page, hasNext: page < 3 }), 3, 3],
    ['the last page comes again', (page: number) => answer([Math.min(page, 2)], { hasNext: true }), 2, 3],
    [
      'the page number stands still',
      (page: number) => answer([page], { currentPage: Math.min(page, 2), hasNext: true }),
      2,
      3,
    ],
    ['there is nothing', () => answer([], { currentPage: 1, hasNext: false }), 0, 1],
    ['an item that cannot be read is left out', () => json({ connections: [{}], hasNext: false }), 0, 1],
    [
      'one moves to the next page while it is read',
      (page: number) => answer([page, page + 1], { currentPage: page, hasNext: page < 2 }),
      3,
      2,
    ],
  ])('are read until %s', async (_, responder, connections, requests) => {
    const { get, fake } = createHarness()
    fake.on('GET', '/connection/company', ({ path }) => responder(pageOf(path)))
    const body = (await (await get('/connections')).json()) as { connections: unknown[] }
    expect([body.connections.length, fake.count('GET', '/connection/company')]).toEqual([
      connections,
      requests,
    ])
    expect(fake.requests.find(({ path }) => path.startsWith('/connection'))?.path).toContain(
      '?limit=500&page=1',
    )
  })

  test('are not read for ever', async () => {
    const { get, fake } = createHarness()
    fake.on('GET', '/connection/company', ({ path }) => {
      const page = pageOf(path)
      return answer([page], { currentPage: page, hasNext: true })
    })
    expect(await outcomeOf(await get('/connections'))).toBe('502 nectar_invalid_response')
    expect(fake.count('GET', '/connection/company')).toBe(200)
  })
})

describe('the cursor of a list', () => {
  test('is where the stream goes on: a change that came after the list was read is told, one from before is not', async () => {
    const { harness, get, change, open } = createStreaming()
    await deliverFirst(harness)
    await change('CONNECTED')
    const { cursor } = await (await get('/connections')).json()
    await change('WEBSITE_DOWN')
    const reader = await open('/changes', { headers: { 'last-event-id': cursor } })
    expect(await opening(reader)).toBe(cursor)
    expect((await reader.change()).to).toBe('WEBSITE_DOWN')
    await reader.leave()
  })

  test('is missing where the store fails, and the list is there', async () => {
    const store = {
      ...createMemoryStore(),
      readChanges: () => Promise.reject(new Error('The store is down.')),
    }
    const { get } = createHarness({ store })
    const body = await (await get('/connections')).json()
    expect(body.connections).toEqual([VIEW])
    expect(body).not.toHaveProperty('cursor')
  })
})
