import { HostPage } from '../support/host-page.ts'
import { expect, test } from '../support/test.ts'

test('two companies never see each other’s connections, in two browsers', async ({ browser, demo }) => {
  const harrow = new HostPage(await (await browser.newContext()).newPage(), demo.origin)
  const kestrel = new HostPage(await (await browser.newContext()).newPage(), demo.origin)
  await harrow.signIn('Harrow Lane Hotels')
  await harrow.goTo('Utilities')
  await kestrel.signIn('Kestrel Cold Storage')
  await kestrel.goTo('Utilities')
  await expect(harrow.row('Coast Range Gas')).toBeVisible()
  await expect(kestrel.list.getByText('No utility accounts yet')).toBeVisible()

  const answer = await harrow.page.request.get(`${demo.origin}/api/nectar/connections`)
  const { connections } = (await answer.json()) as { connections: { id: string }[] }
  const foreign = connections[0]?.id ?? ''
  const read = (id: string) => kestrel.page.request.get(`${demo.origin}/api/nectar/connections/${id}`)
  const denied = await read(foreign)
  const missing = await read('00000000-0000-4000-8000-000000000000')
  expect(denied.status()).toBe(404)
  expect({ ...(await denied.json()), requestId: '' }).toEqual({ ...(await missing.json()), requestId: '' })
})

test('two tabs of one browser: after switching, the other tab drops everything', async ({
  context,
  demo,
}) => {
  const first = new HostPage(await context.newPage(), demo.origin)
  await first.signIn('Harrow Lane Hotels')
  await first.goTo('Utilities')
  await expect(first.row('Coast Range Gas')).toBeVisible()

  const second = new HostPage(await context.newPage(), demo.origin)
  await second.page.goto(`${demo.origin}/app/utilities`)
  await expect(second.row('Coast Range Gas')).toBeVisible()
  await second.switchTo('Kestrel Cold Storage')
  await second.goTo('Utilities')
  await expect(second.list.getByText('No utility accounts yet')).toBeVisible()
  await expect(second.page.getByText('Coast Range Gas')).toHaveCount(0)

  await first.page.bringToFront()
  await first.page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await expect(first.page.getByText('Coast Range Gas')).toHaveCount(0)
})

test('who may only look sees everything and can change nothing', async ({ host, demo, sandbox }) => {
  await host.signIn('Harrow Lane Hotels', 'only look')
  await host.goTo('Utilities')
  await expect(host.row('Coast Range Gas')).toBeVisible()
  await expect(host.list.getByRole('button', { name: /Sign in again/ })).toHaveCount(0)
  const connect = host.page.getByRole('button', { name: 'Connect a utility account', exact: true })
  // What the user may do is known once they come near.
  await connect.hover()
  await expect(connect).toBeDisabled()

  const answer = await host.page.request.post(`${demo.origin}/api/nectar/invitations`, {
    headers: { origin: demo.origin },
    data: { idempotencyKey: '00000000-0000-4000-8000-000000000000', reason: 'first', kind: 'contributor' },
  })
  expect(answer.status()).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'not_allowed' })
  expect((await sandbox.stats()).invitationsCreated).toBe(0)
})
