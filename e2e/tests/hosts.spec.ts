import { test as base, expect } from '@playwright/test'
import { HostPage } from '../support/host-page.ts'
import { type StartedHosts, startHosts } from '../support/start-hosts.ts'

/** Without a webhook and the stream a page looks once a minute. */
const A_MOMENT = { timeout: 10_000 }
const UTILITY = 'Cascadia Power & Light'

/** Other people's installs and builds take their time. */
const BUILD_LIMIT_MS = 300_000

const test = base.extend<object, { hosts: StartedHosts }>({
  hosts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its first parameter
    async ({}, use) => {
      const hosts = await startHosts()
      await use(hosts)
      await hosts.close()
    },
    { scope: 'worker', timeout: BUILD_LIMIT_MS },
  ],
})

// In one worker: both are built once.
test.describe.configure({ mode: 'default' })

const HOSTS = [
  { name: 'Next.js, server components', host: 'next', path: '/', react: /^19\./, signedInBy: 'cookie' },
  {
    name: 'Express, cookies from another origin',
    host: 'express',
    path: '/',
    react: /^18\.3\./,
    signedInBy: 'cookie',
  },
  {
    name: 'Express, bearer tokens',
    host: 'express',
    path: '/bearer.html',
    react: /^18\.3\./,
    signedInBy: 'bearer',
  },
] as const

for (const { name, host: which, path, react, signedInBy } of HOSTS) {
  test(`${name}: a customer links a utility, its status changes, and they mend it`, { tag: '@full' }, async ({
    hosts,
    page,
    context,
  }) => {
    const { sandbox, ...started } = hosts[which]
    expect(started.react).toMatch(react)
    const organization = `Harrow Lane Hotels, ${name}`
    await sandbox.seed({
      companies: [{ name: organization, externalId: organization, sites: [{ name: 'The Alder' }] }],
    })
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    const streamed = page.waitForRequest((request) => request.url() === `${started.api}/api/nectar/changes`)

    await page.goto(`${started.page}${path}`)
    await page.getByLabel('Organization').fill(organization)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Utilities' })).toBeVisible()
    const headers = await (await streamed).allHeaders()
    expect([headers.cookie !== undefined, headers.authorization?.startsWith('Bearer ') ?? false]).toEqual(
      signedInBy === 'cookie' ? [true, false] : [false, true],
    )
    expect(await context.cookies()).toHaveLength(signedInBy === 'cookie' ? 1 : 0)

    const host = new HostPage(page, started.page)
    await host.openNectar()
    // The check of the details waits until they were seen to be received.
    await sandbox.freezeTime()
    await host.finish()
    await expect(host.heading('Details received')).toBeVisible()
    await sandbox.resumeTime()
    await expect(host.heading('Connected')).toBeVisible()
    await host.dialog.getByRole('button', { name: 'Done' }).click()
    const row = page
      .getByRole('region', { name: 'Utility accounts' })
      .getByRole('listitem')
      .filter({ hasText: UTILITY })
    await expect(row).toContainText('Connected')

    const { companies, connections } = await sandbox.snapshot()
    const company = companies.find((each) => each.name === organization)
    const ours = connections.filter((each) => (each.company as { id: string }).id === company?.id)
    expect(ours).toHaveLength(1)
    await sandbox.setConnectionStatus({ connectionId: String(ours[0]?.id), status: 'PASSWORD_INCORRECT' })
    await expect(row).toContainText('rejected the saved password', A_MOMENT)

    await row.getByRole('button', { name: /Sign in again/ }).click()
    await host.dialog.getByRole('button', { name: /I have it/ }).click()
    await host.signInToUtility('nectar-sandbox-username', 'nectar-sandbox-password')
    await expect(host.heading('Connected')).toBeVisible()
    await host.dialog.getByRole('button', { name: 'Done' }).click()
    await expect(row).toContainText('Connected')

    const answers = (await sandbox.deliveries()).flatMap(({ attempts }) =>
      attempts.map(({ status }) => status),
    )
    expect(answers.length).toBeGreaterThanOrEqual(3)
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(errors).toEqual([])
  })
}
