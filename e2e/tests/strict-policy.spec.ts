import { startRenderedHost } from '../support/rendered-host.ts'
import { expect, test } from '../support/test.ts'
import { watchProblems } from '../support/watch-problems.ts'

const UTILITY = 'Puget Meadow Energy'

test('nothing that a customer does violates a strict policy, or is an error in the console', async ({
  page,
  demo,
  host,
  sandbox,
}) => {
  const problems = await watchProblems(page)
  await host.signIn('Harrow Lane Hotels')
  await host.goTo('Settings')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.getByRole('radio', { name: 'Right to left' }).check()
  await host.goTo('Utilities')
  await expect(host.row(UTILITY)).toContainText('Connected')

  await sandbox.setCheckDelay({ delayMs: 500 })
  await host.openNectar()
  await host.finish()
  await expect(host.heading('Connected')).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()
  await expect(host.row('Cascadia Power & Light')).toContainText('Connected')

  const { connections } = await sandbox.snapshot()
  const id = connections.find(({ datasource }) => datasource?.name === UTILITY)?.id ?? ''
  await sandbox.setConnectionStatus({ connectionId: id, status: 'PASSWORD_INCORRECT' })
  await expect(host.row(UTILITY)).toContainText('rejected the saved password')
  await page.goto(`${demo.origin}/app/utilities/${id}`)
  await page.getByRole('button', { name: 'History' }).click()
  await expect(page.getByRole('article', { name: UTILITY }).getByRole('listitem')).not.toHaveCount(0)
  expect(problems).toEqual([])
})

test('a page that is rendered on the server has its words and colors before any script runs', {
  tag: '@full',
}, async ({ browser }) => {
  const host = await startRenderedHost('same origin')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(host.origin)
  await expect(page.getByText('works with Nectar')).toBeVisible()
  const choice = page.getByRole('button', { name: /I have the login/ })
  await expect(choice).toBeVisible()
  const root = page.locator('[data-nectar-root]').first()
  await expect(root).toHaveCSS('--nectar-accent', '#1f5d7a')
  await context.close()
  await host.close()
})

test('a page that is rendered on the server is taken up under the documented policy without a word', async ({
  page,
}) => {
  const host = await startRenderedHost('same origin')
  const problems = await watchProblems(page)
  const document = await page.goto(host.origin)
  const markup = (await document?.text()) ?? ''
  expect(document?.headers()['content-security-policy']).not.toContain('unsafe')
  expect(document?.headers()['permissions-policy']).toContain('camera=()')
  expect(markup).toMatch(/works with .*<b>Nectar<\/b>/)
  expect(markup).toContain('Loading utility accounts')
  expect(markup).not.toMatch(/ style=|<style|<iframe/)

  const list = page.getByRole('region', { name: 'Utility accounts' })
  await expect(list.getByRole('listitem').filter({ hasText: 'Coast Range Gas' })).toContainText(
    'Sign in again',
  )
  const accent = await page
    .locator('[data-nectar-root]')
    .first()
    .evaluate((root) => getComputedStyle(root).getPropertyValue('--nectar-accent'))
  expect(accent).toBe('#1f5d7a')

  await page.getByRole('button', { name: /I have the login/ }).click()
  const hosted = page.frameLocator('iframe[title="Nectar’s sign-in page"]')
  const frame = page.locator('iframe[title="Nectar’s sign-in page"]')
  await expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer')
  expect(await frame.getAttribute('sandbox')).not.toContain('top-navigation')
  expect(await frame.getAttribute('allow')).toBeNull()
  await hosted.getByRole('button', { name: /Cascadia Power & Light/ }).click()
  await hosted.getByLabel('Username or email').fill('nectar-sandbox-username')
  await hosted.getByLabel('Password', { exact: true }).fill('nectar-sandbox-password')
  await hosted.getByRole('button', { name: 'Sign in', exact: true }).click()
  await hosted.getByRole('checkbox').first().check()
  await hosted.getByRole('button', { name: 'Send details' }).click()
  await expect(page.getByRole('heading', { name: 'Connected' })).toBeVisible()
  await expect(list.getByRole('listitem').filter({ hasText: 'Cascadia' })).toContainText('Connected')
  expect(await host.created()).toBe(1)
  expect(problems).toEqual([])

  // What would have been heard: the watch is no decoration.
  await page.locator('#root').evaluate((root) => root.setAttribute('style', 'color: red'))
  await expect.poll(() => problems.join()).toContain('policy: style-src-attr inline')
  await host.close()
})
