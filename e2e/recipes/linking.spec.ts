// #region setup
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'

/** Yours: signs in to your app, and goes to where the widget is. */
async function openApp(page: Page, appOrigin: string) {
  await page.goto(appOrigin)
  await page.getByRole('button', { name: 'Harrow Lane Hotels' }).click()
  await page.getByRole('link', { name: 'Utilities' }).first().click()
}
// #endregion

// #region link
test('a customer links a utility', async ({ page, appOrigin, sandbox }) => {
  await openApp(page, appOrigin)
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /I have the login/ })
    .click()

  const nectar = page.frameLocator('iframe[title="Nectar’s sign-in page"]')
  await nectar.getByRole('button', { name: /Cascadia Power & Light/ }).click()
  await nectar.getByLabel('Username or email').fill('nectar-sandbox-username')
  await nectar.getByLabel('Password', { exact: true }).fill('nectar-sandbox-password')
  await nectar.getByRole('button', { name: 'Sign in', exact: true }).click()
  await nectar.getByRole('checkbox').first().check()
  await nectar.getByRole('button', { name: 'Send details' }).click()

  await expect(page.getByRole('heading', { name: 'Details received' })).toBeVisible()
  await sandbox.advanceTime({ ms: 60_000 }) // the utility was asked
  await expect(page.getByRole('heading', { name: 'Connected' })).toBeVisible()
})
// #endregion

// #region status
test('a status changes while the customer looks', async ({ page, appOrigin, sandbox }) => {
  await openApp(page, appOrigin)
  const row = page.getByRole('listitem').filter({ hasText: 'Puget Meadow Energy' })
  await expect(row).toContainText('Connected')

  const { connections } = await sandbox.snapshot()
  const connection = connections.find(({ url }) => String(url).includes('pugetmeadow'))
  await sandbox.setConnectionStatus({ connectionId: String(connection?.id), status: 'PASSWORD_INCORRECT' })
  await expect(row).toContainText('rejected the saved password')
})
// #endregion

// #region fault
test('Nectar’s page does not load', async ({ page, appOrigin, sandbox }) => {
  await sandbox.addFault({ kind: 'never-loads' })
  await openApp(page, appOrigin)
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /I have the login/ })
    .click()
  await expect(page.getByRole('link', { name: /new tab/i })).toBeVisible() // there is a way on
})
// #endregion
