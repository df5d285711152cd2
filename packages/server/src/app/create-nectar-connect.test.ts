import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createNectarConnect, NectarConnectError } from '../index.ts'
import { VERSION } from '../lib/version.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import { COMPANY, json, OTHER_COMPANY, SITE } from '../testing/fake-nectar.ts'
import { createHarness, outcomeOf } from '../testing/harness.ts'

describe('options', () => {
  test.each([
    ['no key', { apiKey: undefined }, 'NECTAR_API_KEY'],
    ['an empty key', { apiKey: ' ' }, 'NECTAR_API_KEY'],
    ['no authorize', { authorize: undefined }, 'authorize: async (request)'],
    ['plain http to Nectar', { nectar: { apiOrigin: 'http://nectar.example' } }, 'nectar.apiOrigin'],
    ['an API origin with a path', { nectar: { apiOrigin: 'https://nectar.example/v2' } }, 'nectar.apiOrigin'],
    [
      'plain http for pages',
      { nectar: { hostedOrigin: 'http://x.localhost.example' } },
      'nectar.hostedOrigin',
    ],
    ['any origin', { allowedOrigins: ['*'] }, 'allowedOrigins'],
    ['a public origin that is none', { publicOrigin: 'app.example.com' }, 'publicOrigin'],
    ['a version that is none', { apiVersion: 'v3' }, 'apiVersion'],
    ['a time limit that is none', { timeoutMs: 0 }, 'timeoutMs'],
    ['a base path that is none', { basePath: '/a?b' }, 'basePath'],
  ])(
    '%s: nothing throws, requests answer not_configured, the log shows the fix once',
    async (_, wrong, fix) => {
      const harness = createHarness(wrong as Partial<NectarConnectOptions>)
      for (const _ of [1, 2]) {
        expect(await outcomeOf(await harness.get('/connections'))).toBe('503 not_configured')
      }
      expect(harness.logs.filter(({ message }) => message.includes(fix)).length).toBe(1)
      if (fix.startsWith('authorize')) return
      await expect(harness.nectar.ping()).rejects.toMatchObject({
        code: 'not_configured',
        message: expect.stringContaining(fix),
      })
    },
  )

  test.each(['http://localhost:4010', 'http://127.0.0.1:1', 'http://[::1]:2', 'http://nectar.localhost'])(
    'plain http is taken for %s',
    async (apiOrigin) => {
      const { get } = createHarness({ nectar: { apiOrigin } })
      expect((await get('/connections')).status).toBe(200)
    },
  )

  test('a logger that throws costs nobody an answer', async () => {
    const fail = () => {
      throw new Error('disk full')
    }
    const { get } = createHarness({
      authorize: () => null,
      logger: { debug: fail, info: fail, warn: fail, error: fail },
    })
    expect((await get('/connections')).status).toBe(401)
  })

  test('nothing at all is enough to be made', () => {
    expect(() => createNectarConnect(undefined as never)).not.toThrow()
    expect(() => createNectarConnect({} as never)).not.toThrow()
  })
})

describe('ensureCompany', () => {
  const input = { externalId: 'org-1', name: 'Org One' }

  test('finds the company by its external id', async () => {
    const { nectar, fake } = createHarness()
    fake.companies.push({ id: SITE, name: 'Old name', externalId: 'org-1' })
    expect(await nectar.ensureCompany(input)).toEqual({ id: SITE, name: 'Old name' })
    expect(fake.count('POST')).toBe(0)
  })

  test('creates one where there is none, once for concurrent calls', async () => {
    const { nectar, fake } = createHarness()
    const made = await Promise.all([1, 2, 3].map(() => nectar.ensureCompany(input)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await nectar.ensureCompany(input)).toEqual(made[0])
    expect(fake.count('POST')).toBe(1)
    expect(fake.requests.find(({ method }) => method === 'POST')?.body).toEqual(input)
  })

  test('different external ids are different companies', async () => {
    const { nectar } = createHarness()
    const other = { externalId: 'org-2', name: 'Org Two' }
    const [one, two] = await Promise.all([nectar.ensureCompany(input), nectar.ensureCompany(other)])
    expect(one.id).not.toBe(two.id)
  })

  test.each([
    ['something that is no list', { companies: [] }],
    ['the company, unreadable', [{ id: 'not-a-uuid', externalId: 'org-1' }]],
  ])('makes no second company when Nectar answers %s', async (_, answer) => {
    const { nectar, fake } = createHarness()
    fake.on('GET', '/company', () => json(answer))
    await expect(nectar.ensureCompany(input)).rejects.toMatchObject({ code: 'nectar_invalid_response' })
    expect(fake.count('POST')).toBe(0)
  })

  test('does not repeat a creation of unknown outcome, and finds it the next time', async () => {
    const { nectar, fake } = createHarness()
    fake.on('POST', '/company', () => json({}, 504), 1)
    await expect(nectar.ensureCompany(input)).rejects.toMatchObject({ code: 'outcome_unknown' })
    fake.companies.push({ id: SITE, name: 'Org One', externalId: 'org-1' })
    expect(await nectar.ensureCompany(input)).toMatchObject({ id: SITE })
    expect(fake.count('POST')).toBe(1)
  })

  test.each([{ externalId: '', name: 'x' }, { externalId: 'x', name: ' ' }, {}, undefined])(
    'refuses %j',
    async (wrong) => {
      const { nectar, fake } = createHarness()
      await expect(nectar.ensureCompany(wrong as never)).rejects.toMatchObject({ code: 'invalid_request' })
      expect(fake.requests).toEqual([])
    },
  )
})

describe('sites', () => {
  test('are listed, read and created', async () => {
    const { nectar, fake } = createHarness()
    const [site] = await nectar.sites.list(COMPANY)
    expect(site).toMatchObject({ id: SITE, name: 'California Facility 1', dataCollectionStopDate: null })
    expect(await nectar.sites.get(SITE)).toEqual(site)
    const row = { name: 'New', externalId: 'e', address: 'a', path: ['US'], internalNote: 'x' }
    expect(await nectar.sites.create(COMPANY, row)).toMatchObject({ name: 'New', path: ['US'] })
    expect(fake.requests.at(-1)?.body).toEqual({ name: 'New', externalId: 'e', address: 'a', path: ['US'] })
    expect(await nectar.sites.list(OTHER_COMPANY)).toEqual([])
  })

  test.each([
    ['list', (sites: Sites) => sites.list('../company'), 'invalid_request'],
    ['get', (sites: Sites) => sites.get('x'), 'invalid_request'],
    ['get', (sites: Sites) => sites.get(COMPANY), 'not_found'],
    ['create', (sites: Sites) => sites.create('x', { name: 'n' }), 'invalid_request'],
    ['create', (sites: Sites) => sites.create(COMPANY, { name: '' }), 'invalid_request'],
  ])('%s refuses what it cannot use', async (_, call, code) => {
    const { nectar } = createHarness()
    await expect(call(nectar.sites)).rejects.toMatchObject({ code })
  })
})

type Sites = ReturnType<typeof createNectarConnect>['sites']

describe('ping', () => {
  test.each([
    ['an empty answer', () => new Response(''), null],
    ['anything that is no page', () => new Response('pong'), null],
    [
      'a page',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'nectar_invalid_response',
    ],
    ['a refusal', () => json({ detail: 'no' }, 401), 'nectar_rejected_key'],
  ])('%s', async (_, responder, code) => {
    const { nectar, fake } = createHarness()
    fake.on('GET', '/ping', responder)
    const outcome = await nectar.ping().then(
      () => null,
      (error: unknown) => (NectarConnectError.isInstance(error) ? error.code : error),
    )
    expect(outcome).toBe(code)
  })
})

test('a key that Nectar does not accept is told once, however often pages ask', async () => {
  const { get, nectar, logs } = createHarness({ apiKey: 'another-key' })
  for (const _ of [1, 2, 3])
    expect(await outcomeOf(await get('/connections'))).toBe('502 nectar_rejected_key')
  await expect(nectar.ping()).rejects.toMatchObject({ code: 'nectar_rejected_key' })
  const told = logs.filter(({ level }) => level === 'warn' || level === 'error')
  expect(told).toMatchObject([
    { level: 'error', message: expect.stringContaining('Set NECTAR_API_KEY to a key') },
  ])
})

test('the version is that of the package', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  expect((JSON.parse(text) as { version: string }).version).toBe(VERSION)
})

test('an error of another copy of this package is recognized', () => {
  const marker = Symbol.for('@nectar-connect/server/NectarConnectError')
  expect(NectarConnectError.isInstance(Object.assign(new Error('x'), { [marker]: true }))).toBe(true)
  expect(NectarConnectError.isInstance(new NectarConnectError('not_found'))).toBe(true)
  expect([new Error('x'), null, 'x'].some((value) => NectarConnectError.isInstance(value))).toBe(false)
  expect(new NectarConnectError('rate_limited', { retryAfterMs: 5 })).toMatchObject({
    isRetryable: true,
    retryAfterMs: 5,
  })
})
