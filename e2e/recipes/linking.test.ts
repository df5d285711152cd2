// #region setup
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestHost } from './create-test-host.ts'

let host: ReturnType<typeof createTestHost>
beforeEach(() => {
  host = createTestHost()
  host.control.freezeTime() // nothing falls due until a test says so
})
afterEach(() => host.close())

const invite = () => ({ kind: 'contributor', reason: 'first', idempotencyKey: crypto.randomUUID() })
// #endregion

// #region link
test('a customer links a utility', async () => {
  const { body: invitation } = await host.ask('/invitations', invite())
  const connectionId = host.control.submitDetails(invitation.id, { provider: 'cascadia-power' })
  expect((await host.ask(`/connections/${connectionId}`)).body).toMatchObject({ status: 'PENDING' })

  host.control.advanceTime(4000) // the check ends
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
  const connectionId = host.control.submitDetails(invitation.id, { username: 'somebody else' })
  host.control.advanceTime(4000)
  await vi.waitFor(() => expect(host.changes.at(-1)).toMatchObject({ to: 'PASSWORD_INCORRECT' }))

  const { body: again } = await host.ask('/invitations', { ...invite(), kind: 'reconnect', connectionId })
  expect(host.control.submitDetails(again.id)).toBe(connectionId)
  host.control.advanceTime(4000)
  await vi.waitFor(() => expect(host.changes.at(-1)).toMatchObject({ connectionId, to: 'CONNECTED' }))
})
// #endregion

// #region status
test('a status changes at Nectar', async () => {
  host.control.setConnectionStatus(host.connectionId, 'MFA_TOKEN_EXPIRED')
  await vi.waitFor(() => expect(host.changes).toMatchObject([{ to: 'MFA_TOKEN_EXPIRED' }]))
})

test('a status that Nectar may add one day', async () => {
  host.control.setConnectionStatus(host.connectionId, 'TARIFF_MIGRATION')
  await vi.waitFor(() => expect(host.changes).toMatchObject([{ to: 'TARIFF_MIGRATION' }]))
})
// #endregion

// #region expire
test('an invitation runs out', async () => {
  const { body: invitation } = await host.ask('/invitations', invite())
  host.control.advanceTime(3_600_000) // an hour, unless your `invitationPolicy` says otherwise
  expect((await host.ask(`/invitations/${invitation.id}`)).body).toMatchObject({ status: 'EXPIRED' })
})
// #endregion

// #region faults
test('Nectar answers 503 twice', async () => {
  host.control.addFault({
    kind: 'status',
    code: 503,
    route: 'GET /connection/company/{company_id}',
    times: 2,
  })
  expect((await host.ask('/connections')).status).toBe(200) // reading is tried again
})

test('an invitation was made, and the answer got lost', async () => {
  host.control.addFault({ kind: 'lost-answer', route: 'POST /invitation/company/{company_id}', times: 1 })
  const { status, body } = await host.ask('/invitations', invite())
  expect(status).toBe(502)
  expect(body).toMatchObject({ code: 'outcome_unknown' })
  expect(host.control.stats().invitationsCreated).toBe(1) // not tried again by itself: that would make another one
})
// #endregion

// #region webhooks
test('a webhook comes twice, and after a newer one', async () => {
  host.control.holdWebhooks()
  host.control.setConnectionStatus(host.connectionId, 'PASSWORD_INCORRECT')
  host.control.setConnectionStatus(host.connectionId, 'CONNECTED')
  const [older = '', , newer = ''] = host.control.deliveries().map(({ id }) => id)
  await host.control.sendWebhooks([newer, newer, older])
  expect(host.changes.map(({ to }) => to)).not.toContain('PASSWORD_INCORRECT')
})

test('a webhook never comes', async () => {
  await host.nectar.reconcile()
  host.control.setConnectionStatus(host.connectionId, 'WEBSITE_DOWN', { sendWebhook: false })
  await host.nectar.reconcile()
  expect(host.changes).toMatchObject([{ to: 'WEBSITE_DOWN' }])
})
// #endregion

// #region time
test('your database is away for three hours', async () => {
  const away = vi.spyOn(host.changes, 'push').mockImplementation(() => {
    throw new Error('The database is away.')
  })
  const tries = () => host.control.deliveries().map(({ attempts }) => attempts.length)
  host.control.setConnectionStatus(host.connectionId, 'NEW_PASSWORD_NEEDED')
  host.control.advanceTime(3 * 3_600_000)
  await vi.waitFor(() => expect(tries()).toEqual([5, 5])) // `updated` and `validated`, both refused five times

  away.mockRestore()
  host.control.advanceTime(5 * 3_600_000)
  await vi.waitFor(() => expect(host.changes).toMatchObject([{ to: 'NEW_PASSWORD_NEEDED' }]))
})
// #endregion
