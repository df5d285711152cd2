import { pageVisibility } from '../../support/page-visibility.ts'
import { skewClock } from '../../support/skewed-clock.ts'
import { expect, test } from '../../support/test.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Time for one look at the clocks and one question to the server. */
const AT_ONCE = { timeout: 5_000 }

test('a browser whose clock is hours wrong counts the time left rightly', async ({ page, host, sandbox }) => {
  await skewClock(page, -9 * HOUR)
  await host.openSession()
  await host.touchFrame()
  await sandbox.advanceTime({ ms: 59 * MINUTE })
  await host.lookAgain()
  await expect(host.dialog.getByText(/0:[0-5]\d left/)).toBeVisible()
})

test('a host whose clock is hours off against Nectar’s counts it rightly', { tag: '@full' }, async ({
  host,
  sandbox,
}) => {
  await sandbox.setClockSkew({ ms: 5 * HOUR })
  await host.openSession()
  await host.touchFrame()
  await sandbox.advanceTime({ ms: 59 * MINUTE })
  await host.lookAgain()
  await expect(host.dialog.getByText(/0:[0-5]\d left/)).toBeVisible()
})

test('a clock that is set while the page is open ends nothing', { tag: '@full' }, async ({
  page,
  host,
  sandbox,
}) => {
  const setSkew = await skewClock(page)
  await host.openSession()
  await host.touchFrame()
  const first = await host.frameUrl()
  for (const skew of [3 * HOUR, -20 * HOUR]) {
    const looked = page.waitForResponse(/\/api\/nectar\/invitations\/[\w-]+$/)
    await setSkew(skew)
    await looked
    await expect(host.dialog.getByText('left on this page')).toBeHidden()
    await expect(host.heading('This page ran out of time')).toBeHidden()
  }
  expect(await host.frameUrl()).toBe(first)
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('asleep over the end: right within a moment of waking', async ({ page, host, sandbox }) => {
  const setSkew = await skewClock(page)
  await host.openSession()
  await host.touchFrame()
  await sandbox.advanceTime({ ms: 2 * HOUR })
  await setSkew(2 * HOUR)
  await expect(host.heading('This page ran out of time')).toBeVisible(AT_ONCE)
})

test('in a background tab nothing is asked; shown again, it is right at once', async ({
  page,
  host,
  sandbox,
}) => {
  const visibility = await pageVisibility(page)
  await host.openSession()
  const first = await host.frameUrl()
  const asked: string[] = []
  await visibility.hide()
  page.on('request', (request) => {
    if (/\/invitations(\/|$)/.test(request.url())) asked.push(`${request.method()} ${request.url()}`)
  })
  await sandbox.advanceTime({ ms: 2 * HOUR })
  await host.lookAgain()
  expect(await host.frameUrl()).toBe(first)
  expect(asked).toEqual([])

  await visibility.show()
  await expect.poll(() => host.frameUrl(), AT_ONCE).not.toBe(first)
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
})
