import { expect, test } from '../support/test.ts'

test('after a whole connect, one press of Back leaves the page', async ({ host, page }) => {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  const { length, url } = await page.evaluate(() => ({ length: history.length, url: location.href }))
  await host.openNectar()
  await host.finish()
  await expect(host.heading('Connected')).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(host.dialog).toBeHidden()
  expect(await page.evaluate(() => history.length)).toBe(length)
  await page.goBack()
  await expect(page).not.toHaveURL(url)
})

test('a page of Nectar that takes the place of another adds nothing to the history', async ({
  host,
  page,
  sandbox,
}) => {
  await host.openSession()
  const before = await page.evaluate(() => history.length)
  const first = await host.frameUrl()
  await sandbox.advanceTime({ ms: 59 * 60_000 })
  await host.lookAgain()
  await expect.poll(() => host.frameUrl()).not.toBe(first)
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => history.length)).toBe(before)
})
