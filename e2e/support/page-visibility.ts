import type { Page } from '@playwright/test'

/** Hides and shows a page as switching tabs does: a headless browser shows all of them. */
export async function pageVisibility(page: Page) {
  await page.addInitScript(() => {
    let state: DocumentVisibilityState = 'visible'
    Object.defineProperty(document, 'visibilityState', { get: () => state })
    Object.defineProperty(document, 'hidden', { get: () => state === 'hidden' })
    Object.assign(window, {
      setVisibility(next: DocumentVisibilityState) {
        state = next
        document.dispatchEvent(new Event('visibilitychange'))
      },
    })
  })
  const set = (state: DocumentVisibilityState) =>
    page.evaluate(
      (next) => (window as unknown as { setVisibility(next: string): void }).setVisibility(next),
      state,
    )
  return { hide: () => set('hidden'), show: () => set('visible') }
}
