import type { Locator, Page } from '@playwright/test'
import type { HostPage } from '../../support/host-page.ts'
import { expect, test } from '../../support/test.ts'

const ALMOST_AN_HOUR = 59 * 60_000
const CREATE_PATH = /\/api\/nectar\/invitations$/
const LOOK = /\/api\/nectar\/invitations\/[\w-]+$/

// Tracing asks the page for snapshots.
test.use({ trace: 'off' })

/**
 * Whatever a test asks of a page counts as an act of its user. So from here on only the network is listened to, until
 * that has worn off: three looks at the server take more than seven seconds.
 */
async function untilNothingWasDone(page: Page) {
  for (let look = 0; look < 3; look++) await page.waitForResponse(LOOK)
}

async function center(target: Locator) {
  await expect(target).toBeVisible()
  const box = await target.boundingBox()
  if (box === null) throw new Error('It is not on screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The last click is a bare one: a locator's would ask the page something after it. */
async function openQuietly(page: Page, host: HostPage) {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  const { x, y } = await center(host.dialog.getByRole('button', { name: /I have the login/ }))
  await page.mouse.click(x, y)
  await untilNothingWasDone(page)
}

test('a page that focuses its own field was not touched by that', async ({ page, host, sandbox }) => {
  await sandbox.addFault({ kind: 'grab-focus' })
  await openQuietly(page, host)
  const replaced = page.waitForRequest(CREATE_PATH)
  await sandbox.advanceTime({ ms: ALMOST_AN_HOUR })
  await replaced
  await expect
    .poll(async () => (await sandbox.snapshot()).invitations.map(({ status }) => status))
    .toEqual(['REVOKED', 'ACTIVE'])
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
})

test('a click in it is touch', async ({ page, host, sandbox }) => {
  await openQuietly(page, host)
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await page.mouse.click(width / 2, height / 2)
  await page.waitForResponse(LOOK)
  await sandbox.advanceTime({ ms: ALMOST_AN_HOUR })
  await page.waitForResponse(LOOK)
  await expect(host.dialog.getByText(/0:[0-5]\d left/)).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('a key in a field that had focused itself is touch', { tag: '@firefox' }, async ({
  page,
  host,
  sandbox,
}) => {
  await sandbox.addFault({ kind: 'grab-focus' })
  await openQuietly(page, host)
  await page.keyboard.press('a')
  await page.waitForResponse(LOOK)
  await sandbox.advanceTime({ ms: ALMOST_AN_HOUR })
  await page.waitForResponse(LOOK)
  await expect(host.dialog.getByText(/0:[0-5]\d left/)).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})
