import { expect, expectAccessible, picture, test } from '../support/test.ts'

test('on a phone: it says that a bigger screen is needed, and goes on all the same', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await host.signIn('Harrow Lane Hotels')
  await page.goto(`${host.origin}/app/utilities`)
  await expect(host.row('Coast Range Gas')).toBeVisible()
  await expectAccessible(page)
  await picture(page, '21-phone-utilities')
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)

  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await picture(page, '22-phone-intro')
  await host.dialog.getByRole('button', { name: /I have the login/ }).click()
  await expect(host.dialog.getByRole('heading', { name: 'This needs a bigger screen' })).toBeFocused()
  await expectAccessible(page)
  await picture(page, '23-phone-bigger-screen')
  await host.dialog.getByRole('button', { name: 'Open it here anyway' }).click()
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  await picture(page, '24-phone-frame')
})

test('in the dark, and right to left', async ({ page, host }) => {
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Settings')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expectAccessible(page)
  await host.goTo('Utilities')
  await expect(host.row('Coast Range Gas')).toBeVisible()
  await expectAccessible(page)
  await picture(page, '25-dark-utilities')
  await host.openNectar()
  await picture(page, '26-dark-frame')
  await host.dialog.getByRole('button', { name: 'Close' }).click()

  await host.goTo('Settings')
  await page.getByRole('radio', { name: 'Right to left' }).check()
  await host.goTo('Utilities')
  await expect(host.row('Coast Range Gas')).toBeVisible()
  await page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
  await expectAccessible(page)
  await picture(page, '27-dark-right-to-left')
})

test('in the language that a customer chose, in its own direction, on a desk and on a phone', async ({
  page,
  host,
}) => {
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Settings')
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await host.goTo('Utilities')
  const german = page.getByRole('button', { name: 'Versorgerkonto verbinden', exact: true })
  await expect(page.getByText('Anmeldung abgelehnt').or(page.getByText('Verbunden')).first()).toBeVisible()
  await expectAccessible(page)
  await picture(page, '28-german-list')
  await german.click()
  await expect(host.dialog.getByRole('heading', { name: 'Versorgerkonto verbinden' })).toBeFocused()
  await picture(page, '29-german')
  await page.keyboard.press('Escape')

  await host.goTo('Settings')
  await page.getByRole('radio', { name: 'العربية' }).check()
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goBack()
  const arabic = page.getByRole('button', { name: 'ربط حساب لدى شركة خدمات', exact: true })
  await arabic.click()
  await expect(host.dialog.getByRole('heading', { name: 'ربط حساب لدى شركة خدمات' })).toBeFocused()
  await expect(host.dialog).toHaveCSS('direction', 'rtl')
  await expectAccessible(page)
  await picture(page, '30-arabic-phone')
})
