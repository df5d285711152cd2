import type { Locator, Page } from '@playwright/test'
import type { HostPage } from '../support/host-page.ts'
import { Mailbox } from '../support/mailbox.ts'
import { expect, expectAccessible, picture, test } from '../support/test.ts'

const DANA = 'dana@northpoint.example'
const UTILITY = /Cascadia Power & Light/
const EIGHT_DAYS_MS = 8 * 24 * 3_600_000
/** What somebody does in another browser is looked for every half minute, when no webhook tells of it. */
const SOON = { timeout: 45_000 }

function links(page: Page) {
  return page.getByRole('region', { name: 'Links sent to colleagues' })
}

async function goToUtilities(host: HostPage) {
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
}

/** Sends Dana a link, from the intro. */
async function askDana(host: HostPage) {
  await host.page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /Someone else has the login/ }).click()
  await host.dialog.getByLabel('Their e-mail address').pressSequentially(DANA)
  await host.dialog.getByLabel('Note').pressSequentially('Could you do this before Friday?')
  await host.dialog.getByRole('button', { name: 'Send link' }).click()
  await expect(host.heading('Link sent')).toBeVisible()
}

/** The server reads what is some seconds old: whoever comes back to the page again and again sees it change. */
async function comesTo(host: HostPage, row: Locator, words: string) {
  await expect(async () => {
    await host.lookAgain()
    await expect(row).toContainText(words, { timeout: 1_000 })
  }).toPass(SOON)
}

async function signIn(hosted: Page, password: string) {
  await hosted.getByLabel('Username or email').fill('nectar-sandbox-username')
  await hosted.getByLabel('Password', { exact: true }).fill(password)
  await hosted.getByRole('button', { name: /^(Sign in|Send new sign-in)$/ }).click()
}

test('a colleague is asked, signs in wrongly, is asked once more, and the account is connected', async ({
  browser,
  demo,
  page,
  host,
  sandbox,
}) => {
  await goToUtilities(host)
  await askDana(host)
  await expectAccessible(page)
  await picture(page, '80-link-sent')

  const context = await browser.newContext()
  const dana = await Mailbox.open(context, demo.sandboxOrigin)
  const letter = await dana.read(/Tomasz Brandt asks you to connect/)
  await expect(letter.getByText('Could you do this before Friday?')).toBeVisible()
  const first = await dana.follow('Connect the account')
  await dana.verify(first, DANA)
  await first.getByRole('button', { name: UTILITY }).click()
  await sandbox.setCheckDelay({ delayMs: 0 })
  await signIn(first, 'not-the-password')
  await first.getByRole('checkbox').first().check()
  await first.getByRole('button', { name: 'Send details' }).click()

  await page.bringToFront()
  await expect(host.dialog.getByText('Details received', { exact: true })).toBeVisible(SOON)
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(links(page).getByRole('listitem').filter({ hasText: DANA })).toContainText('Details received')
  await picture(page, '81-details-received')
  const told = await dana.read(/dana@northpoint\.example sent the utility details/)
  await expect(told.getByText(/has signed in at the utility/)).toBeVisible()

  await page.bringToFront()
  await expect(host.row('Cascadia Power & Light')).toContainText('Sign-in not accepted')
  await host
    .row('Cascadia Power & Light')
    .getByRole('button', { name: /^Ask someone else/ })
    .click()
  await host.dialog.getByLabel('Their e-mail address').pressSequentially(DANA)
  await host.dialog.getByRole('button', { name: 'Send link' }).click()
  await expect(host.heading('Link sent')).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(host.row('Cascadia Power & Light')).toContainText(`A link went to ${DANA}`)
  await picture(page, '82-asked-again')

  await dana.read(/asks you to sign in again at Cascadia/)
  const second = await dana.follow('Sign in again')
  await dana.verify(second, DANA)
  await page.bringToFront()
  await expect(host.row('Cascadia Power & Light')).toContainText(`${DANA} opened the link`, SOON)
  await second.bringToFront()
  await signIn(second, 'nectar-sandbox-password')

  await page.bringToFront()
  await expect(host.row('Cascadia Power & Light')).toContainText('New bills are looked for every week.', SOON)
  await expect(links(page).getByRole('listitem').filter({ hasText: 'Details received' })).toHaveCount(2, SOON)
  await expectAccessible(page)
  await picture(page, '83-connected')
  await context.close()
})

test('revoked, the link that a colleague has says so', async ({ browser, demo, page, host }) => {
  await goToUtilities(host)
  await askDana(host)
  await host.dialog.getByRole('button', { name: 'Revoke the link' }).click()
  await host.dialog.getByRole('button', { name: 'Revoke the link' }).click()
  await expect(host.dialog).toContainText('revoked')
  await picture(page, '83-revoked')

  const context = await browser.newContext()
  const dana = await Mailbox.open(context, demo.sandboxOrigin)
  await dana.read(/Tomasz Brandt asks you/)
  const hosted = await dana.follow('Connect the account')
  await expect(hosted.getByRole('heading', { level: 1 })).toHaveText(/revoked|no longer/i)
  await context.close()
})

test('a link that ran out is sent afresh, and the new one works', { tag: '@full' }, async ({
  browser,
  demo,
  page,
  host,
  sandbox,
}) => {
  await goToUtilities(host)
  await askDana(host)
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await sandbox.advanceTime({ ms: EIGHT_DAYS_MS })
  const row = links(page).getByRole('listitem').filter({ hasText: DANA })
  await comesTo(host, row, 'Ran out')
  await row.getByRole('button', { name: /Send a fresh link/ }).click()
  await expect(row).toContainText('New link sent. The old one no longer works.')
  await expect(row).toHaveCount(1)

  const context = await browser.newContext()
  const dana = await Mailbox.open(context, demo.sandboxOrigin)
  await dana.read(/^Reminder: Tomasz Brandt asks you/)
  const hosted = await dana.follow('Connect the account')
  await dana.verify(hosted, DANA)
  await expect(hosted.getByRole('heading', { name: 'Which utility sends the bills?' })).toBeVisible()
  await page.bringToFront()
  await comesTo(host, row, 'Opened')
  await context.close()
})

test('on a phone, the link goes to the computer of the same person', async ({
  browser,
  demo,
  page,
  host,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await host.signIn('Kestrel Cold Storage')
  await page.goto(`${demo.origin}/app/utilities`)
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await expect(host.heading('This needs a bigger screen')).toBeVisible()
  await expectAccessible(page)
  await picture(page, '84-phone-send')
  await host.dialog.getByRole('button', { name: 'Send the link to my computer' }).click()
  await expect(host.heading('Link sent')).toBeVisible()
  await picture(page, '85-phone-sent')

  const context = await browser.newContext()
  const tomasz = await Mailbox.open(context, demo.sandboxOrigin)
  await tomasz.read(/Tomasz Brandt asks you to connect/)
  const hosted = await tomasz.follow('Connect the account')
  await tomasz.verify(hosted, 'tomasz@kestrel.example')
  await expect(hosted.getByRole('heading', { name: 'Which utility sends the bills?' })).toBeVisible()
  await context.close()
})
