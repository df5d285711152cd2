import { chromiumLaunchOptions } from '../../../tooling/lib/browsers.ts'
import { expect, test } from '../../support/test.ts'

test.use({
  launchOptions: { ...chromiumLaunchOptions(), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  trace: 'off',
})

const HOUR = 3_600_000

test('back from the back-forward cache: as it was, and right within a moment', async ({
  page,
  host,
  sandbox,
}) => {
  await host.openSession()
  await host.touchFrame()
  const first = await host.frameUrl()
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { cameBack: persisted }))
  })
  const goBack = async () => {
    await page.evaluate(() => void setTimeout(() => history.back()))
    await page.waitForURL(`${host.origin}/app/**`, { waitUntil: 'commit' })
    expect(await page.evaluate(() => 'cameBack' in window && window.cameBack)).toBe(true)
  }

  await page.goto('about:blank')
  await goBack()
  expect(await host.frameUrl()).toBe(first)
  expect((await sandbox.snapshot()).invitations.map(({ status }) => status)).toEqual(['ACTIVE'])

  await page.goto('about:blank')
  await sandbox.advanceTime({ ms: 2 * HOUR })
  await goBack()
  await expect(host.heading('This page ran out of time')).toBeVisible({ timeout: 5_000 })
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})
