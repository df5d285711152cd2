import type { Page } from '@playwright/test'

/**
 * Lets a test set the wall clock of a page, as a person or a time server may, from before the page loads. The
 * monotonic clock goes on by itself.
 */
export async function skewClock(page: Page, initialMs = 0) {
  await page.addInitScript((initial) => {
    const wall = Date.now.bind(Date)
    let skew = initial
    Date.now = () => wall() + skew
    Object.assign(window, {
      setSkew(ms: number) {
        skew = ms
      },
    })
  }, initialMs)
  return (ms: number) =>
    page.evaluate((skew) => (window as unknown as { setSkew(ms: number): void }).setSkew(skew), ms)
}
