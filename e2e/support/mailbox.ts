import { type BrowserContext, expect, type FrameLocator, type Page } from '@playwright/test'

/** The mails that anybody was sent, as the sandbox's console shows them, and the person who reads them. */
export class Mailbox {
  readonly #page: Page
  readonly #origin: string
  readonly #letter: FrameLocator

  private constructor(page: Page, origin: string) {
    this.#page = page
    this.#origin = origin
    this.#letter = page.frameLocator('iframe[title="Content of the mail"]')
  }

  /** @param context a browser of their own: the reader has no account at the host */
  static async open(context: BrowserContext, sandboxOrigin: string): Promise<Mailbox> {
    return new Mailbox(await context.newPage(), sandboxOrigin)
  }

  /** Opens the newest mail with this subject. */
  async read(subject: RegExp): Promise<FrameLocator> {
    await this.#page.bringToFront()
    await this.#page.goto(`${this.#origin}/?view=outbox`)
    await this.#page.getByRole('link', { name: subject }).first().click()
    await expect(this.#page.getByRole('heading', { name: subject })).toBeVisible()
    return this.#letter
  }

  /** Follows a link in the mail that is open, into a tab of its own. */
  async follow(name: string): Promise<Page> {
    const [opened] = await Promise.all([
      this.#page.context().waitForEvent('page'),
      this.#letter.getByRole('link', { name }).first().click(),
    ])
    return opened
  }

  /** Proves to Nectar's page that the address is the reader's, with the code that comes by mail. */
  async verify(hosted: Page, address: string) {
    await hosted.getByLabel('Your email').fill(address)
    await hosted.getByRole('button', { name: 'Send me a code' }).click()
    await expect(hosted.getByRole('heading', { name: 'Enter the code' })).toBeVisible()
    const letter = await this.read(/is your code/)
    const text = await letter.locator('body').textContent()
    await hosted.bringToFront()
    await hosted.getByLabel('Code', { exact: true }).fill(/(?<!\d)\d{6}(?!\d)/.exec(text ?? '')?.[0] ?? '')
    await hosted.getByRole('button', { name: 'Continue' }).click()
  }
}
