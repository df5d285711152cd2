import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { chromiumLaunchOptions } from '../../tooling/lib/browsers.ts'
import { HARMLESS, toSearch } from '../hostile/combination.ts'
import { buildHostilePage, type HostileHost, startHostileHost } from '../support/hostile-host.ts'

const SEARCH = toSearch(HARMLESS)

let host: HostileHost
/** As most people on Windows and Linux have it: with scroll bars that take room. */
let browser: Browser

test.beforeAll(async () => {
  host = await startHostileHost(await buildHostilePage())
  browser = await chromium.launch({ ...chromiumLaunchOptions(), ignoreDefaultArgs: ['--hide-scrollbars'] })
})
test.afterAll(async () => {
  await browser.close()
  await host.close()
})

async function visit(width: number, height: number, options: { hasTouch?: boolean } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  await page.goto(`${host.origin}/${SEARCH}`)
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).first().click()
  await expect(page.getByRole('button', { name: /I have the login/ })).toBeVisible()
  return page
}

const dialogOf = (page: Page) => page.locator('dialog[open]')

async function goToForm(page: Page) {
  await page.getByRole('button', { name: /Someone else has the login/ }).click()
  await expect(page.getByRole('button', { name: 'Send link' })).toBeVisible()
}

async function goToFrame(page: Page) {
  await page.getByRole('button', { name: /I have the login/ }).click()
  const anyway = page.getByRole('button', { name: /anyway/i })
  const shown = page.locator('dialog [aria-busy=false] iframe')
  await expect(anyway.or(shown)).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect(shown).toBeVisible()
}

/** The invitation that is open, which the host hears about the next time that the page is looked at. */
async function lastInvitation(): Promise<string> {
  return String((await host.control.snapshot()).invitations.at(-1)?.id)
}

async function lookAgain(page: Page) {
  await page.evaluate(() => void window.dispatchEvent(new Event('focus')))
}

/** How much more there is than is seen, and the room that bars take. */
function readScrolling(page: Page) {
  return dialogOf(page).evaluate((dialog: HTMLElement) => ({
    more: [dialog.scrollWidth - dialog.clientWidth, dialog.scrollHeight - dialog.clientHeight],
    bars: [dialog.offsetWidth - dialog.clientWidth, dialog.offsetHeight - dialog.clientHeight],
  }))
}

/** The screen, but for the room that a scroll bar of the host keeps. */
function readRoom(page: Page) {
  return page.evaluate(() => {
    const probe = document.createElement('div')
    probe.style.cssText = 'position: fixed; inset: 0'
    document.body.append(probe)
    const { x, y, width, height } = probe.getBoundingClientRect()
    probe.remove()
    return { x, y, width, height }
  })
}

const none = { more: [0, 0], bars: [0, 0] }

test('no screen on the way has a scroll bar unless there is more to see', async () => {
  const page = await visit(1280, 900)
  expect(await readScrolling(page), 'the intro').toEqual(none)
  await goToForm(page)
  expect(await readScrolling(page), 'the form').toEqual(none)
  await page.getByLabel('Their e-mail address').fill('nobody')
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByLabel('Their e-mail address')).toHaveAttribute('aria-invalid', 'true')
  expect(await readScrolling(page), 'what is wrong').toEqual(none)
  await page.getByLabel('Their e-mail address').fill('sam@northpoint.example')
  await page.getByRole('button', { name: 'Send link' }).click()
  await expect(page.getByRole('heading', { name: 'Link sent' })).toBeVisible()
  expect(await readScrolling(page), 'what was sent').toEqual(none)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).first().click()
  await goToFrame(page)
  expect(await readScrolling(page), 'the page of Nectar').toEqual(none)
  await page.context().close()
})

/** The screens that a session ends with, and how each comes about. */
const ENDS: [string | RegExp, (page: Page) => Promise<void>][] = [
  [
    'Nectar did not answer',
    async (page) => {
      await page.route('**/api/nectar/invitations', (route) => {
        const problem = { type: 'about:blank', title: '', requestId: 'NC-7F3K-92QD', retryable: true }
        return route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ ...problem, status: 503, code: 'nectar_unavailable' }),
        })
      })
      await page.getByRole('button', { name: /I have the login/ }).click()
    },
  ],
  [
    'This link was revoked',
    async (page) => {
      await goToFrame(page)
      await host.control.revokeInvitation({ invitationId: await lastInvitation() })
      await lookAgain(page)
    },
  ],
  [
    'This page ran out of time',
    async (page) => {
      await goToFrame(page)
      await page.frameLocator('dialog iframe').getByRole('searchbox').click()
      await page.keyboard.type('Casc')
      await expect(page.locator('[data-nectar-touched]')).toBeAttached()
      await host.control.expireInvitation({ invitationId: await lastInvitation() })
      await lookAgain(page)
    },
  ],
  [
    /^(Details received|Connected)$/,
    async (page) => {
      await goToFrame(page)
      await host.control.submitDetails({ invitationId: await lastInvitation() })
      await lookAgain(page)
    },
  ],
]

for (const [heading, goTo] of ENDS) {
  test(`nor has the end of a session: ${heading}`, async () => {
    const page = await visit(1280, 900)
    await goTo(page)
    await expect(dialogOf(page).getByRole('heading', { name: heading })).toBeVisible()
    expect(await readScrolling(page)).toEqual(none)
    await page.context().close()
  })
}

test('nor has what is said on a screen that is too small', async () => {
  const page = await visit(500, 900)
  await page.getByRole('button', { name: /I have the login/ }).click()
  await expect(dialogOf(page).getByRole('button', { name: /anyway/i })).toBeVisible()
  expect(await readScrolling(page)).toEqual(none)
  await page.context().close()
})

test('what only a screen reader sees stands in its corner, so that it makes nothing scroll', async () => {
  const page = await visit(1280, 900)
  const offsets = await page.locator('.nectar-sr').evaluateAll((all) =>
    all.map((element) => {
      const { position, top, left, width } = getComputedStyle(element)
      return [position, top, left, width]
    }),
  )
  expect(offsets.length).toBeGreaterThan(3)
  expect(new Set(offsets.map(String))).toEqual(new Set(['absolute,0px,0px,1px']))
  await page.context().close()
})

test('a low screen is all the dialog’s, whatever it shows', async () => {
  for (const [width, height] of [
    [844, 390],
    [320, 180],
  ] as const) {
    const page = await visit(width, height)
    const whole = await readRoom(page)
    expect(await dialogOf(page).boundingBox(), 'the intro').toEqual(whole)
    await goToForm(page)
    expect(await dialogOf(page).boundingBox(), 'the form').toEqual(whole)
    await dialogOf(page).getByRole('button', { name: 'Back' }).click()
    await goToFrame(page)
    expect(await dialogOf(page).boundingBox(), 'the page of Nectar').toEqual(whole)
    await page.context().close()
  }
})

test('a low screen is all Nectar’s: our bars fold away', async () => {
  for (const [width, height, share] of [
    [844, 390, 0.8],
    [640, 360, 0.75],
    [320, 180, 0.6],
  ] as const) {
    const page = await visit(width, height)
    await goToFrame(page)
    const box = await page.locator('dialog iframe').boundingBox()
    expect((box?.height ?? 0) / height, `${width} × ${height}`).toBeGreaterThanOrEqual(share)
    await expect(dialogOf(page).getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 })
    await expect(dialogOf(page).getByRole('link', { name: /Open in a new tab/ })).toBeInViewport()
    await page.context().close()
  }
})

test('fields are large enough for a finger, so that no phone zooms in', async () => {
  const page = await visit(390, 844, { hasTouch: true })
  await goToForm(page)
  const sizes = await dialogOf(page)
    .locator('input, textarea, select')
    .evaluateAll((fields) => fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)))
  expect(sizes.length).toBeGreaterThan(0)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
  await page.context().close()
})

test('nothing stands under a notch, on its side or upright', async () => {
  for (const [width, height, insets] of [
    [844, 390, { left: 50, right: 50, bottom: 21 }],
    [390, 844, { top: 47, bottom: 34 }],
  ] as const) {
    const page = await visit(width, height, { hasTouch: true })
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setSafeAreaInsetsOverride', { insets })
    await goToFrame(page)
    const { left = 0, right = 0, bottom = 0 } = insets as Partial<Record<string, number>>
    for (const part of ['header', 'footer', 'header .nectar-btn']) {
      const box = await dialogOf(page).locator(part).boundingBox()
      expect(box?.x, part).toBeGreaterThanOrEqual(left)
      expect((box?.x ?? 0) + (box?.width ?? 0), part).toBeLessThanOrEqual(width - right)
      expect((box?.y ?? 0) + (box?.height ?? 0), part).toBeLessThanOrEqual(height - bottom)
    }
    await page.context().close()
  }
})
