import { invitationView } from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import { COMPANY, CONNECTION, json } from '../testing/fake-nectar.ts'
import { createHarness, type Harness, invitationRequest, outcomeOf } from '../testing/harness.ts'

async function make(harness: Harness, body: unknown = invitationRequest()): Promise<string> {
  return ((await (await harness.post('/invitations', body)).json()) as { id: string }).id
}

describe('one invitation', () => {
  test('shows what became of it, and neither token nor URL', async () => {
    const harness = createHarness()
    const id = await make(harness)
    Object.assign(harness.fake.invitations.get(id) ?? {}, {
      status: 'FULFILLED',
      useCount: 1,
      allowedEmails: ['a@example.com'],
      createdConnections: [{ id: CONNECTION, datasourceName: 'LADWP', status: 'PENDING', created: null }],
    })
    const body = await (await harness.get(`/invitations/${id}`)).json()
    expect(invitationView(body)).toEqual(body)
    expect(body).toMatchObject({
      id,
      status: 'FULFILLED',
      useCount: 1,
      requiresEmail: true,
      createdConnections: [{ id: CONNECTION, providerName: 'LADWP', status: 'PENDING' }],
    })
    expect(JSON.stringify(body)).not.toMatch(/inv_|\/p\/i\/|example\.com/)
  })

  test.each([
    ['no log', {}, null],
    ['an empty log', { events: [] }, null],
    ['a log without a view', { auditLog: [{ action: 'created' }] }, false],
    ['a view', { events: [{ type: 'CREATED' }, { type: 'INVITATION_VIEWED' }] }, true],
    ['an opening', { history: [{ event: 'link.opened', at: '2026-11-24T12:00:00Z' }] }, true],
  ])('with %s', async (_, log, opened) => {
    const harness = createHarness()
    const id = await make(harness)
    Object.assign(harness.fake.invitations.get(id) ?? {}, log)
    expect(await (await harness.get(`/invitations/${id}`)).json()).toMatchObject({ opened })
  })

  test.each([
    ['EDIT_CONNECTION', null, 'reconnect'],
    ['CREATE_CONNECTION', null, 'contributor'],
    ['SOMETHING_NEW', CONNECTION, 'reconnect'],
    ['SOMETHING_NEW', null, 'contributor'],
  ])('of type %s with connection %s is a %s', async (invitationType, connectionId, kind) => {
    const harness = createHarness()
    const id = await make(harness)
    Object.assign(harness.fake.invitations.get(id) ?? {}, { invitationType, connectionId })
    expect(await (await harness.get(`/invitations/${id}`)).json()).toMatchObject({ kind })
  })

  test('that cannot be read is an invalid response, not a bug', async () => {
    const harness = createHarness()
    harness.fake.on('GET', '/invitation', () => json({ id: 'x' }))
    expect(await outcomeOf(await harness.get(`/invitations/${COMPANY}`))).toBe('502 nectar_invalid_response')
  })
})

describe('revoking', () => {
  const revokes = (harness: Harness) =>
    harness.fake.requests.filter(({ path }) => path.endsWith('/revoke')).length

  test('answers what the invitation is then, and a repeated attempt says so too', async () => {
    const harness = createHarness()
    const body = invitationRequest()
    const id = await make(harness, body)
    const revoked = await (await harness.post(`/invitations/${id}/revoke`)).json()
    expect(invitationView(revoked)).toMatchObject({ id, status: 'REVOKED' })
    expect(await (await harness.post('/invitations', body)).json()).toMatchObject({ id, status: 'REVOKED' })
  })

  test.each(['EXPIRED', 'REVOKED', 'FULFILLED'])('one that is %s asks nothing of Nectar', async (status) => {
    const harness = createHarness()
    const id = await make(harness)
    Object.assign(harness.fake.invitations.get(id) ?? {}, { status })
    expect(await (await harness.post(`/invitations/${id}/revoke`)).json()).toMatchObject({ status })
    expect(revokes(harness)).toBe(0)
  })

  test('is for whoever made it here, even without the right, and for nobody else', async () => {
    const harness = createHarness()
    const permissions = { revoke: false }
    harness.session.current = { companyId: COMPANY, userId: 'maker', permissions }
    const [mine, left] = [await make(harness), await make(harness)]
    expect((await harness.post(`/invitations/${mine}/revoke`)).status).toBe(200)
    harness.session.current = {
      companyId: COMPANY,
      userId: 'colleague',
      permissions,
      administratorNames: ['Ada'],
    }
    expect(await outcomeOf(await harness.post(`/invitations/${left}/revoke`))).toBe('403 not_allowed')
    expect(revokes(harness)).toBe(1)
  })

  test('of unknown outcome is not repeated', async () => {
    const harness = createHarness()
    const id = await make(harness)
    harness.fake.on('POST', `/invitation/${id}/revoke`, () => json({}, 502))
    expect(await outcomeOf(await harness.post(`/invitations/${id}/revoke`))).toBe('502 outcome_unknown')
    expect(revokes(harness)).toBe(1)
  })
})

describe('remaining life', () => {
  const hour = 3_600_000

  test.each([-9 * hour, -1_234, 0, 777, 26 * hour])(
    'is right, or up to two seconds short, with Nectar %i ms ahead',
    async (skewMs) => {
      const harness = createHarness({}, (fake) => {
        fake.skewMs = skewMs
      })
      harness.clock.advance(321)
      const id = await make(harness)
      for (const wait of [0, 60_000, 1_800_000]) {
        harness.clock.advance(wait)
        const { expiresAt } = harness.fake.invitations.get(id) as { expiresAt: string }
        const left = Date.parse(expiresAt) - (harness.clock.now() + skewMs)
        const { expiresInMs } = (await (await harness.get(`/invitations/${id}`)).json()) as {
          expiresInMs: number
        }
        expect(expiresInMs).toBeLessThanOrEqual(left)
        expect(expiresInMs).toBeGreaterThan(left - 2_000)
      }
    },
  )

  test('is null for one that never expires', async () => {
    const harness = createHarness({ invitationPolicy: () => ({ expiresInSeconds: null }) })
    expect(await (await harness.get(`/invitations/${await make(harness)}`)).json()).toMatchObject({
      expiresInMs: null,
    })
  })
})
