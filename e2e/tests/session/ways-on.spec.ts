import type { Page, Route } from '@playwright/test'
import { expect, expectAccessible, picture, test } from '../../support/test.ts'

const OUTCOME = /^(Details received|Connected)$/
const INVITATIONS = '**/api/nectar/invitations'
const ANY = '**/api/nectar/**'

function problem(route: Route, status: number, code: string, more: object = {}) {
  const body = { type: 'about:blank', title: code, status, code, requestId: 'NC-7F3K-92QD', ...more }
  return route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ retryable: false, ...body }),
  })
}

async function followToTab(page: Page, open: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([page.context().waitForEvent('page'), open()])
  await tab.waitForLoadState()
  return tab
}

test('a frame that is refused: a tab of its own, watched from here', async ({ page, host, sandbox }) => {
  await sandbox.addFault({ kind: 'refuse-frame', times: 1 })
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  const tab = await followToTab(page, () =>
    host.dialog.getByRole('link', { name: /Open in a new tab/ }).click(),
  )
  await expect(host.heading('Carry on in a new tab')).toBeVisible()
  await expect(page.locator('iframe')).toHaveCount(0)
  expect(await tab.evaluate(() => window.opener)).toBeNull()
  await expectAccessible(page)
  await picture(page, '46-in-the-other-tab')
  await host.finish(tab)
  await page.bringToFront()
  await host.lookAgain()
  await expect(host.dialog.getByRole('heading', { name: OUTCOME })).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('a frame that a policy keeps out is said, and the same invitation opens in a tab', async ({
  page,
  host,
  sandbox,
}) => {
  await page.route('**/app/utilities', async (route) => {
    const response = await route.fetch()
    const policy = response
      .headers()
      ['content-security-policy']?.replace(/frame-src [^;]+/, "frame-src 'none'")
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy ?? '' },
    })
  })
  await host.signIn('Kestrel Cold Storage')
  await page.goto(`${host.origin}/app/utilities`)
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await expect(host.heading('Nectar’s page cannot be shown here')).toBeVisible()
  await expectAccessible(page)
  await picture(page, '47-blocked-by-policy')
  const tab = await followToTab(page, () =>
    host.dialog.getByRole('link', { name: /Open in a new tab/ }).click(),
  )
  await host.finish(tab)
  await page.bringToFront()
  await host.lookAgain()
  await expect(host.dialog.getByRole('heading', { name: OUTCOME })).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('closing the window leaves the other tab alone', async ({ page, host, sandbox }) => {
  await host.openSession()
  const tab = await followToTab(page, () =>
    host.dialog.getByRole('link', { name: /Open in a new tab/ }).click(),
  )
  await host.dialog.getByRole('button', { name: 'Close' }).first().click()
  await host.finish(tab)
  await page.reload()
  await expect(host.row('Cascadia Power & Light')).toBeVisible()
  expect((await sandbox.snapshot()).invitations.map(({ status }) => status)).toEqual(['FULFILLED'])
})

test('the host’s server is down and comes back: the page goes on', async ({ page, host }) => {
  await host.openSession()
  const first = await host.frameUrl()
  await page.route(ANY, (route) => route.abort('connectionfailed'))
  await expect(
    host.dialog.getByText('Plumbline does not answer at the moment', { exact: false }),
  ).toBeVisible()
  await picture(page, '48-server-down')
  await host.finish()
  await page.unroute(ANY)
  await expect(host.dialog.getByRole('heading', { name: OUTCOME })).toBeVisible()
  expect(first).not.toBeNull()
})

test('offline and back: said while it lasts, and the page goes on', async ({
  page,
  host,
  context,
  sandbox,
}) => {
  await host.openSession()
  await context.setOffline(true)
  await expect(host.dialog.getByText('it carries on when you are back', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await picture(page, '50-offline')
  await context.setOffline(false)
  await expect(host.dialog.getByText('it carries on when you are back', { exact: false })).toBeHidden()
  await host.finish()
  await expect(host.dialog.getByRole('heading', { name: OUTCOME })).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('a page that does not come: said after half a minute, and another one opens', { tag: '@full' }, async ({
  page,
  host,
  sandbox,
}) => {
  await sandbox.addFault({ kind: 'never-loads', times: 1 })
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await expect(host.heading('Nectar’s page is slow to open')).toBeVisible({ timeout: 45_000 })
  await expect(host.dialog.getByRole('link', { name: /Open in a new tab/ })).toBeVisible()
  await picture(page, '51-slow')
  await host.dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  await expect
    .poll(
      async () => (await sandbox.snapshot()).invitations.filter(({ status }) => status === 'ACTIVE').length,
    )
    .toBe(1)
})

test('signed out while it is open: sign in again, and it goes on', async ({ page, host, context }) => {
  await host.openSession()
  const first = await host.frameUrl()
  await context.clearCookies()
  await expect(host.dialog.getByText('You have been signed out', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await picture(page, '49-signed-out-while-open')
  await host.dialog.getByRole('button', { name: 'Sign in to Plumbline' }).click()
  await expect(host.dialog.getByText('You have been signed out', { exact: false })).toBeHidden()
  expect(await host.frameUrl()).toBe(first)
  await host.finish()
  await expect(host.dialog.getByRole('heading', { name: OUTCOME })).toBeVisible()
})

test('signed out before it opened: sign in again, and it opens', async ({ page, host, sandbox, context }) => {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await context.clearCookies()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await host.dialog.getByRole('button', { name: 'Sign in to Plumbline' }).click()
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('too many requests: it waits as told, then goes on', { tag: '@full' }, async ({ page, host }) => {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  let asked = 0
  await page.route(INVITATIONS, (route) => {
    asked++
    return asked === 1
      ? problem(route, 429, 'rate_limited', { retryable: true, retryAfterMs: 6_000 })
      : route.continue()
  })
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  // It says that it is disabled, and a customer may click it all the same.
  await host.dialog.getByRole('button', { name: /Try again in 0:\d\d/ }).click({ force: true })
  expect(asked).toBe(1)
  await host.dialog.getByRole('button', { name: 'Try again', exact: true }).click()
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  expect(asked).toBe(2)
})

for (const [status, code, title] of [
  [403, 'not_allowed', 'Ask an administrator'],
  [404, 'not_found', 'This account is not here any more'],
  [409, 'client_outdated', 'Plumbline was updated'],
  [500, 'internal_error', 'We could not open the page'],
  [503, 'nectar_unavailable', 'Nectar did not answer'],
] as const) {
  const tag = status === 500 ? [] : '@full'
  test(`${status} ${code} is said, with a reference`, { tag }, async ({ page, host }) => {
    await host.signIn('Kestrel Cold Storage')
    await host.goTo('Utilities')
    await page.route(INVITATIONS, (route) => problem(route, status, code))
    await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
    await host.dialog.getByRole('button', { name: /I have the login/ }).click()
    await expect(host.heading(title)).toBeVisible()
    await expect(host.dialog.getByText('NC-7F3K-92QD')).toBeVisible()
  })
}
