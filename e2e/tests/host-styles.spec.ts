import { expect, type Page, test } from '@playwright/test'
import { DIMENSIONS, HARMLESS, toSearch } from '../hostile/combination.ts'
import { LOOKED_AT, type Looks, lookedAt, looksOf } from '../hostile/looks-of.ts'
import { hostSheet } from '../support/host-sheets.ts'
import { buildHostilePage, type HostileHost, startHostileHost } from '../support/hostile-host.ts'

/** What elements inherit from a table's cell, say, and rules that know the page well. */
const INHERITED = `
  body, #root, #root * {
    text-transform: uppercase; letter-spacing: 0.3em; word-spacing: 1em; font-style: italic; font-variant: small-caps;
    font-weight: 900; word-break: break-all; white-space: pre; text-shadow: 1px 1px red; text-indent: 3em;
    text-align: right; cursor: crosshair; line-height: 3; color: red; list-style: square; hyphens: auto;
    -webkit-text-fill-color: red; user-select: none; pointer-events: none;
  }`
const SPECIFIC = `
  html body main.a:not(.b):not(.c):not(.d) *, html body div:not(.b):not(.c):not(.d):not(.e) *::before,
  body.x:not(.b) *, html:not(.b):not(.c):not(.d):not(.e):not(.f) * {
    margin: 9px; padding: 9px; border: 9px solid red; float: left; background: red; transform: rotate(3deg);
    min-width: 300px; min-height: 90px; max-height: 95px; opacity: 0.4; animation: none; filter: blur(2px);
  }`

let host: HostileHost

test.beforeAll(async () => {
  host = await startHostileHost(await buildHostilePage())
})
test.afterAll(() => host.close())

/** The way to each screen, from the list. */
const WAYS: Record<keyof typeof LOOKED_AT, (page: Page) => Promise<void>> = {
  async list(page) {
    await expect(page.getByRole('article', { name: 'Coast Range Gas' })).toContainText('Connected')
    await expect(page.locator('li.nectar-row time').first()).toBeVisible()
  },
  async intro(page) {
    await page.getByRole('button', { name: 'Connect a utility account', exact: true }).first().click()
    await expect(page.getByRole('button', { name: /I have the login/ })).toBeVisible()
  },
  async share(page) {
    await WAYS.intro(page)
    await page.getByRole('button', { name: /Someone else has the login/ }).click()
    await expect(page.getByRole('button', { name: 'Send link' })).toBeVisible()
  },
  async frame(page) {
    await WAYS.intro(page)
    await page.getByRole('button', { name: /I have the login/ }).click()
    await expect(page.locator('dialog [aria-busy=false] iframe')).toBeVisible()
  },
}

/** A path whose shape is taken away has the same style, and no size. */
async function expectIconsDrawn(page: Page) {
  const lengths = await page
    .locator('.nectar-icon path')
    .evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect().width))
  expect(Math.min(...lengths)).toBeGreaterThan(1)
}

/** Puts a host's sheet before ours, or after it, in place of the one before. */
async function wear(page: Page, css: string, isBefore: boolean) {
  await page.evaluate(
    ([css, isBefore]) => {
      document.querySelector('#worn')?.remove()
      const style = document.createElement('style')
      style.id = 'worn'
      style.textContent = css
      document
        .querySelector('[href="/nectar.css"]')
        ?.insertAdjacentElement(isBefore ? 'beforebegin' : 'afterend', style)
    },
    [css, isBefore] as const,
  )
}

for (const screen of Object.keys(LOOKED_AT) as (keyof typeof LOOKED_AT)[]) {
  test(`no style sheet of a host changes the ${screen}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`${host.origin}/${toSearch(HARMLESS)}`)
    await WAYS[screen](page)
    // What is the page's to say: the typeface with its widths, and the room that a component gets.
    await page.addStyleTag({
      content: `
        [data-nectar-root] { --nectar-font-family: sans-serif }
        section > [data-nectar-root]:not(.nectar-inline) { margin: 0 !important; padding: 0 !important; border: 0 !important; min-width: 1000px !important; max-width: 1000px !important }`,
    })
    await page.mouse.move(0, 0)
    await expect(page.locator('[data-nectar-root] [aria-busy=true], .nectar-skeleton')).toHaveCount(0)
    const read = (): Promise<Looks> => page.evaluate(looksOf, lookedAt(screen))
    const before = await read()
    expect(Object.entries(before).filter(([, looks]) => looks === null)).toEqual([])
    await expectIconsDrawn(page)
    for (const sheet of DIMENSIONS.sheet) {
      for (const arrival of DIMENSIONS.arrival) {
        await wear(page, await hostSheet({ sheet, arrival }), arrival.startsWith('before'))
        expect.soft(await read(), `${sheet} ${arrival}`).toEqual(before)
        await expectIconsDrawn(page)
      }
    }
    for (const css of [INHERITED, SPECIFIC]) {
      await wear(page, css, false)
      expect.soft(await read(), css).toEqual(before)
    }
  })
}
