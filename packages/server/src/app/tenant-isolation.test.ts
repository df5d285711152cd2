import { expect, test } from 'vitest'
import {
  ABSENT,
  COMPANY,
  CONNECTION,
  connectionRow,
  OTHER_COMPANY,
  OTHER_CONNECTION,
  OTHER_INVITATION,
} from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest, outcomeOf } from '../testing/harness.ts'

/** Everything about a response that a user can see, but for the reference. */
async function everything(response: Response): Promise<string> {
  const reference = response.headers.get('nectar-connect-reference') ?? '?'
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`)
  return [response.status, ...headers, await response.text()].join('\n').replaceAll(reference, 'REFERENCE')
}

const headers = { 'nectar-connect-reference': 'NC-7F3K-92QD' }

test.each([
  ['GET', (id: string) => `/connections/${id}`, OTHER_CONNECTION],
  ['GET', (id: string) => `/invitations/${id}`, OTHER_INVITATION],
  ['POST', (id: string) => `/invitations/${id}/revoke`, OTHER_INVITATION],
  ['REMIND', (id: string) => `/invitations/${id}/remind`, OTHER_INVITATION],
])('%s of what another company owns looks like what does not exist', async (method, path, foreign) => {
  const harness = createHarness()
  const call = (id: string) => {
    if (method === 'GET') return harness.get(path(id), { headers })
    const body = method === 'REMIND' ? { idempotencyKey: crypto.randomUUID() } : undefined
    return harness.post(path(id), body, { headers })
  }
  const answers = [await everything(await call(foreign)), await everything(await call(ABSENT))]
  expect(answers[0]).toContain('not_found')
  expect(answers[0]).toBe(answers[1])
  expect(harness.fake.count('POST')).toBe(0)
})

test('a connection of another company cannot be reconnected', async () => {
  const harness = createHarness()
  const call = async (connectionId: string) =>
    everything(
      await harness.post('/invitations', invitationRequest({ kind: 'reconnect', connectionId }), { headers }),
    )
  const answers = [await call(OTHER_CONNECTION), await call(ABSENT)]
  expect(answers[0]).toContain('not_found')
  expect(answers[0]).toBe(answers[1])
  expect(harness.fake.count('POST')).toBe(0)
})

test.each(['dana@northpoint.example', null])(
  'nobody is asked about a connection of another company: %s',
  async (to) => {
    const harness = createHarness({ sendInvitation: () => {} })
    const call = async (connectionId: string) => {
      const body = { kind: 'reconnect', connectionId, idempotencyKey: crypto.randomUUID(), to }
      return everything(await harness.post('/invitations/shared', body, { headers }))
    }
    const answers = [await call(OTHER_CONNECTION), await call(ABSENT)]
    expect(answers[0]).toContain('not_found')
    expect(answers[0]).toBe(answers[1])
    expect(harness.fake.count('POST')).toBe(0)
  },
)

test('a right that is missing does not tell what exists elsewhere', async () => {
  const authorize = () => ({ companyId: COMPANY, userId: 'u', permissions: { revoke: false } })
  const { post } = createHarness({ authorize })
  expect(await outcomeOf(await post(`/invitations/${OTHER_INVITATION}/revoke`))).toBe('404 not_found')
})

test('lists drop what is not of the company, should Nectar ever send it', async () => {
  const { get, fake } = createHarness()
  const page = {
    hasNext: false,
    connections: [...fake.connections],
    invitations: [...fake.invitations.values()],
  }
  fake.on('GET', '/connection/company', () => Response.json(page))
  fake.on('GET', '/invitation/company', () => Response.json(page))
  const { connections } = (await (await get('/connections')).json()) as { connections: { id: string }[] }
  expect(connections.map(({ id }) => id)).toEqual([CONNECTION])
  expect(await (await get('/invitations/shared')).json()).toMatchObject({ invitations: [] })
})

test('a connection that does not say whose it is belongs to nobody', async () => {
  const { get, fake } = createHarness()
  fake.connections = [{ ...connectionRow(CONNECTION, COMPANY), company: null }]
  expect(await outcomeOf(await get(`/connections/${CONNECTION}`))).toBe('404 not_found')
})

test('an invitation that does not say whose it is belongs to the owner of its connection', async () => {
  const { get, post, fake } = createHarness()
  const made = await post('/invitations', invitationRequest({ kind: 'reconnect', connectionId: CONNECTION }))
  const { id } = (await made.json()) as { id: string }
  fake.invitations.set(id, { ...fake.invitations.get(id), companyId: null })
  expect((await get(`/invitations/${id}`)).status).toBe(200)
  fake.invitations.set(id, { ...fake.invitations.get(id), connectionId: OTHER_CONNECTION })
  expect(await outcomeOf(await get(`/invitations/${id}`))).toBe('404 not_found')
})

test('caches are kept by company', async () => {
  const { get, session } = createHarness()
  const idsFor = async (companyId: string) => {
    session.current = { companyId, userId: 'u' }
    const { connections } = (await (await get('/connections')).json()) as { connections: { id: string }[] }
    return connections.map(({ id }) => id)
  }
  expect(await idsFor(COMPANY)).toEqual([CONNECTION])
  expect(await idsFor(OTHER_COMPANY)).toEqual([OTHER_CONNECTION])
  expect(await idsFor(COMPANY)).toEqual([CONNECTION])
})
