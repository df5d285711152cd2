import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

export type Company = 'Harrow Lane Hotels' | 'Kestrel Cold Storage'

/** Plumbline, as a signed-in customer uses it. */
export class HostPage {
  readonly page: Page
  readonly origin: string
  readonly dialog: Locator
  readonly list: Locator
  readonly hosted: FrameLocator

  /** @param dialog ours, where the host has dialogs of its own */
  constructor(page: Page, origin: string, dialog: Locator = page.getByRole('dialog')) {
    this.page = page
    this.origin = origin
    this.dialog = dialog
    this.list = page.getByRole('region', { name: 'Connections' })
    this.hosted = page.frameLocator('iframe[title="Nectar’s sign-in page"]')
  }

  async signIn(company: Company, role: 'do everything' | 'only look' = 'do everything') {
    await this.page.goto(this.origin)
    await this.page.getByRole('radio', { name: role }).check()
    await this.page.getByRole('button', { name: company }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).not.toHaveText('Try Plumbline')
  }

  async switchTo(company: Company) {
    await this.page.getByRole('button', { name: /^Company:/ }).click()
    await this.page.getByRole('listitem').getByRole('button', { name: company }).click()
    await expect(this.page.getByRole('button', { name: `Company: ${company}` })).toBeVisible()
  }

  /** @param heading where it is not the same as the link */
  async goTo(name: string, heading: string | RegExp = name) {
    await this.page.getByRole('link', { name, exact: false }).first().click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(heading)
  }

  /** Presses the button, reads the first words, and opens Nectar's page. */
  async openNectar() {
    await this.page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
    await expect(this.dialog.getByRole('heading', { name: 'Connect a utility account' })).toBeFocused()
    await this.dialog.getByRole('button', { name: /I have the login/ }).click()
    await expect(this.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /** Signs in to Plumbline, and opens Nectar's page there. */
  async openSession(company: Company = 'Kestrel Cold Storage') {
    await this.signIn(company)
    await this.goTo('Utilities')
    await this.openNectar()
  }

  /** Nectar's address on screen: another one is another invitation. */
  async frameUrl() {
    return this.page.locator('iframe[title="Nectar’s sign-in page"]').getAttribute('src')
  }

  /**
   * A click and a key in Nectar's page, as a customer who is about to fill it in, until that was noticed: not within the
   * six seconds in which the click that led there could be taken for it.
   */
  async touchFrame() {
    await this.hosted.getByRole('searchbox').or(this.hosted.getByRole('textbox')).first().click()
    await this.page.keyboard.type('Casc')
    await expect(this.page.locator('[data-nectar-touched]')).toBeAttached()
  }

  /** The page is looked at again: what is on screen has to be right at once. */
  async lookAgain() {
    await this.page.evaluate(() => void window.dispatchEvent(new Event('focus')))
  }

  /** From Nectar's first page to the last, with details that are accepted. */
  async finish(page: FrameLocator | Page = this.hosted) {
    await page.getByRole('button', { name: /Cascadia Power & Light/ }).click()
    await page.getByLabel('Username or email').fill('nectar-sandbox-username')
    await page.getByLabel('Password', { exact: true }).fill('nectar-sandbox-password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Send details' }).click()
  }

  heading(name: string): Locator {
    return this.dialog.getByRole('heading', { name })
  }

  /** The way that Nectar documents for its sandbox: the address typed in. */
  async findByAddress(address: string) {
    await this.hosted.getByRole('button', { name: /My utility isn.t listed/ }).click()
    await this.hosted.getByLabel('Web address').fill(address)
    await this.hosted.getByRole('button', { name: 'Look up' }).click()
    await this.hosted.getByRole('button', { name: /Yes, continue/ }).click()
  }

  async signInToUtility(username: string, password: string) {
    await this.hosted.getByLabel('Username or email').fill(username)
    await this.hosted.getByLabel('Password', { exact: true }).fill(password)
    await this.hosted.getByRole('button', { name: /^(Sign in|Send new sign-in)$/ }).click()
  }

  async chooseSitesAndSend() {
    await this.hosted.getByRole('checkbox').first().check()
    await this.hosted.getByRole('button', { name: 'Send details' }).click()
  }

  row(provider: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: provider })
  }
}
