// #region setup
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestHost } from './create-test-host.ts'

let host: Awaited<ReturnType<typeof createTestHost>>
beforeEach(async () => {
  host = await createTestHost()
  await host.control.freezeTime() // nothing falls due until a test says so
})
afterEach(() => host.close())

const invite = () => ({ kind: 'contributor', reason: 'first', idempotencyKey: crypto.randomUUID() })
// #endregion

// #region link
test('a customer links a utility', async () => {
  const { body: invitation } = await host.ask('/invitations', invite())
  const connectionId = await host.control.submitDetails({
    invitationId: invitation.id,
    provider: 'cascadia-power',
  })
  expect((await host.ask(`/connections/${connectionId}`)).body).toMatchObject({ status: 'PENDING' })

  await host.control.advanceTime({ ms: 4000 }) // the check ends
  await vi.waitFor(() =>
    expect(host.changes).toMatchObject([{ to: 'PENDING' }, { from: 'PENDING', to: 'CONNECTED' }]),
  )
  expect((await host.ask(`/connections/${connectionId}`)).body).toMatchObject({
    status: 'CONNECTED',
    providerName: 'Cascadia Power & Light',
  })
})
// #endregion

// #region refused
test('a wrong password is mended by a reconnect', async () => {
  const { body: invitation } = await host.ask('/invitations', invite())
  const connectionId = await host.control.submitDetails({
    invitationId: invitation.id,
    username: 'somebody else',
  })
  await host.control.advanceTime({ ms: 4000 })
  await vi.waitFor(() => expect(host.changes.at(-1)).toMatchObject({ to: 'PASSWORD_INCORRECT' }))

  const { body: again } = await host.ask('/invitations', { ...invite(), kind: 'reconnect', connectionId })
  expect(await host.control.submitDetails({ invitationId: again.id })).toBe(connectionId)
  await host.control.advanceTime({ ms: 4000 })
  await vi.waitFor(() => expect(host.changes.at(-1)).toMatchObject({ connectionId, to: 'CONNECTED' }))
})
// #endregion

// #region status
test('a status changes at Nectar', async () => {
  await host.control.setConnectionStatus({ connectionId: host.connectionId, status: 'MFA_TOKEN_EXPIRED' })
  await vi.waitFor(() => expect(host.changes).toMatchObject([{ to: 'MFA_TOKEN_EXPIRED' }]))
})

test('a status that Nectar may add one day', async () => {
  await host.control.setConnectionStatus({ connectionId: host.connectionId, status: 'TARIFF_MIGRATION' })
  await vi.waitFor(() => expect(host.changes).toMatchObject([{ to: 'TARIFF_MIGRATION' }]))
})
// #endregion

// #region expire
test('an invitation runs out', async () => {
  const { body: invitation } = await host.ask('/invitations', invite())
  await host.control.advanceTime({ ms: 3_600_000 }) // an hour, unless your `invitationPolicy` says otherwise
  expect((await host.ask(`/invitations/${invitation.id}`)).body).toMatchObject({ status: 'EXPIRED' })
})
// #endregion

// #region faults
test('Nectar answers 503 twice', async () => {
  await host.control.addFault({
    kind: 'status',
    code: 503,
    route: 'GET /connection/company/{company_id}',
    times: 2,
  })
  expect((await host.ask('/connections')).status).toBe(200) // reading is tried again
})

test('an invitation was made, and the answer got lost', async () => {
  await host.control.addFault({
    kind: 'lost-answer',
    route: 'POST /invitation/company/{company_id}',
    times: 1,
  })
  const { status, body } = await host.ask('/invitations', invite())
  expect(status).toBe(502)
  expect(body).toMatchObject({ code: 'outcome_unknown' })
  expect((await host.control.stats()).invitationsCreated).toBe(1) // not tried again by itself: that would make another one
})
// #endregion

// #region webhooks
test('a webhook comes twice, and after a newer one', async () => {
  await host.control.holdWebhooks()
  await host.control.setConnectionStatus({ connectionId: host.connectionId, status: 'PASSWORD_INCORRECT' })
  await host.control.setConnectionStatus({ connectionId: host.connectionId, status: 'CONNECTED' })
  const [older = '', , newer = ''] = (await host.control.deliveries()).map(({ id }) => id)
  await host.control.sendWebhooks({ ids: [newer, newer, older] })
  expect(host.changes.map(({ to }) => to)).not.toContain('PASSWORD_INCORRECT')
})

test('a webhook never comes', async () => {
  await host.nectar.reconcile()
  await host.control.setConnectionStatus({
    connectionId: host.connectionId,
    status: 'WEBSITE_DOWN',
    sendWebhook: false,
  })
  await host.nectar.reconcile()
  expect(host.changes).toMatchObject([{ to: 'WEBSITE_DOWN' }])
})
// #endregion

// #region time
test('your database is away for three hours', async () => {
  const away = vi.spyOn(host.changes, 'push').mockImplementation(() => {
    throw new Error('The database is away.')
  })
  const tries = async () => (await host.control.deliveries()).map(({ attempts }) => attempts.length)
  await host.control.setConnectionStatus({ connectionId: host.connectionId, status: 'NEW_PASSWORD_NEEDED' })
  await host.control.advanceTime({ ms: 3 * 3_600_000 })
  await vi.waitFor(async () => expect(await tries()).toEqual([5, 5])) // `updated` and `validated`, both refused five times

  away.mockRestore()
  await host.control.advanceTime({ ms: 5 * 3_600_000 })
  await vi.waitFor(() => expect(host.changes).toMatchObject([{ to: 'NEW_PASSWORD_NEEDED' }]))
})
// #endregion
