import { spoilInvitations } from '../support/spoil-invitations.ts'
import { expect, expectAccessible, picture, test } from '../support/test.ts'

test('the host does not answer: said with a reference, and trying again goes on', async ({
  page,
  host,
  sandbox,
}) => {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await page.route('**/api/nectar/invitations', (route) => route.abort('connectionfailed'))
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await expect(host.dialog.getByRole('heading', { name: 'We could not open the page' })).toBeVisible()
  await expect(host.dialog.getByText(/^NC-[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible()
  await expectAccessible(page)
  await picture(page, '31-host-does-not-answer')

  await page.unroute('**/api/nectar/invitations')
  await host.dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('an answer that was lost on its way creates no second invitation', async ({ page, host, sandbox }) => {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await spoilInvitations(page, 'lost', 1)
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await host.dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('signed out meanwhile: said, and nothing was sent', async ({ page, host, context }) => {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await context.clearCookies()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await expect(host.dialog.getByRole('heading', { name: 'You have been signed out' })).toBeVisible()
  await picture(page, '32-signed-out')
})

test('closed without use, the invitation is revoked', async ({ host, sandbox }) => {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await host.openNectar()
  await host.dialog.getByRole('button', { name: 'Close' }).click()
  await expect
    .poll(async () => (await sandbox.snapshot()).invitations.map(({ status }) => status))
    .toEqual(['REVOKED'])
})
