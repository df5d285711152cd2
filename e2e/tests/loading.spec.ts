import type { Page } from '@playwright/test'
import { expect, expectAccessible, picture, test } from '../support/test.ts'

const FLOW = /flow-parts/
const CONNECT = { name: 'Connect a utility account', exact: true }

/** @returns lets it through */
async function holdBackFlow(page: Page): Promise<() => void> {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(FLOW, async (route) => {
    await arrival
    await route.continue()
  })
  return () => arrive()
}

test('nothing of the flow is loaded until somebody comes near, and then it opens without a wait', async ({
  page,
  host,
}) => {
  const asked: string[] = []
  page.on('request', (request) => void (FLOW.test(request.url()) && asked.push(request.url())))
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Utilities')
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 })))
  expect(asked).toEqual([])
  const loaded = page.waitForResponse(FLOW)
  await page.getByRole('button', CONNECT).hover()
  await (await loaded).finished()
  await page.context().setOffline(true)
  await page.getByRole('button', CONNECT).click()
  await expect(host.dialog.getByRole('heading', { name: 'Connect a utility account' })).toBeFocused()
})

test('on a slow line the dialog is there at once, and what it shows follows', async ({ page, host }) => {
  const arrive = await holdBackFlow(page)
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await page.getByRole('button', CONNECT).click()
  await expect(page.getByRole('dialog', CONNECT)).toHaveAttribute('aria-busy', 'true')
  await expectAccessible(page)
  arrive()
  await expect(host.dialog.getByRole('heading', { name: 'Connect a utility account' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', CONNECT)).toBeFocused()
})

test('on a slow line, whoever came near before the flow was there finds the browser ready for Nectar’s page', async ({
  page,
  host,
}) => {
  const arrive = await holdBackFlow(page)
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await page.getByRole('button', CONNECT).hover()
  const ready = page.locator('head link[rel=preconnect]')
  await expect(ready).toHaveCount(0)
  arrive()
  await expect(ready).toHaveCount(1)
})

test('when its code cannot be had, it says so, and the way on works in every browser', async ({
  page,
  host,
}) => {
  await page.route(FLOW, (route) => route.abort())
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  const connect = page.getByRole('button', CONNECT)
  await connect.click()
  const said = page.getByRole('alert').filter({ hasText: 'This could not be loaded. Are you online?' })
  await said.getByRole('button', { name: 'Try again' }).click()
  const reload = said.getByRole('button', { name: 'Reload the page' })
  await expect(reload).toBeVisible()
  await expectAccessible(page)
  await picture(page, '90-not-loaded')
  await page.unroute(FLOW)
  await reload.click()
  await expect(said).toBeHidden()
  await connect.click()
  await expect(host.dialog.getByRole('heading', { name: 'Connect a utility account' })).toBeFocused()
})
