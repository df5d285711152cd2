import { expect, type Page } from '@playwright/test'
import { test } from '../support/test.ts'

/** Asks the host something else, as its own code does. */
function askHost(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = await fetch('/session', { signal: AbortSignal.timeout(10_000) })
    return answer.status
  })
}

/** How many streams of changes all tabs have open. */
function countStreams(pages: readonly Page[]): () => number {
  const open = pages.map((page) => {
    const mine = new Set<object>()
    page.on('request', (request) => request.url().endsWith('/changes') && mine.add(request))
    page.on('requestfinished', (request) => mine.delete(request))
    page.on('requestfailed', (request) => mine.delete(request))
    // Nothing is told of a request whose page is left.
    page.on('framenavigated', (frame) => frame === page.mainFrame() && mine.clear())
    return mine
  })
  return () => open.reduce((sum, { size }) => sum + size, 0)
}

test('ten tabs open three streams, and the host still answers its own requests', { tag: '@full' }, async ({
  host,
  demo,
  context,
}) => {
  await host.signIn('Harrow Lane Hotels')
  const pages: Page[] = []
  for (let tab = 0; tab < 10; tab++) pages.push(await context.newPage())
  const streams = countStreams(pages)
  await host.page.close()
  for (const page of pages) {
    await page.goto(`${demo.origin}/app/utilities`)
    await expect(
      page.getByRole('region', { name: 'Connections' }).getByRole('listitem').first(),
    ).toBeVisible()
  }
  await expect.poll(streams).toBe(3)
  for (const page of pages) expect(await askHost(page)).toBe(200)
})

test('when a tab with a stream is left, another takes its place', async ({ host, demo, context }) => {
  await host.signIn('Harrow Lane Hotels')
  const pages = [host.page]
  for (let tab = 0; tab < 3; tab++) pages.push(await context.newPage())
  const streams = countStreams(pages)
  for (const page of pages) {
    await page.goto(`${demo.origin}/app/utilities`)
    await expect(
      page.getByRole('region', { name: 'Connections' }).getByRole('listitem').first(),
    ).toBeVisible()
    await expect.poll(streams).toBe(Math.min(pages.indexOf(page) + 1, 3))
  }
  const [first, , , last] = pages
  await first?.goto('about:blank')
  // The browser gives the place back a moment after the page is gone: whoever comes to the other tab later finds it free.
  const comeToLast = async () => {
    await last?.evaluate(() => window.dispatchEvent(new Event('focus')))
    return streams()
  }
  await expect.poll(comeToLast).toBe(3)
})
