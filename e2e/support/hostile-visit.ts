import { expect, type Locator, type Page, test } from '@playwright/test'
import { type Combination, toSearch } from '../hostile/combination.ts'
import { HostPage } from './host-page.ts'
import type { HostileHost } from './hostile-host.ts'

const COLLEAGUE = 'sam@northpoint.example'
const USERNAME = 'nectar-sandbox-username'
const PASSWORD = 'nectar-sandbox-password'

/** A customer's visit to a hostile page, step by step. */
export class HostileVisit {
  readonly #page: Page
  readonly #host: HostileHost
  readonly #ours: HostPage
  readonly #errors: string[] = []
  #scrolling = ''

  constructor(page: Page, host: HostileHost) {
    this.#page = page
    this.#host = host
    this.#ours = new HostPage(page, host.origin, page.locator('.nectar-dialog'))
    page.on('pageerror', ({ message }) => this.#errors.push(message))
    page.on('console', (message) => message.type() === 'error' && this.#errors.push(message.text()))
  }

  /** All that a customer does, from beginning to end. */
  async walkThrough(combination: Combination) {
    await this.#open(combination)
    await test.step('the main flow', () => this.#connect())
    await test.step('a status change', () => this.#seeStatusChange())
    await test.step('a reconnect', () => this.#reconnect())
    await test.step('a link to a colleague', () => this.#askColleague())
    await this.#expectHostUnharmed()
  }

  async #open(combination: Combination) {
    await this.#page.goto(`${this.#host.origin}/${toSearch(combination)}`)
    await expect(this.#row('Coast Range Gas')).toContainText('Connected')
    this.#scrolling = await this.#readScrolling()
  }

  async #connect() {
    await this.#ours.openNectar()
    await this.#expectFrameFills()
    await this.#ours.finish()
    await this.#finishWith('Connected')
    await expect(this.#row('Cascadia Power & Light')).toContainText('Connected')
  }

  async #seeStatusChange() {
    await this.#host.control.setConnectionStatus({
      connectionId: this.#host.connectionId,
      status: 'PASSWORD_INCORRECT',
    })
    const row = this.#row('Coast Range Gas')
    await expect(row).toContainText('rejected the saved password')
    await expect(row).toContainText('Sign-in not accepted')
    await expect(row).not.toContainText('Connected')
    const card = this.#page.getByRole('article', { name: 'Coast Range Gas' })
    await expect(card).toContainText('Sign-in not accepted')
    await expect(card).not.toContainText('Connected')
  }

  async #reconnect() {
    await this.#row('Coast Range Gas')
      .getByRole('button', { name: /Sign in again/ })
      .click()
    await this.#expectOverPage()
    await this.#ours.dialog.getByRole('button', { name: /I have it/ }).click()
    await this.#ours.signInToUtility(USERNAME, PASSWORD)
    await this.#finishWith('Connected')
    await expect(this.#row('Coast Range Gas')).toContainText('Connected')
  }

  async #askColleague() {
    await this.#page.getByRole('button', { name: 'Connect a utility account', exact: true }).click()
    await this.#expectOverPage()
    await this.#ours.dialog.getByRole('button', { name: /Someone else has the login/ }).click()
    await this.#ours.dialog.getByLabel('Their e-mail address').pressSequentially(COLLEAGUE)
    await this.#ours.dialog.getByRole('button', { name: 'Send link' }).click()
    await this.#finishWith('Link sent')
    expect((await this.#host.control.mails()).map(({ to }) => to)).toEqual([COLLEAGUE])
    const links = this.#page.getByRole('region', { name: 'Links sent', exact: true })
    await expect(links.getByRole('listitem').filter({ hasText: COLLEAGUE })).toBeVisible()
  }

  /** The host's own part is as it was, and was told of nothing. */
  async #expectHostUnharmed() {
    await expect(this.#page.getByText('Not live')).toBeHidden()
    await expect(this.#page.getByTestId('invoices')).toHaveText('12 invoices')
    const queryErrors = await this.#page.evaluate(() => window.queryErrors)
    expect({ errors: this.#errors, queryErrors, scrolling: await this.#readScrolling() }).toEqual({
      errors: [],
      queryErrors: [],
      scrolling: this.#scrolling,
    })
  }

  async #finishWith(heading: string) {
    await expect(this.#ours.heading(heading)).toBeVisible()
    await this.#ours.dialog.getByRole('button', { name: 'Done' }).click()
    await expect(this.#ours.dialog).toBeHidden()
  }

  #row(provider: string): Locator {
    const list = this.#page.getByRole('region', { name: 'Utility accounts' })
    return list.getByRole('listitem').filter({ hasText: provider })
  }

  /** The dialog stands in the middle, above a scrim. */
  async #expectOverPage() {
    await expect(async () => {
      const box = await this.#ours.dialog.boundingBox()
      if (!box) throw new Error('The dialog has no box.')
      // Without the room of a scroll bar, which some browsers show.
      const [width, height] = await this.#page.evaluate(() => {
        const { clientWidth, clientHeight } = document.documentElement
        return [clientWidth, clientHeight] as const
      })
      expect(Math.abs(box.x + box.width / 2 - width / 2)).toBeLessThanOrEqual(1)
      expect(Math.abs(box.y + box.height / 2 - height / 2)).toBeLessThanOrEqual(1)
    }).toPass({ timeout: 5_000 })
    const scrim = await this.#ours.dialog.evaluate(
      (dialog) => getComputedStyle(dialog, '::backdrop').backgroundColor,
    )
    expect(scrim).toBe('rgba(36, 33, 28, 0.42)')
  }

  async #expectFrameFills() {
    const frame = this.#page.locator('iframe[title="Nectar’s sign-in page"]')
    await expect(async () => {
      const [own, around] = [await frame.boundingBox(), await frame.locator('..').boundingBox()]
      expect(own).toEqual(around)
      expect(own?.height).toBeGreaterThan(500)
    }).toPass({ timeout: 5_000 })
  }

  /** What modal dialogs do to a page so that it does not scroll. */
  #readScrolling() {
    return this.#page.evaluate(() =>
      [document.documentElement, document.body]
        .map((element) => `${getComputedStyle(element).overflow} ${element.style.cssText}`)
        .join(' | '),
    )
  }
}
