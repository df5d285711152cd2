import { nectarPrefill } from '@nectar-connect/contract/nectar'
import {
  createdInvitation,
  PREFILL_CHECKS,
  PREFILL_FIELDS,
  type PrefillField,
} from '@nectar-connect/contract/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NectarConnectOptions } from '../settings/options.ts'
import { ABSENT, COMPANY, CONNECTION, type FakeNectar, json, SITE } from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest } from '../testing/harness.ts'

const ARCHIVED = 'aaaaaaaa-5f3f-4d5f-9fb9-02530ef4b13c'
const FOREIGN = 'bbbbbbbb-5f3f-4d5f-9fb9-02530ef4b13c'
const ALL: Partial<NectarConnectOptions> = { acceptPrefill: PREFILL_FIELDS, development: true }

function addSites(fake: FakeNectar) {
  const [own, other] = fake.companies
  Object.assign(own ?? {}, {
    sites: [
      { id: SITE, name: 'Depot' },
      { id: ARCHIVED, name: 'Old depot', dataCollectionStopDate: '2024-01-01' },
    ],
  })
  Object.assign(other ?? {}, { sites: [{ id: FOREIGN, name: 'Not yours' }] })
}

/** What Nectar is asked to fill in, and what a developer is told, when a page sends this. */
async function ask(prefill: unknown, options: Partial<NectarConnectOptions> = ALL) {
  const harness = createHarness(options, addSites)
  const response = await harness.post('/invitations', invitationRequest({ prefill }))
  expect(response.status).toBe(200)
  const { setupProblems: told = [] } = createdInvitation(await response.json())
  const sent = harness.fake.requests.find(({ method }) => method === 'POST')?.body
  return { ...harness, filledIn: Object(sent).prefill, told }
}

describe('what a page fills in', () => {
  test('reaches Nectar under its own names, where the server takes it', async () => {
    const page = {
      url: 'https://ladwp.com',
      country: 'US',
      siteIds: [SITE.toUpperCase()],
      utilityTypes: ['ELECTRICITY', 'STEAM'],
      startDate: '2024-02-29',
      ownerEmail: 'Maya@bücher.example',
    }
    const { filledIn, told } = await ask(page)
    expect(filledIn).toEqual({
      url: 'https://ladwp.com',
      country: 'US',
      initialSites: [SITE.toUpperCase()],
      utilityTypes: ['ELECTRICITY', 'STEAM'],
      dataCollectionStartDate: '2024-02-29',
      connectionOwnerEmail: 'maya@xn--bcher-kva.example',
    })
    expect(told).toEqual([])
  })

  test('is left out where no option takes it: the customer goes on, and developer and log are told', async () => {
    const { filledIn, told, logText } = await ask(
      { country: 'US', startDate: '2024-01-01' },
      { acceptPrefill: ['country'] },
    )
    expect(filledIn).toEqual({ country: 'US' })
    expect(told).toEqual([expect.stringContaining("acceptPrefill: ['startDate']")])
    expect(logText()).toContain("acceptPrefill: ['startDate']")
  })

  test('is not talked about in production, but for the log', async () => {
    const { filledIn, told, logText } = await ask({ country: 'US' }, { development: false })
    expect([filledIn, told]).toEqual([undefined, []])
    expect(logText()).toContain("acceptPrefill: ['country']")
  })

  test.each<[string, Partial<Record<PrefillField, unknown>>]>([
    ['plain http', { url: 'http://ladwp.com' }],
    ['credentials', { url: 'https://user:secret@ladwp.com' }],
    ['a user name', { url: 'https://user@ladwp.com' }],
    ['a script', { url: 'javascript:alert(1)' }],
    ['no slashes', { url: 'https:ladwp.com' }],
    ['backslashes', { url: 'https://ladwp.com\\@evil.example' }],
    ['a line break', { url: 'https://ladwp.com/\nx' }],
    ['a long address', { url: `https://ladwp.com/${'x'.repeat(2_048)}` }],
    ['a long id', { datasourceId: 'x'.repeat(129) }],
    ['an id with a space', { datasourceId: 'a b' }],
    ['a country in lower case', { country: 'us' }],
    ['a country of three letters', { country: 'USA' }],
    ['no day of the calendar', { startDate: '2024-02-30' }],
    ['a time', { startDate: '2024-02-03T00:00:00Z' }],
    ['no mail address', { ownerEmail: 'maya@localhost' }],
    ['two mail addresses', { ownerEmail: 'a@b.example, c@d.example' }],
    ['a site that is no id', { siteIds: ['depot'] }],
    ['sites without an end', { siteIds: Array.from({ length: 201 }, () => SITE) }],
    ['a type with a space', { utilityTypes: ['ELECTRIC POWER'] }],
    ['types that are no list', { utilityTypes: 'GAS' }],
    ['types without an end', { utilityTypes: Array.from({ length: 21 }, () => 'GAS') }],
    ['a number', { country: 7 }],
  ])('%s is left out by itself, and not repeated', async (_, odd) => {
    const [name = ''] = Object.keys(odd)
    const good = name === 'country' ? { startDate: '2024-01-01' } : { country: 'US' }
    const { filledIn, told, logs } = await ask({ ...good, ...odd })
    expect(Object.values(filledIn)).toEqual(Object.values(good))
    expect(told).toEqual([expect.stringContaining(`"${name}" with what cannot be used. `)])
    expect(logs.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual(told)
    expect(told[0]).toBe((await ask({ [name]: 'never \n mind' })).told[0])
  })

  test('an unknown field is left out, and its name not repeated', async () => {
    const { filledIn, told, logText } = await ask({ country: 'US', cÖmpany: 1, __proto__: 2, constructor: 3 })
    expect(filledIn).toEqual({ country: 'US' })
    expect(new Set(told)).toEqual(new Set([expect.stringContaining('something unknown. Choose from url,')]))
    expect(logText()).not.toContain('cÖmpany')
  })

  test('of two names of a provider one is taken', async () => {
    const { filledIn, told } = await ask({ url: 'https://ladwp.com', datasourceId: 'ladwp' })
    expect(filledIn).toEqual({ datasourceId: 'ladwp' })
    expect(told).toHaveLength(1)
  })

  test('null and nothing count as nothing', async () => {
    const { filledIn, told } = await ask({ country: null, siteIds: [] })
    expect([filledIn, told]).toEqual([undefined, []])
  })
})

describe('sites', () => {
  test('of another company are not told from those that do not exist, nor from archived ones', async () => {
    const answers = await Promise.all(
      [FOREIGN, ABSENT, ARCHIVED].map(async (id) => {
        const { filledIn, told, logs } = await ask({ siteIds: [SITE, id] })
        return [filledIn, told, logs.map(({ message }) => message)]
      }),
    )
    expect(answers[0]?.[0]).toEqual({ initialSites: [SITE] })
    expect(answers[0]?.[1]).toEqual([expect.stringContaining('a site that cannot be found.')])
    expect(answers).toEqual([answers[0], answers[0], answers[0]])
  })

  test('that cannot be read cost nobody the page', async () => {
    const harness = createHarness(ALL, (fake) => {
      fake.on('GET', '/company', () => json({ detail: 'down' }, 500))
    })
    const prefill = { country: 'US', siteIds: [SITE] }
    const response = await harness.post('/invitations', invitationRequest({ prefill }))
    expect(response.status).toBe(200)
    expect(harness.fake.requests.at(-1)?.body).toMatchObject({ prefill: { country: 'US' } })
  })

  test('are not read where none are filled in', async () => {
    const { fake } = await ask({ country: 'US' })
    expect(fake.count('GET')).toBe(0)
  })
})

describe('the policy has the last word', () => {
  const page = { url: 'https://ladwp.com', country: 'US', siteIds: [SITE] }
  const sent = { url: 'https://ladwp.com', country: 'US', initialSites: [SITE] }

  test.each([
    ['nothing', undefined, sent],
    ['null', null, sent],
    ['another field', { startDate: '2024-01-01' }, { ...sent, dataCollectionStartDate: '2024-01-01' }],
    ['another value', { country: 'CA' }, { ...sent, country: 'CA' }],
    ['a field that is undefined', { country: undefined }, sent],
    ['null for a field', { country: null }, { url: sent.url, initialSites: [SITE] }],
    ['no sites', { siteIds: [] }, { ...sent, initialSites: [] }],
    [
      'another name of a provider',
      { datasourceId: 'ladwp' },
      { datasourceId: 'ladwp', country: 'US', initialSites: [SITE] },
    ],
    ['no provider', { url: null }, { country: 'US', initialSites: [SITE] }],
    ['what cannot be used', { country: 'us' }, { url: sent.url, initialSites: [SITE] }],
    ['no object', 'US', undefined],
  ])('when it returns %s', async (_, prefill, expected) => {
    const seen: unknown[] = []
    const { filledIn } = await ask(page, {
      ...ALL,
      invitationPolicy: (context) => {
        seen.push(context.prefill)
        return { prefill } as never
      },
    })
    expect(seen).toEqual([page])
    expect(filledIn).toEqual(expected)
  })

  test('it sees nothing of what the server does not take', async () => {
    const seen: unknown[] = []
    await ask(page, {
      invitationPolicy: (context) => {
        seen.push(context.prefill)
        return {}
      },
    })
    expect(seen).toEqual([null])
  })
})

test('what Nectar refuses is asked for once more without the prefill', async () => {
  const harness = createHarness(ALL)
  harness.fake.on('POST', '/invitation/company', () => json({ detail: 'unknown datasource' }, 400), 1)
  const body = invitationRequest({ prefill: { datasourceId: 'gone' } })
  expect((await harness.post('/invitations', body)).status).toBe(200)
  const bodies = harness.fake.requests.map((request) => request.body)
  const terms = { expiresInSeconds: 3_600, maxUses: 1 }
  expect(bodies).toEqual([{ ...terms, prefill: { datasourceId: 'gone' } }, terms])
  expect(harness.logText()).toContain('asked for one where nothing is filled in')
})

test('the same attempt with another prefill is another request', async () => {
  const { post } = createHarness(ALL)
  const body = invitationRequest({ prefill: { country: 'US' } })
  const first = createdInvitation(await (await post('/invitations', body)).json())
  const again = createdInvitation(await (await post('/invitations', body)).json())
  expect(again.id).toBe(first.id)
  expect((await post('/invitations', { ...body, prefill: { country: 'CA' } })).status).toBe(409)
})

test('whatever a page sends, nothing but accepted fields reaches Nectar, each as it takes it', async () => {
  const text = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.emailAddress(),
    fc.constantFrom('US', '2024-01-31', 'GAS'),
  )
  const value = fc.oneof(
    text,
    fc.anything(),
    fc.array(fc.oneof(text, fc.constantFrom(SITE, FOREIGN, ARCHIVED, ABSENT)), { maxLength: 4 }),
  )
  const name = fc.oneof(
    fc.constantFrom(...PREFILL_FIELDS),
    fc.constantFrom('initialSites', 'companyId'),
    fc.string(),
  )
  const page = fc
    .dictionary(name, value, { maxKeys: 8 })
    .map((sent) => JSON.parse(JSON.stringify(sent, plain)))
  const nectarNames = {
    siteIds: 'initialSites',
    startDate: 'dataCollectionStartDate',
    ownerEmail: 'connectionOwnerEmail',
  }
  await fc.assert(
    fc.asyncProperty(page, fc.subarray([...PREFILL_FIELDS]), async (prefill, acceptPrefill) => {
      const { post, fake } = createHarness({ acceptPrefill }, addSites)
      const response = await post('/invitations', invitationRequest({ prefill }))
      expect(response.status).toBeOneOf([200, 400, 413])
      const { prefill: filledIn = {} } = Object(fake.requests.find(({ method }) => method === 'POST')?.body)
      const may = acceptPrefill.map((field) => Object({ ...nectarNames })[field] ?? field)
      expect(may).toEqual(expect.arrayContaining(Object.keys(filledIn)))
      expect(nectarPrefill.parse(filledIn)).toEqual(filledIn)
      expect([SITE]).toEqual(expect.arrayContaining([...new Set(Object(filledIn).initialSites ?? [])]))
    }),
  )
})

/** JSON has no big numbers. */
function plain(_name: string, value: unknown) {
  return typeof value === 'bigint' ? String(value) : value
}

test('each field has a check that a good value passes', () => {
  const good: Record<PrefillField, unknown> = {
    url: 'https://ladwp.com/login?a=b',
    datasourceId: 'cascadia-power',
    country: 'DE',
    siteIds: [SITE, COMPANY, CONNECTION],
    utilityTypes: ['GAS', 'STEAM_2'],
    startDate: '2023-12-31',
    ownerEmail: 'maya@example.com',
  }
  for (const field of PREFILL_FIELDS) expect(PREFILL_CHECKS[field](good[field])).toEqual(good[field])
})
