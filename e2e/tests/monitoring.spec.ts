import { documented } from '../support/rendered-host.ts'
import { expect, test } from '../support/test.ts'

test('Resource Timing shows the link of an open session, and the documented function takes its token out', async ({
  page,
  host,
}) => {
  await host.openSession()
  const link = (await host.frameUrl()) ?? ''
  const token = new URL(link).pathname.split('/').at(-1) ?? ''
  expect(token.length).toBeGreaterThan(8)

  const collected = await page.evaluate(() =>
    JSON.stringify({
      resources: performance.getEntriesByType('resource'),
      dom: document.documentElement.outerHTML,
      // As a tool nests one event in another.
      again: JSON.stringify(document.documentElement.outerHTML),
    }),
  )
  // Else there is nothing to take out.
  expect(collected.split(token).length).toBeGreaterThan(3)
  expect(JSON.stringify(await page.evaluate(() => performance.getEntriesByType('resource')))).toContain(token)

  const scrubbed = await page.evaluate(`{ ${documented('js scrub')}
scrub(${JSON.stringify(collected)}) }`)
  expect(scrubbed).not.toContain(token)
  expect(scrubbed).toContain('/p/i/[redacted]')
  expect(Object.keys(JSON.parse(String(scrubbed)))).toEqual(['resources', 'dom', 'again'])

  // Our own calls carry ids only.
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(names.filter((name) => name.includes(token))).toEqual([link])
})
