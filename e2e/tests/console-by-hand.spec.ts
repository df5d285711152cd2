import type { SandboxControl } from '@nectar-connect/sandbox'
import { expect, expectAccessible, picture, test } from '../support/test.ts'

const MAIL = { from: 'hello@plumbline.example', to: 'sam@harrowlane.example', text: 'Hello' }

/** The id of a connection whose status is `CONNECTED` at first. */
async function connectedOne(sandbox: SandboxControl): Promise<string> {
  const { connections } = await sandbox.snapshot()
  return connections.find(({ datasource }) => datasource?.name === 'Puget Meadow Energy')?.id ?? ''
}

test('companies, connections and invitations are made by hand, and an invitation is opened', async ({
  context,
  demo,
  page,
}) => {
  await page.goto(demo.sandboxOrigin)
  await page.getByRole('button', { name: 'Add a company' }).click()
  const company = page.getByRole('dialog', { name: 'Add a company' })
  await company.getByLabel('Name', { exact: true }).fill('Copper Beech Schools')
  await company.getByLabel('A site').fill('Main building')
  await expectAccessible(page)
  await picture(page, '73-console-dialog')
  await company.getByRole('button', { name: 'Add company' }).click()
  await expect(company).toBeHidden()
  await page.getByRole('link', { name: /Copper Beech Schools/ }).click()
  await expect(page.getByText('0 at Copper Beech Schools')).toBeVisible()

  await page.getByRole('button', { name: 'Connection', exact: true }).click()
  const connection = page.getByRole('dialog', { name: 'Add a connection' })
  await connection.getByLabel('Utility').selectOption('Coast Range Gas')
  await connection.getByLabel('Status').selectOption('CONNECTED')
  await connection.getByRole('button', { name: 'Add connection' }).click()
  const status = page.getByRole('button', { name: 'status of Coast Range Gas' })
  await expect(status).toHaveText('CONNECTED')
  await page.getByRole('button', { name: 'Run weekly check' }).click()
  await expect(page.getByRole('status')).toHaveText('The weekly check ran')

  await page.getByRole('button', { name: 'Invitation', exact: true }).click()
  const invitation = page.getByRole('dialog', { name: 'Make an invitation' })
  await invitation.getByRole('button', { name: 'Make invitation' }).click()
  await expect(page.getByText('1 active of 1')).toBeVisible()
  const [hosted] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /^Open / }).click(),
  ])
  await hosted.getByRole('button', { name: /Cascadia Power & Light/ }).click()
  await hosted.getByLabel('Username or email').fill('nectar-sandbox-username')
  await hosted.getByLabel('Password', { exact: true }).fill('nectar-sandbox-password')
  await hosted.getByRole('button', { name: 'Sign in', exact: true }).click()
  await hosted.getByRole('checkbox').first().check()
  await hosted.getByRole('button', { name: 'Send details' }).click()
  await expect(hosted.getByRole('heading', { level: 1 })).toContainText('received')
  await page.bringToFront()
  await expect(page.getByRole('row', { name: /Cascadia Power & Light/ })).toContainText('being checked')
  await picture(page, '74-console-by-hand')
  await expect(page.getByRole('button', { name: 'status of Cascadia Power & Light' })).toHaveText('CONNECTED')
})

test('any status is set, with its webhooks or without, collection is switched off, and a scenario is played', async ({
  demo,
  page,
  sandbox,
}) => {
  await page.goto(demo.sandboxOrigin)
  const status = page.getByRole('button', { name: 'status of Puget Meadow Energy' })
  const dialog = page.getByRole('dialog', { name: 'Status of Puget Meadow Energy' })
  await status.press('Enter')
  await expectAccessible(page)
  await picture(page, '75-console-status')
  await dialog.getByLabel('Send webhooks').uncheck()
  await dialog.getByRole('button', { name: 'Set' }).click()
  await expect(dialog.getByRole('alert')).toContainText('status')
  await dialog.getByLabel('Another status').fill('SOMETHING_NEW')
  await dialog.getByLabel('Another status').press('Enter')
  await expect(status).toHaveText('SOMETHING_NEW')
  expect(await sandbox.deliveries()).toEqual([])
  await status.click()
  await dialog.getByRole('button', { name: 'isActive: false' }).click()
  await expect(page.getByRole('button', { name: 'Puget Meadow Energy, not active' })).toBeFocused()

  await page.getByRole('button', { name: 'Scenarios' }).click()
  const scenarios = page.getByRole('dialog', { name: 'Scenarios' })
  await expectAccessible(page)
  await picture(page, '76-console-scenarios')
  await scenarios.getByRole('button', { name: /Everything flaky/ }).click()
  await expect(page.getByRole('link', { name: 'Traffic' })).toContainText('6 faults')
  await page.getByRole('button', { name: 'Scenarios' }).click()
  await scenarios.getByRole('button', { name: /MFA expired/ }).click()
  await expect
    .poll(async () => (await sandbox.snapshot()).connections.map((one) => one.status))
    .toContain('MFA_TOKEN_EXPIRED')

  const before = (await sandbox.snapshot()).companies
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('link', { name: 'Traffic' })).not.toContainText('faults')
  expect((await sandbox.snapshot()).companies.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
})

test('a mail is read as it arrives, by the host or by Nectar, and its link opens the page', async ({
  context,
  demo,
  page,
}) => {
  const file = (body: unknown) =>
    fetch(`${demo.sandboxOrigin}/_sandbox/receiveMail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await page.goto(demo.sandboxOrigin)
  await page.getByRole('button', { name: 'Invitation', exact: true }).click()
  const invitation = page.getByRole('dialog', { name: 'Make an invitation' })
  await invitation.getByLabel('Mail the link').check()
  await invitation.getByRole('button', { name: 'Make invitation' }).click()
  await expect(invitation.getByLabel('Only for this address')).toBeFocused()
  await invitation.getByLabel('Only for this address').fill('dana@harrowlane.example')
  await invitation.getByRole('button', { name: 'Make invitation' }).click()
  await expect(invitation).toBeHidden()

  await page.getByRole('link', { name: 'Outbox' }).click()
  const letter = page.frameLocator('iframe[title="Content of the mail"]')
  await expect(letter.getByText('Plumbline asks you')).toBeVisible()
  await expectAccessible(page, { frames: false })
  await picture(page, '77-outbox')
  const [hosted] = await Promise.all([
    context.waitForEvent('page'),
    letter.getByRole('link', { name: 'Connect the account' }).click(),
  ])
  await expect(hosted.getByRole('heading', { level: 1 })).toHaveText('Which utility sends the bills?')

  await page.bringToFront()
  await file({
    from: 'Plumbline <hello@plumbline.example>',
    to: 'sam@harrowlane.example',
    subject: 'Dana asks for your help',
    text: 'Hello Sam, see https://plumbline.example/help.',
    html: '<p>Hello <b>Sam</b></p><script>document.body.textContent = "run"</script><img src="https://elsewhere.example/x.png">',
  })
  await page.getByRole('link', { name: 'Dana asks for your help' }).click()
  await expect(page.getByText('filed by the host')).toBeVisible()
  await expect(letter.getByText('Hello Sam')).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('link', { name: 'Plain text' }).click()
  await expect(letter.getByRole('link', { name: 'https://plumbline.example/help' })).toBeVisible()
  await expectAccessible(page, { frames: false })
  await picture(page, '78-outbox-dark')
  await page.setViewportSize({ width: 360, height: 800 })
  await expectAccessible(page, { frames: false })
  await picture(page, '79-outbox-phone')
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0)
})

test('the first invitation leaves the focus where it was, and Pause stays pressed in another view', async ({
  demo,
  page,
}) => {
  await page.goto(demo.sandboxOrigin)
  const button = page.getByRole('button', { name: 'Invitation', exact: true })
  await button.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Make invitation' }).press('Enter')
  await expect(page.getByText('1 active of 1')).toBeVisible()
  await expect(button).toBeFocused()

  const pause = page.getByRole('button', { name: 'Pause' })
  await pause.click()
  await page.getByRole('link', { name: 'Traffic' }).click()
  await expect(page.getByRole('heading', { name: 'Webhook deliveries' })).toBeVisible()
  await expect(pause).toHaveAttribute('aria-pressed', 'true')
})

test('an event or a mail that is read stays when a newer one comes, and the way back is still one step', async ({
  demo,
  page,
  sandbox,
}) => {
  const id = await connectedOne(sandbox)
  await sandbox.setConnectionStatus({ connectionId: id, status: 'WEBSITE_DOWN' })
  await page.goto(demo.sandboxOrigin)
  await page.getByRole('link', { name: 'Traffic' }).click()
  await expect(page).toHaveURL(/delivery=/)
  const read = page.locator('.is-chosen th')
  const event = (await read.textContent()) ?? ''
  await sandbox.setConnectionStatus({ connectionId: id, status: 'CONNECTED' })
  await expect(page.getByText('of 4', { exact: false }).first()).toBeVisible()
  await expect(read).toHaveText(event)
  await page.getByRole('link', { name: 'Traffic' }).click()
  await expect(read).not.toHaveText(event)
  await page.goBack()
  await expect(read).toHaveText(event)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Connections' })).toBeVisible()

  await sandbox.receiveMail({ ...MAIL, subject: 'One' })
  await page.getByRole('link', { name: 'Outbox' }).click()
  await expect(page).toHaveURL(/mail=/)
  await sandbox.receiveMail({ ...MAIL, subject: 'Two' })
  await expect(page.getByRole('link', { name: 'Two' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'One' })).toBeVisible()
})

test('on a phone every fault has its route, and every sign-in its name', async ({ demo, page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  const cut = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length)
  await page.goto(`${demo.sandboxOrigin}/?view=sign-ins`)
  await expect(page.getByText('nectar-sandbox-website-down')).toBeVisible()
  expect(await cut('#sign-ins tbody th')).toBe(0)
  await page.goto(`${demo.sandboxOrigin}/?view=traffic`)
  await expect(page.getByText('Page never loads').first()).toBeVisible()
  expect(await cut('#faults tbody td:nth-child(2)')).toBe(0)
  await expectAccessible(page)
})

for (const { button, title, field } of [
  { button: 'Invitation', title: 'Make an invitation', field: 'Only for this address' },
  { button: 'Connection', title: 'Add a connection', field: 'Username' },
  { button: 'Add a company', title: 'Add a company', field: 'External id' },
]) {
  test(`“${title}” stays open, with what was entered, while the page changes behind it`, async ({
    demo,
    page,
    sandbox,
  }) => {
    const id = await connectedOne(sandbox)
    await page.goto(demo.sandboxOrigin)
    await page.getByRole('button', { name: button, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: title })
    await dialog.getByLabel(field).fill('half written')

    await sandbox.setConnectionStatus({ connectionId: id, status: 'WEBSITE_DOWN' })
    await expect(page.locator(`[data-status-of="${id}"]`)).toHaveText('WEBSITE_DOWN')
    await expect(dialog.getByLabel(field)).toHaveValue('half written')
    await expect(dialog.getByLabel(field)).toBeFocused()
  })
}
