import { expect, expectAccessible, picture, test } from '../support/test.ts'

const USERNAME = 'nectar-sandbox-username'
const PASSWORD = 'nectar-sandbox-password'
const PROVIDER = 'Nectar Sandbox Utility'

test('a customer links a utility account, and is told no more than was proved', async ({
  page,
  host,
  sandbox,
}) => {
  await page.goto(host.origin)
  await expectAccessible(page)
  await picture(page, '01-sign-in')
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Utilities')
  await expect(host.row('Coast Range Gas')).toBeVisible()
  await expectAccessible(page)
  await picture(page, '02-utilities')

  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await expectAccessible(page)
  await picture(page, '03-intro')
  expect((await sandbox.stats()).invitationsCreated).toBe(0)
  await page.keyboard.press('Escape')
  await expect(host.dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Connect a utility account', exact: true })).toBeFocused()

  await host.openNectar()
  await expectAccessible(page)
  await picture(page, '04-find-your-utility')
  await host.findByAddress('https://nectarclimate.com')
  await expectAccessible(page)
  await picture(page, '05-sign-in-at-the-utility')
  await host.signInToUtility(USERNAME, PASSWORD)
  await expectAccessible(page)
  await picture(page, '06-sites-and-data')

  // Long enough that a claim made too early would be seen.
  await sandbox.setCheckDelay({ delayMs: 6_000 })
  await host.chooseSitesAndSend()
  await expect(host.dialog.getByRole('heading', { name: 'Details received' })).toBeVisible()
  await expect(host.dialog.getByText('Sign-in being checked')).toBeVisible()
  await expect(host.dialog.getByRole('heading', { name: 'Connected' })).toBeHidden()
  expect(
    (await sandbox.snapshot()).connections.find(({ datasource }) => datasource?.name === PROVIDER)?.status,
  ).toBe('PENDING')
  await expectAccessible(page)
  await picture(page, '07-details-received')

  await expect(host.dialog.getByRole('heading', { name: 'Connected' })).toBeVisible()
  expect(
    (await sandbox.snapshot()).connections.find(({ datasource }) => datasource?.name === PROVIDER)?.status,
  ).toBe('CONNECTED')
  await expectAccessible(page)
  await picture(page, '08-connected')

  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(host.row(PROVIDER)).toContainText('Connected')
  await expectAccessible(page)
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('wrong credentials are said kindly, and trying again mends that connection', async ({
  page,
  host,
  sandbox,
}) => {
  await sandbox.setCheckDelay({ delayMs: 500 })
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await expect(host.list.getByText('No utility accounts yet')).toBeVisible()
  await picture(page, '11-nothing-linked-yet')

  await host.openNectar()
  await host.hosted.getByRole('button', { name: /Cascadia Power & Light/ }).click()
  await host.signInToUtility('somebody@kestrel.example', 'not the password')
  await host.chooseSitesAndSend()

  await expect(host.dialog.getByRole('heading', { name: 'Sign-in not accepted' })).toBeVisible()
  await expectAccessible(page)
  await picture(page, '12-sign-in-not-accepted')
  const [made] = (await sandbox.snapshot()).connections.filter(
    ({ datasource, status }) =>
      datasource?.name === 'Cascadia Power & Light' && status === 'PASSWORD_INCORRECT',
  )
  expect(made).toBeDefined()

  await sandbox.setCheckDelay({ delayMs: 5_000 })
  await host.dialog.getByRole('button', { name: /Try again/ }).click()
  await host.signInToUtility(USERNAME, PASSWORD)
  await expect(host.dialog.getByRole('heading', { name: 'Details received' })).toBeVisible()
  await expect(host.dialog.getByText('The old status may show until then', { exact: false })).toBeVisible()
  await picture(page, '13-checking-the-new-sign-in')
  await expect(host.dialog.getByRole('heading', { name: 'Connected' })).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()

  await expect(host.list.getByRole('listitem')).toHaveCount(1)
  await expect(host.row('Cascadia Power & Light')).toContainText('Connected')
  const { invitations } = await sandbox.snapshot()
  expect(invitations.map(({ invitationType, connectionId }) => [invitationType, connectionId])).toEqual([
    ['CREATE_CONNECTION', null],
    ['EDIT_CONNECTION', made?.id],
  ])
})

test('inline, in a step of the set-up', async ({ page, host }) => {
  await host.signIn('Kestrel Cold Storage')
  await page.setViewportSize({ width: 1680, height: 1000 })
  await host.goTo('Set-up', /Tomasz/)
  const region = page.getByRole('region', { name: 'Connect a utility account' })
  await expectAccessible(page)
  await picture(page, '14-set-up')
  await region.getByRole('button', { name: /I have the login/ }).click()
  await host.hosted.getByRole('button', { name: /Cascadia Power & Light/ }).click()
  await host.signInToUtility(USERNAME, PASSWORD)
  await host.chooseSitesAndSend()
  await expect(region.page().getByRole('heading', { name: 'Connected' })).toBeVisible()
  await picture(page, '15-set-up-connected')
})

test('mending a connection from its row', async ({ page, host, sandbox }) => {
  await sandbox.setCheckDelay({ delayMs: 500 })
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Utilities')
  await host
    .row('Coast Range Gas')
    .getByRole('button', { name: /Sign in again/ })
    .click()
  await expect(host.dialog.getByText('rejected the saved password', { exact: false })).toBeVisible()
  await picture(page, '16-reconnect')
  await host.dialog.getByRole('button', { name: /I have it/ }).click()
  await host.signInToUtility(USERNAME, PASSWORD)
  await expect(host.dialog.getByRole('heading', { name: 'Connected' })).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(host.row('Coast Range Gas')).toContainText('Connected')
})
