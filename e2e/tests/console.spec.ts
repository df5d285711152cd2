import { expect, expectAccessible, picture, test } from '../support/test.ts'

const UTILITY = 'Puget Meadow Energy'
/** Without the stream a page looks once a minute at connections that wait for nothing. */
const A_MOMENT = { timeout: 10_000 }

test('a status is flipped in the console, by keyboard, and Plumbline shows it', async ({
  context,
  demo,
  host,
  page,
  sandbox,
}) => {
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Utilities')
  await expect(host.row(UTILITY)).toContainText('Connected')

  const consolePage = await context.newPage()
  await consolePage.goto(demo.sandboxOrigin)
  const status = consolePage.getByRole('button', { name: `status of ${UTILITY}` })
  await expect(status).toHaveText('CONNECTED')
  await status.press('Enter')
  const menu = consolePage.getByRole('dialog', { name: `Status of ${UTILITY}` })
  await expect(menu.getByRole('button', { name: 'CONNECTED', exact: true })).toBeFocused()
  await consolePage.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(status).toBeFocused()
  await status.press('Enter')
  await menu.getByRole('button', { name: 'PASSWORD_INCORRECT' }).press('Enter')
  await expect(status).toHaveText('PASSWORD_INCORRECT')
  await expect(status).toBeFocused()
  await expect(consolePage.getByRole('status')).toHaveText(`${UTILITY} is PASSWORD_INCORRECT now`)
  const events = consolePage.getByRole('complementary', { name: 'Events' }).getByRole('listitem')
  await expect(events.filter({ hasText: 'connection.updated.v2' }).first()).toContainText('2')

  await page.bringToFront()
  await expect(host.row(UTILITY)).toContainText('rejected the saved password', A_MOMENT)

  // What changes elsewhere arrives by itself, and leaves the focus where it is.
  await consolePage.bringToFront()
  const id = await status.getAttribute('data-status-of')
  await sandbox.setConnectionStatus({ connectionId: id ?? '', status: 'WEBSITE_DOWN' })
  await expect(status).toHaveText('WEBSITE_DOWN')
  await expect(status).toBeFocused()
})

test('faults, the clock, an invitation and the way back, in light and in dark, wide and narrow', async ({
  context,
  demo,
  host,
  sandbox,
}) => {
  await host.openSession('Harrow Lane Hotels')
  const consolePage = await context.newPage()
  await consolePage.goto(demo.sandboxOrigin)
  await expectAccessible(consolePage)
  await picture(consolePage, '70-console')
  await consolePage.getByRole('button', { name: /^Revoke / }).click()
  await expect(consolePage.getByRole('row', { name: 'REVOKED' })).toBeVisible()
  await expect(consolePage.getByRole('heading', { name: 'Invitations' })).toBeFocused()

  await consolePage.getByRole('button', { name: 'Freeze' }).click()
  await expect(consolePage.getByRole('region', { name: 'Clock' })).toContainText('Frozen')

  await consolePage.getByRole('link', { name: 'Traffic' }).click()
  const fault = consolePage.getByRole('switch', { name: 'Page never loads' })
  await fault.click()
  await expect(fault).toBeChecked()
  await consolePage.getByRole('button', { name: 'Fault', exact: true }).click()
  const added = consolePage.getByRole('dialog', { name: 'Add a fault' })
  await added.getByLabel('What goes wrong').selectOption('Status')
  await added.getByLabel('Code, for a status').fill('100')
  await added.getByRole('button', { name: 'Add fault' }).click()
  await expect(added.getByRole('alert')).toContainText('code')
  await expectAccessible(consolePage)
  await added.getByLabel('Code, for a status').fill('503')
  await added.getByLabel('When').selectOption('next 2 calls')
  await added.getByRole('button', { name: 'Add fault' }).click()
  await expect(added).toBeHidden()
  await expect(consolePage.getByRole('switch', { name: 'Status on ANY /*, next 2 calls' })).toBeChecked()
  await expect(consolePage.getByRole('link', { name: 'Traffic' })).toContainText('2 faults')
  await expectAccessible(consolePage)

  await consolePage.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(consolePage)
  await picture(consolePage, '71-console-dark')
  await consolePage.goBack()
  await expect(consolePage.getByRole('heading', { name: 'Connections' })).toBeVisible()
  await expectAccessible(consolePage)
  await consolePage.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(consolePage)
  await picture(consolePage, '72-console-phone')
  expect(
    await consolePage.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0)

  await consolePage.getByRole('button', { name: 'Reset' }).click()
  const question = consolePage.getByRole('dialog', { name: 'Throw everything away?' })
  await question.getByRole('button', { name: 'Keep it' }).click()
  await expect(question).toBeHidden()
  expect((await sandbox.snapshot()).companies).not.toEqual([])
  await consolePage.getByRole('button', { name: 'Reset' }).click()
  await question.getByRole('button', { name: 'Reset the sandbox' }).click()
  await expect(consolePage.getByText('None yet. Seed some')).toBeVisible()
  expect((await sandbox.snapshot()).companies).toEqual([])
})
