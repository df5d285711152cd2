import type { HostPage } from '../support/host-page.ts'
import { expect, expectAccessible, picture, test } from '../support/test.ts'

const UTILITY = 'Cascadia Power & Light'
const PASSWORD = 'nectar-sandbox-password'

/** Up to the question that the utility asks after the sign-in. */
async function signInAs(host: HostPage, username: string) {
  await host.openSession()
  await host.hosted.getByRole('button', { name: UTILITY }).click()
  await host.signInToUtility(username, PASSWORD)
}

async function answer(host: HostPage, label: string, text: string) {
  await host.hosted.getByLabel(label, { exact: true }).fill(text)
  await host.hosted.getByRole('button', { name: 'Continue' }).click()
}

function asks(host: HostPage, question: string) {
  return expect(host.hosted.getByRole('heading', { level: 1, name: question })).toBeVisible()
}

test.beforeEach(({ sandbox }) => sandbox.setCheckDelay({ delayMs: 500 }))

for (const { name, username, question, label, wrong, said, right } of [
  {
    name: 'a security code',
    username: 'nectar-sandbox-mfa',
    question: 'Enter the security code',
    label: 'Security code',
    wrong: '000000',
    said: /not the code/,
    right: '424242',
  },
  {
    name: 'a security question',
    username: 'nectar-sandbox-question',
    question: 'Answer your security question',
    label: 'What was the name of your first pet?',
    wrong: 'vinegar',
    said: /not the answer on file/,
    right: 'Honey',
  },
  {
    name: 'a new password',
    username: 'nectar-sandbox-new-password',
    question: 'Your utility wants a new password',
    label: 'New password',
    wrong: PASSWORD,
    said: /That is the old one/,
    right: 'a-new-password',
  },
]) {
  const tag = name === 'a security code' ? [] : '@full'
  test(`${name}: wrong at first, then right, and the account is connected`, { tag }, async ({
    host,
    page,
  }) => {
    await signInAs(host, username)
    await asks(host, question)
    await expectAccessible(page)
    await picture(page, `90-${username}`)
    await answer(host, label, wrong)
    await asks(host, question)
    const field = host.hosted.getByLabel(label, { exact: true })
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(said)
    await answer(host, label, right)
    await host.chooseSitesAndSend()
    await expect(host.heading('Connected')).toBeVisible()
    await host.dialog.getByRole('button', { name: 'Done' }).click()
    await expect(host.row(UTILITY)).toContainText('Connected')
  })
}

test('a sign-in that shows no accounts: the way back to another one, and its end when gone on with', {
  tag: '@full',
}, async ({ host, page }) => {
  await signInAs(host, 'nectar-sandbox-no-accounts')
  await asks(host, 'This sign-in shows no accounts')
  await expectAccessible(page)
  await host.hosted.getByRole('button', { name: 'Use another sign-in' }).click()
  await host.signInToUtility('nectar-sandbox-no-accounts', PASSWORD)
  await host.hosted.getByRole('button', { name: 'Go on anyway' }).click()
  await host.chooseSitesAndSend()
  await expect(host.heading('No accounts found')).toBeVisible()
  await host.dialog
    .getByRole('button', { name: /^(Close|Done)$/ })
    .first()
    .click()
  await expect(host.row(UTILITY)).toContainText('No accounts found')
})

test('codes that no longer arrive: reconnecting sets up where they go, and asks for no password', async ({
  host,
  page,
  sandbox,
}) => {
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Utilities')
  const row = host.row('Puget Meadow Energy')
  const { connections } = await sandbox.snapshot()
  const broken = connections.find(({ datasource }) => datasource?.name === 'Puget Meadow Energy')
  await sandbox.setConnectionStatus({ connectionId: broken?.id ?? '', status: 'MFA_TOKEN_EXPIRED' })
  await expect(row).toContainText('Security codes no longer reach Nectar')
  await row.getByRole('button', { name: /^Set up codes/ }).click()
  await host.dialog.getByRole('button', { name: /Set it up on Nectar’s page/ }).click()
  await asks(host, 'Let the security codes reach us')
  await expect(host.hosted.getByRole('textbox')).toHaveCount(0)
  await expect(host.hosted.getByText(/^codes-[0-9a-f]{8}@/)).toBeVisible()
  await expectAccessible(page)
  await picture(page, '91-forward-codes')
  await host.hosted.getByRole('button', { name: 'I have set it up' }).click()
  await expect(host.heading('Connected')).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(row).toContainText('Connected')
})

test('the browser’s own back button shows the steps before, and what is sent from there counts', async ({
  page,
  sandbox,
}) => {
  const { companies } = await sandbox.snapshot()
  await sandbox.createInvitation({ companyId: companies[0]?.id ?? '' })
  await page.goto((await sandbox.snapshot()).invitations.at(-1)?.invitationUrl ?? '')
  const heading = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const signIn = async (username: string) => {
    await page.getByLabel('Username or email').fill(username)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await page.getByRole('button', { name: UTILITY }).click()
  await signIn('nectar-sandbox-mfa')
  await heading('Enter the security code')
  await page.goBack()
  await heading('Sign in to your utility')
  await signIn('nectar-sandbox-username')
  await heading('What should be collected?')
})

test('going back from sites and data keeps what was chosen, and Enter in a field goes on', {
  tag: '@full',
}, async ({ host }) => {
  const { hosted } = host
  await signInAs(host, 'nectar-sandbox-username')
  await asks(host, 'What should be collected?')
  const sites = hosted.getByRole('group', { name: 'Sites' }).getByRole('checkbox')
  await sites.nth(1).check()
  const owner = hosted.getByLabel('Who keeps this login?')
  await owner.fill('dana@kestrel.example')
  await hosted.getByRole('button', { name: 'Back' }).click()
  await asks(host, 'Sign in to your utility')
  await host.signInToUtility('nectar-sandbox-username', PASSWORD)
  await asks(host, 'What should be collected?')
  await expect(sites.nth(1)).toBeChecked()
  await expect(sites.nth(0)).not.toBeChecked()
  await expect(owner).toHaveValue('dana@kestrel.example')
  await owner.press('Enter')
  await expect(host.heading('Connected')).toBeVisible()
})
