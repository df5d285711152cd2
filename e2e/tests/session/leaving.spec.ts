import { expect, picture, test } from '../../support/test.ts'

const STATUSES = ({ invitations }: { invitations: { status: string }[] }) =>
  invitations.map(({ status }) => status)

test('reloaded in the middle: it says how that ended, and starts again', async ({ page, host, sandbox }) => {
  await host.openSession()
  await host.touchFrame()
  await page.reload()
  await expect(host.heading('You left before this was finished')).toBeVisible()
  await picture(page, '45-interrupted')
  await expect.poll(async () => STATUSES(await sandbox.snapshot())).toEqual(['REVOKED'])
  await host.dialog.getByRole('button', { name: 'Start again' }).click()
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
})

test('reloaded before anything was done: the page as it was, and nothing left behind', async ({
  page,
  host,
  sandbox,
}) => {
  await host.openSession()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Connect a utility account', exact: true })).toBeVisible()
  await expect.poll(async () => STATUSES(await sandbox.snapshot())).toEqual(['REVOKED'])
  await expect(host.dialog).toBeHidden()
})

test('reloaded after the details went in, before anybody noticed: the outcome', async ({ page, host }) => {
  await host.openSession()
  let isReloaded = false
  // The page that is left must not learn of it in its last moment.
  await page.route(/\/api\/nectar\/invitations\/[\w-]+$/, (route) =>
    isReloaded ? route.continue() : route.abort('connectionfailed'),
  )
  await host.finish()
  await expect(host.hosted.getByRole('heading', { level: 1, name: /sent|received|done/i })).toBeVisible()
  page.on('framenavigated', (frame) => {
    isReloaded ||= frame === page.mainFrame()
  })
  await page.reload()
  await expect(host.heading('Details received').or(host.heading('Connected'))).toBeVisible()
})

test('left for another site: what was not used is revoked', async ({ page, host, sandbox }) => {
  await host.openSession()
  await page.goto('about:blank')
  await expect.poll(async () => STATUSES(await sandbox.snapshot())).toEqual(['REVOKED'])
})

test('closed a moment after the details went in: nothing is revoked, and the list shows it', async ({
  page,
  host,
  sandbox,
}) => {
  await host.openSession()
  await page.route(/\/api\/nectar\/invitations\/[\w-]+$/, (route) => route.abort('connectionfailed'))
  await host.finish()
  await expect(host.hosted.getByRole('heading', { level: 1, name: /sent|received|done/i })).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Close' }).click()
  await expect(host.row('Cascadia Power & Light')).toBeVisible()
  expect(STATUSES(await sandbox.snapshot())).toEqual(['FULFILLED'])
})

test('somebody else signs in in the same tab: nothing of before is told', async ({ page, host, context }) => {
  await host.openSession('Kestrel Cold Storage')
  await host.touchFrame()
  await page.goto('about:blank')
  await context.clearCookies()
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Utilities')
  await expect(host.row('Coast Range Gas')).toBeVisible()
  await expect(host.dialog).toBeHidden()
})
