import { spoilInvitations } from '../../support/spoil-invitations.ts'
import { expect, expectAccessible, picture, test } from '../../support/test.ts'

const MINUTE = 60_000
const RAN_OUT = 'This page ran out of time'

test('untouched, a page that runs out is replaced without a word', async ({ host, sandbox }) => {
  await host.openSession()
  const first = await host.frameUrl()
  await sandbox.advanceTime({ ms: 59 * MINUTE })
  await host.lookAgain()
  await expect.poll(() => host.frameUrl()).not.toBe(first)
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(host.dialog.getByText('left on this page')).toBeHidden()
  await expect(host.heading(RAN_OUT)).toBeHidden()
  await expect
    .poll(async () => (await sandbox.snapshot()).invitations.map(({ status }) => status))
    .toEqual(['REVOKED', 'ACTIVE'])
})

test('dead before anybody looked: a fresh one, all the same', async ({ host, sandbox }) => {
  await host.openSession()
  const first = await host.frameUrl()
  await sandbox.advanceTime({ ms: 90 * MINUTE })
  await host.lookAgain()
  await expect.poll(() => host.frameUrl()).not.toBe(first)
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(2)
})

test('touched, it is warned of in time, then asked; never swapped', async ({ page, host, sandbox }) => {
  await host.openSession()
  await host.touchFrame()
  const first = await host.frameUrl()
  await sandbox.advanceTime({ ms: 59 * MINUTE })
  await host.lookAgain()
  await expect(host.dialog.getByText(/0:[0-5]\d left/)).toBeVisible()
  await expect(host.dialog.getByRole('button', { name: 'Get a fresh page' })).toBeVisible()
  expect(await host.frameUrl()).toBe(first)
  await expectAccessible(page)
  await picture(page, '41-expiring')

  await sandbox.advanceTime({ ms: 2 * MINUTE })
  await host.lookAgain()
  await expect(host.heading(RAN_OUT)).toBeVisible()
  await expectAccessible(page)
  await picture(page, '42-expired')
  expect((await sandbox.stats()).invitationsCreated).toBe(1)

  await host.dialog.getByRole('button', { name: 'Start again' }).click()
  await host.finish()
  await expect(host.heading('Details received').or(host.heading('Connected'))).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(2)
})

test('warned, the customer takes a fresh page, and the old one is revoked', async ({ host, sandbox }) => {
  await host.openSession()
  await host.touchFrame()
  const first = await host.frameUrl()
  await sandbox.advanceTime({ ms: 59 * MINUTE })
  await host.lookAgain()
  await host.dialog.getByRole('button', { name: 'Get a fresh page' }).click()
  await expect.poll(() => host.frameUrl()).not.toBe(first)
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  await expect
    .poll(async () => (await sandbox.snapshot()).invitations.map(({ status }) => status))
    .toEqual(['REVOKED', 'ACTIVE'])
})

test('a server that answers what is over already: a few tries, then it is said', { tag: '@full' }, async ({
  page,
  host,
  sandbox,
}) => {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await spoilInvitations(page, 'over', 3)
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await expect(host.heading('No fresh page could be opened')).toBeVisible()
  await picture(page, '43-stale')
  await expect
    .poll(async () => (await sandbox.snapshot()).invitations.map(({ status }) => status))
    .toEqual(['REVOKED', 'REVOKED', 'REVOKED'])

  await host.dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
})
