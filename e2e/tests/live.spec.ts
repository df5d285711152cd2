import { HostPage } from '../support/host-page.ts'
import { pageVisibility } from '../support/page-visibility.ts'
import { expect, expectAccessible, picture, test } from '../support/test.ts'

/** Without the stream a page looks once a minute at connections that wait for nothing. */
const A_MOMENT = { timeout: 10_000 }
const STREAM = /\/api\/nectar\/changes/
const UTILITY = 'Puget Meadow Energy'

async function connectionId(sandbox: {
  snapshot(): Promise<{ connections: { id: string; datasource: { name: string } | null }[] }>
}) {
  const { connections } = await sandbox.snapshot()
  const found = connections.find(({ datasource }) => datasource?.name === UTILITY)
  if (!found) throw new Error(`${UTILITY} is not among the seeded connections.`)
  return found.id
}

test('a status changes at Nectar: every open tab shows it, offers to mend it, and tells the story', async ({
  context,
  demo,
  page,
  host,
  sandbox,
}) => {
  const id = await connectionId(sandbox)
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Utilities')
  await expect(host.row(UTILITY)).toContainText('Connected')
  const other = new HostPage(await context.newPage(), demo.origin)
  await other.page.goto(`${demo.origin}/app/utilities/${id}`)
  const card = other.page.getByRole('article', { name: UTILITY })
  await expect(card).toContainText('Connected')

  await sandbox.setConnectionStatus({ connectionId: id, status: 'PASSWORD_INCORRECT' })
  await expect(card).toContainText('Sign in again', A_MOMENT)
  await page.bringToFront()
  await expect(host.row(UTILITY)).toContainText('rejected the saved password', A_MOMENT)
  await expect(
    page.getByRole('status').filter({ hasText: `${UTILITY}: Sign-in not accepted` }),
  ).toBeAttached()
  await expectAccessible(page)
  await picture(page, '60-needs-you')

  await sandbox.setCheckDelay({ delayMs: 3_000 })
  await host
    .row(UTILITY)
    .getByRole('button', { name: /Sign in again/ })
    .click()
  await host.dialog.getByRole('button', { name: /I have it/ }).click()
  await host.signInToUtility('nectar-sandbox-username', 'nectar-sandbox-password')
  await expect(host.heading('Details received')).toBeVisible()
  await expect(host.row(UTILITY)).toContainText('You signed in again')
  await expect(host.heading('Connected')).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(host.row(UTILITY)).toContainText('New bills are looked for every week.')

  await other.page.bringToFront()
  await expect(card).toContainText('Connected', A_MOMENT)
  await card.getByRole('button', { name: 'History' }).click()
  const story = card.getByRole('listitem')
  await expect(story.nth(0)).toContainText('Connected')
  await expect(story.nth(1)).toContainText('Sign-in not accepted')
  await expectAccessible(other.page)
  await picture(other.page, '61-story')
})

test('what changed while a page was hidden, then cut off, is there when it is back', async ({
  context,
  page,
  host,
  sandbox,
}) => {
  const visibility = await pageVisibility(page)
  const id = await connectionId(sandbox)
  const streamOpened = page.waitForRequest(STREAM)
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Utilities')
  await expect(host.row(UTILITY)).toContainText('Connected')

  await streamOpened
  const streamClosed = page.waitForEvent('requestfailed', (request) => STREAM.test(request.url()))
  await visibility.hide()
  await streamClosed
  await context.setOffline(true)
  await sandbox.setConnectionStatus({ connectionId: id, status: 'WEBSITE_DOWN' })
  await visibility.show()
  await expect(host.row(UTILITY)).toContainText('Connected')
  await context.setOffline(false)
  await host.lookAgain()
  await expect(host.row(UTILITY)).toContainText('Utility site down', A_MOMENT)

  await page.getByRole('link', { name: UTILITY }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(UTILITY)
  // The change, once, and where it began: until a first webhook arrives, reading notes that.
  const card = page.getByRole('article', { name: UTILITY })
  await card.getByRole('button', { name: 'History' }).click()
  const story = card.getByRole('listitem')
  await expect(story).toHaveCount(2)
  await expect(story.nth(0)).toContainText('Utility site down')
})
