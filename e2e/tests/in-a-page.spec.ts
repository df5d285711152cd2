import { test as base, expect, type Page } from '@playwright/test'
import { HostPage } from '../support/host-page.ts'
import { type StaticStorybook, startStaticStorybook } from '../support/static-storybook.ts'
import { expectAccessible, picture } from '../support/test.ts'

/** A whole Storybook takes its time. */
const BUILD_LIMIT_MS = 300_000

/** One build for all tests of this file. */
const test = base.extend<{ host: HostPage; outside: string[] }, { storybook: StaticStorybook }>({
  storybook: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its first parameter
    async ({}, use) => {
      const storybook = await startStaticStorybook()
      await use(storybook)
      await storybook.close()
    },
    { scope: 'worker', timeout: BUILD_LIMIT_MS },
  ],
  host: async ({ page, storybook }, use) => use(new HostPage(page, storybook.origin)),
  /** What anything in the browser asked of elsewhere. None of it got anywhere. */
  outside: async ({ context, storybook }, use) => {
    const outside: string[] = []
    await context.route(
      (url) => url.origin !== storybook.origin,
      (route) => {
        outside.push(route.request().url())
        return route.abort()
      },
    )
    await use(outside)
  },
})

// In one worker: it is built once.
test.describe.configure({ mode: 'default' })

const UTILITY = 'Cascadia Power & Light'
const USERNAME = 'nectar-sandbox-username'
const PASSWORD = 'nectar-sandbox-password'

async function openStory(page: Page, { origin }: StaticStorybook) {
  await page.goto(`${origin}/iframe.html?id=live--in-this-page&viewMode=story`)
  await expect(page.getByRole('heading', { name: 'Nectar reports' })).toBeVisible()
}

function row(page: Page) {
  return page.getByRole('listitem').filter({ hasText: UTILITY })
}

async function report(page: Page, words: string) {
  await page.getByRole('button', { name: words, exact: true }).click()
}

test('link, change status, reconnect: in a static Storybook, by hand, without a network', {
  tag: '@full',
}, async ({ page, host, outside, storybook }) => {
  await openStory(page, storybook)
  await expectAccessible(page)
  await picture(page, '80-in-a-page')

  await host.openNectar()
  const frame = page.locator('iframe[title="Nectar’s sign-in page"]')
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-forms')
  expect(await frame.evaluate((element: HTMLIFrameElement) => element.contentDocument)).toBeNull()
  await expect(host.hosted.locator('body')).toHaveCSS('font-family', /Figtree/)
  await host.hosted.getByRole('searchbox').fill('Casc')
  await expect(host.hosted.getByRole('button', { name: /Coast Range/ })).toBeHidden()
  await picture(page, '81-in-a-page-nectar')
  await host.hosted.getByRole('button', { name: UTILITY }).click()
  await host.signInToUtility('', PASSWORD)
  await expect(host.hosted.getByText('Enter your username or email.')).toBeVisible()
  await host.signInToUtility(USERNAME, PASSWORD)
  await host.chooseSitesAndSend()
  await expect(host.heading('Details received')).toBeVisible()
  await expect(host.heading('Connected')).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(row(page)).toContainText('Connected')

  await report(page, 'Password incorrect')
  await expect(row(page)).toContainText('rejected the saved password')
  await picture(page, '82-in-a-page-broken')
  await row(page)
    .getByRole('button', { name: /Sign in again/ })
    .click()
  await host.dialog.getByRole('button', { name: /I have it/ }).click()
  await host.signInToUtility(USERNAME, PASSWORD)
  await expect(host.heading('Connected')).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(row(page)).toContainText('Connected')

  expect(outside).toEqual([])
  expect(storybook.missing.filter((path) => path.includes('/api/'))).toEqual([])
})

test('in a tab of its own, too', { tag: '@full' }, async ({ page, host, outside, storybook }) => {
  await openStory(page, storybook)
  await host.openNectar()
  await host.hosted.getByRole('button', { name: UTILITY }).click()
  await expect(host.hosted.getByLabel('Username or email')).toBeVisible()
  const opening = page.waitForEvent('popup')
  await host.dialog.getByRole('link', { name: /Open it in a new tab|new tab/i }).click()
  const tab = (await opening).frameLocator('iframe')
  await tab.getByRole('button', { name: UTILITY }).click()
  await tab.getByLabel('Username or email').fill(USERNAME)
  await tab.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click()
  await tab.getByRole('checkbox').first().check()
  await tab.getByRole('button', { name: 'Send details' }).click()
  await page.bringToFront()
  await expect(host.heading('Connected')).toBeVisible()
  expect(outside).toEqual([])
})
