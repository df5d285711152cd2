import { expect, expectAccessible, picture, test } from '../../support/test.ts'

test('revoked while it is open: said plainly, and not replaced', async ({ page, host, sandbox }) => {
  await host.openSession()
  const [open] = (await sandbox.snapshot()).invitations
  await sandbox.revokeInvitation({ invitationId: open?.id ?? '' })
  await host.lookAgain()
  await expect(host.heading('This link was revoked')).toBeVisible()
  await expect(host.dialog.getByRole('button', { name: /again/ })).toBeHidden()
  await expectAccessible(page)
  await picture(page, '44-revoked')
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('used up with nothing to show: said plainly', async ({ host, sandbox }) => {
  await host.openSession()
  const [open] = (await sandbox.snapshot()).invitations
  await sandbox.fulfillInvitation({ invitationId: open?.id ?? '' })
  await host.lookAgain()
  await expect(host.heading('This link was already used')).toBeVisible()
})

test('noticed by itself, without anybody looking again', async ({ host, sandbox }) => {
  await host.openSession()
  const [open] = (await sandbox.snapshot()).invitations
  await sandbox.revokeInvitation({ invitationId: open?.id ?? '' })
  await expect(host.heading('This link was revoked')).toBeVisible()
})

test('used in another window: the outcome shows here', async ({ host, sandbox, context }) => {
  await host.openSession()
  const elsewhere = await context.newPage()
  await elsewhere.goto((await host.frameUrl()) ?? '')
  await host.finish(elsewhere)
  await host.lookAgain()
  await expect(host.heading('Details received').or(host.heading('Connected'))).toBeVisible()
  expect((await sandbox.stats()).invitationsCreated).toBe(1)
})

test('what a frame says changes nothing', async ({ page, host, sandbox }) => {
  await sandbox.addFault({ kind: 'posts-messages' })
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  const told = page.evaluate(
    () => new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true })),
  )
  await host.openNectar()
  expect(await told).toEqual({ type: 'nectar:done' })
  await page.waitForResponse(/\/api\/nectar\/invitations\/[\w-]+$/)
  await expect(host.hosted.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(host.heading('Details received')).toBeHidden()
})
