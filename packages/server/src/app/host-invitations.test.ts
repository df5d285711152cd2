import { describe, expect, test } from 'vitest'
import {
  ABSENT,
  COMPANY,
  CONNECTION,
  connectionRow,
  json,
  OTHER_COMPANY,
  OTHER_CONNECTION,
  OTHER_INVITATION,
} from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest } from '../testing/harness.ts'

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('connections', () => {
  test('are listed page by page, 100 at a time, as they are asked for', async () => {
    const { nectar, fake } = createHarness()
    const rows = Array.from({ length: 250 }, () => connectionRow(crypto.randomUUID(), COMPANY))
    fake.on('GET', '/connection/company/', ({ path }) => {
      const number = Number(new URL(path, 'http://x').searchParams.get('page'))
      return json({
        currentPage: number,
        totalPages: 3,
        hasNext: number < 3,
        connections: rows.slice((number - 1) * 100, number * 100),
      })
    })
    const connections = nectar.connections.list(COMPANY)[Symbol.asyncIterator]()
    expect((await connections.next()).value).toMatchObject({
      id: rows[0]?.id,
      sites: [{ name: expect.any(String) }],
    })
    expect(fake.requests.map(({ path }) => path)).toEqual([
      `/connection/company/${COMPANY}?limit=100&page=1`,
      `/company/${COMPANY}`,
    ])
    expect((await all(nectar.connections.list(COMPANY))).map(({ id }) => id)).toEqual(
      rows.map(({ id }) => id),
    )
    expect(fake.count('GET', '/connection/company/')).toBe(4)
  })

  test('look as they do in the browser: sites have names, there are no usernames', async () => {
    const harness = createHarness()
    const [seen] = (await (await harness.get('/connections')).json()).connections
    expect(await all(harness.nectar.connections.list(COMPANY))).toEqual([seen])
    expect(await harness.nectar.connections.get(COMPANY, CONNECTION)).toEqual(seen)
  })

  test('what slipped into the list of another company is left out', async () => {
    const { nectar, fake } = createHarness()
    const connections = [connectionRow(CONNECTION, COMPANY), connectionRow(OTHER_CONNECTION, OTHER_COMPANY)]
    fake.on('GET', '/connection/company/', () => json({ currentPage: 1, hasNext: false, connections }))
    expect((await all(nectar.connections.list(COMPANY))).map(({ id }) => id)).toEqual([CONNECTION])
  })
})

describe('invitations', () => {
  test('are created with the defaults of a policy, and answered with their link', async () => {
    const { nectar, fake } = createHarness({
      invitationPolicy: () => {
        throw new Error('It is not asked.')
      },
    })
    const invitation = await nectar.invitations.create(COMPANY)
    expect(fake.requests.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/invitation/company/${COMPANY}`,
      body: { expiresInSeconds: 3600, maxUses: 1 },
    })
    expect(invitation).toMatchObject({
      kind: 'contributor',
      status: 'ACTIVE',
      url: expect.stringContaining('https://dash.nectarclimate.com/p/i/'),
      expiresAt: expect.stringMatching(/Z$/),
    })
    expect(await nectar.invitations.get(COMPANY, invitation.id)).toEqual(invitation)
    expect(await all(nectar.invitations.list(COMPANY))).toEqual([invitation])
    const revoked = await nectar.invitations.revoke(COMPANY, invitation.id)
    expect(revoked).toEqual({ ...invitation, status: 'REVOKED' })
    expect(await nectar.invitations.revoke(COMPANY, invitation.id)).toEqual(revoked)
    expect(fake.requests.filter(({ path }) => path.endsWith('/revoke')).length).toBe(1)
  })

  test('of a connection repair it; null switches a limit off', async () => {
    const { nectar, fake } = createHarness()
    const { kind, expiresAt, connectionId } = await nectar.invitations.create(COMPANY, {
      connectionId: CONNECTION,
      expiresInSeconds: null,
      maxUses: null,
      allowedEmails: ['kim@fernway.example'],
    })
    expect({ kind, expiresAt, connectionId }).toEqual({
      kind: 'reconnect',
      expiresAt: null,
      connectionId: CONNECTION,
    })
    expect(fake.requests.find(({ method }) => method === 'POST')?.body).toEqual({
      allowedEmails: ['kim@fernway.example'],
    })
  })

  test('one on a foreign origin is revoked and not handed out', async () => {
    const { nectar, fake } = createHarness()
    fake.invitationExtra = { invitationUrl: 'https://evil.example/p/i/x' }
    await expect(nectar.invitations.create(COMPANY)).rejects.toMatchObject({
      code: 'invitation_url_untrusted',
    })
    expect(fake.requests.at(-1)?.path).toMatch(/\/revoke$/)
  })

  test.each([
    ['an unknown field', { expires: 60 }, 'expires'],
    ['a life of less than a minute', { expiresInSeconds: 59 }, 'expiresInSeconds'],
    ['half a use', { maxUses: 0.5 }, 'maxUses'],
    ['what is no address', { allowedEmails: ['kim'] }, 'allowedEmails'],
    ['a prefill for a reconnect', { connectionId: CONNECTION, prefill: { country: 'DE' } }, 'prefill'],
    ['a connection id that is none', { connectionId: 'mine' }, 'connectionId'],
    ['Nectar’s own name of a field', { prefill: { initialSites: [] } }, 'initialSites'],
    ['a date that is none', { prefill: { startDate: 'May' } }, 'startDate'],
  ])('%s is refused by name, before anything is sent', async (_, given, name) => {
    const { nectar, fake } = createHarness()
    const failure = nectar.invitations.create(COMPANY, given as object)
    await expect(failure).rejects.toMatchObject({
      code: 'invalid_request',
      message: expect.stringContaining(name),
    })
    expect(fake.requests).toEqual([])
  })

  test('Nectar mails nobody outside of the allowed domains', async () => {
    const { nectar, fake } = createHarness({ sharing: { allowedDomains: ['fernway.example'] } })
    const create = (address: string) =>
      nectar.invitations.create(COMPANY, { allowedEmails: [address], sendEmail: true })
    await expect(create('kim@elsewhere.example')).rejects.toMatchObject({ code: 'address_not_allowed' })
    expect(fake.requests).toEqual([])
    expect((await create('kim@fernway.example')).allowedEmails).toEqual(['kim@fernway.example'])
  })

  test('revoking one tells pages that list it', async () => {
    const harness = createHarness({ sharing: { allowLinks: true } })
    const body = { ...invitationRequest(), kind: 'contributor', to: null }
    const { reason: _, ...request } = body
    const made = await (await harness.post('/invitations/shared', request)).json()
    const list = async () => (await (await harness.get('/invitations/shared')).json()).counts
    expect(await list()).toMatchObject({ pending: 1 })
    await harness.nectar.invitations.revoke(COMPANY, made.invitation.id)
    expect(await list()).toMatchObject({ pending: 0, closed: 1 })
  })
})

test.each([
  ['connections.get', OTHER_CONNECTION],
  ['invitations.get', OTHER_INVITATION],
  ['invitations.revoke', OTHER_INVITATION],
  ['invitations.create', OTHER_CONNECTION],
])('%s: what another company owns is what does not exist', async (name, foreign) => {
  const { nectar, fake } = createHarness()
  const failure = async (id: string): Promise<unknown> => {
    const calls = {
      'connections.get': () => nectar.connections.get(COMPANY, id),
      'invitations.get': () => nectar.invitations.get(COMPANY, id),
      'invitations.revoke': () => nectar.invitations.revoke(COMPANY, id),
      'invitations.create': () => nectar.invitations.create(COMPANY, { connectionId: id }),
    }
    const error = await calls[name as keyof typeof calls]().catch((reason: unknown) => reason)
    const { code, message } = error as { code: string; message: string }
    return { code, message }
  }
  const answers = [await failure(foreign), await failure(ABSENT)]
  expect(answers[0]).toMatchObject({ code: 'not_found' })
  expect(answers[0]).toEqual(answers[1])
  expect(fake.count('POST')).toBe(0)
})

test.each(['connections', 'invitations'] as const)(
  '%s: an id of the host’s own is refused, and nothing starts after closing',
  async (kind) => {
    const { nectar, fake } = createHarness()
    await expect(all<unknown>(nectar[kind].list('org_42'))).rejects.toMatchObject({ code: 'invalid_request' })
    await expect(nectar[kind].get(COMPANY, '../company')).rejects.toMatchObject({ code: 'invalid_request' })
    await nectar.close()
    await expect(all<unknown>(nectar[kind].list(COMPANY))).rejects.toMatchObject({ code: 'busy' })
    expect(fake.requests).toEqual([])
  },
)
