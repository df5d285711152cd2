import { expect, test } from '@playwright/test'
import { HARMLESS, toSearch } from '../hostile/combination.ts'
import { buildHostilePage, type HostileHost, startHostileHost } from '../support/hostile-host.ts'

const SEARCH = toSearch(HARMLESS)

let host: HostileHost

test.beforeAll(async () => {
  host = await startHostileHost(await buildHostilePage('crowded-page.tsx'))
})
test.afterAll(() => host.close())

test('eight providers on a page are told of changes, and the host still answers its own requests', async ({
  page,
}) => {
  const streams = new Set<object>()
  page.on('request', (request) => request.url().endsWith('/changes') && streams.add(request))
  page.on('requestfinished', (request) => streams.delete(request))
  page.on('requestfailed', (request) => streams.delete(request))
  await page.goto(`${host.origin}/${SEARCH}`)
  const rows = page.getByRole('listitem').filter({ hasText: 'Coast Range Gas' })
  await expect(rows.filter({ hasText: 'Connected' })).toHaveCount(8)
  await expect.poll(() => streams.size).toBe(1)

  const status = await page.evaluate(async (search) => {
    const answer = await fetch(`/invoices${search}`, { signal: AbortSignal.timeout(2_000) })
    return answer.status
  }, SEARCH)
  expect(status).toBe(200)

  await host.control.setConnectionStatus({ connectionId: host.connectionId, status: 'WEBSITE_DOWN' })
  await expect(rows.filter({ hasText: 'Utility site down' })).toHaveCount(8)
})
