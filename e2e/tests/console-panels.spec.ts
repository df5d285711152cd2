import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SandboxControl, SeedConnection } from '@nectar-connect/sandbox'
import { startSandbox } from '@nectar-connect/sandbox/node'
import { test as base, expect } from '@playwright/test'

const BROKEN: SeedConnection = { provider: 'coast-range-gas', status: 'PASSWORD_INCORRECT' }

interface Fixtures {
  origin: string
  control: SandboxControl
  companyId: string
  connectionId: string
}

/** A sandbox of its own, with one company and one connection, and nobody who uses it. */
const test = base.extend<{ running: Fixtures & { close(): Promise<void> } } & Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its first parameter
  running: async ({}, use) => {
    const { sandbox, origin, close } = await startSandbox({ port: 0 })
    const [company] = await sandbox.control.seed({
      companies: [{ name: 'Harrow Lane Hotels', connections: [BROKEN] }],
    })
    const [companyId, connectionId] = [company?.id ?? '', company?.connectionIds[0] ?? '']
    await use({ origin, control: sandbox.control, companyId, connectionId, close })
    await close()
  },
  origin: ({ running }, use) => use(running.origin),
  control: ({ running }, use) => use(running.control),
  companyId: ({ running }, use) => use(running.companyId),
  connectionId: ({ running }, use) => use(running.connectionId),
})

test('one company is shown at a time, names are text, and a long list is shown in full on demand', async ({
  control,
  origin,
  page,
}) => {
  const hostile = `<img src=x onerror=alert(1)>"'&`
  const connections = Array.from({ length: 51 }, () => ({ ...BROKEN, status: hostile }))
  const companies = [{ name: hostile, externalId: hostile, connections }]
  await page.goto(`${origin}/?view=gone&lane=gone&company=gone`)
  await control.seed({ companies })
  await expect(page.getByText('1 at Harrow Lane Hotels')).toBeVisible()
  await page.getByRole('link', { name: hostile }).click()
  await expect(page.getByText(`51 at ${hostile}`)).toBeVisible()
  const statuses = page.getByRole('button', { name: 'status of Coast Range Gas' })
  await expect(statuses).toHaveCount(50)
  await page.getByRole('link', { name: '1 more' }).click()
  await expect(statuses).toHaveCount(51)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
})

test('an invitation is used up, expired and revoked, and its buttons go', async ({
  companyId,
  control,
  origin,
  page,
}) => {
  await page.goto(origin)
  for (const [name, status] of [
    ['Use up', 'FULFILLED'],
    ['Expire', 'EXPIRED'],
    ['Revoke', 'REVOKED'],
  ] as const) {
    await control.createInvitation({ companyId, expiresInSeconds: 3600, maxUses: 1 })
    await expect(page.getByText('1 active of')).toBeVisible()
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('row', { name: status })).toBeVisible()
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  }
})

test('the clock is frozen, moved on to what is due next, let go again, and written otherwise', async ({
  companyId,
  control,
  origin,
  page,
}) => {
  await control.createInvitation({ companyId, expiresInSeconds: 3600 })
  await page.goto(origin)
  const clock = page.getByRole('region', { name: 'Clock' })
  await clock.getByRole('button', { name: 'Freeze' }).click()
  await expect(clock).toContainText('Frozen')
  await clock.getByRole('button', { name: /ends, (59 min|1 h)/ }).click()
  await expect(page.getByRole('row', { name: 'EXPIRED' })).toBeVisible()
  await clock.getByRole('button', { name: 'Run' }).click()
  await expect(clock).toContainText(/(59 min|1 h) ahead/)
  await clock.getByRole('button', { name: '10 seconds less' }).click()
  await expect(clock).toContainText('−10 s')
  expect((await control.time()).skewMs).toBe(-10_000)
})

test('faults are switched on and off; one that no switch is for gets a row of its own', async ({
  control,
  origin,
  page,
}) => {
  await page.goto(`${origin}/?view=traffic`)
  const panel = page.getByRole('region', { name: 'Faults' })
  const switches = panel.getByRole('switch')
  await expect(switches).toHaveCount(6)
  for (let index = 0; index < 6; index += 1) {
    await switches.nth(index).click()
    await expect(switches.nth(index)).toBeChecked()
  }
  expect(await control.faults()).toHaveLength(6)
  await panel.getByRole('switch', { name: 'Latency on GET' }).click()
  await control.addFault({ kind: 'truncated' })
  await expect(panel.getByRole('row', { name: 'Half of the answer' })).toBeVisible()
  await expect(panel.getByText('6 on')).toBeVisible()
  await panel.getByRole('button', { name: 'All off' }).click()
  await expect(panel.getByText('none on')).toBeVisible()
  expect(await control.faults()).toEqual([])
})

test('a webhook that was refused stands out, and is sent again with the same id', async ({
  connectionId,
  control,
  origin,
  page,
}) => {
  let status = 500
  const ids: unknown[] = []
  const receiver = createServer((request, response) => {
    ids.push(request.headers['svix-id'])
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  await control.setWebhook({ target: { url: `http://127.0.0.1:${port}/`, secret: 'whsec_c2VjcmV0' } })
  await control.setConnectionStatus({ connectionId, status: 'CONNECTED' })
  await page.goto(`${origin}/?view=traffic`)
  await expect(page.getByText('2 failing of 2')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'try 1, refused' })).toHaveCount(2)
  status = 204
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText('1 failing of 2')).toBeVisible()
  expect(ids).toEqual([ids[0], ids[1], ids[1]])
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'State' }).click()
  await page.getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByText('Disabled by hand')).toBeVisible()
  receiver.close()
})

test('a sandbox that is gone is told, before the first answer and after', async ({ page, running }) => {
  await page.goto(running.origin)
  await expect(page.getByText('live', { exact: true })).toBeVisible()
  await running.close()
  await expect(page.getByText('not answering')).toBeVisible()
  await page.getByRole('button', { name: 'Freeze' }).click()
  await expect(page.getByRole('status')).toHaveText('The sandbox does not answer. Is it still running?')
})
