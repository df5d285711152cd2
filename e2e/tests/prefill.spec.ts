import { expect, test } from '../support/test.ts'

test('what the host’s page fills in stands on Nectar’s page, and nothing that its server does not take', async ({
  page,
  host,
  sandbox,
}) => {
  // As a script in the page might: an address of its own, and a site of another company.
  const { companies } = await sandbox.snapshot()
  const sitesOf = (company: string) => companies.find(({ name }) => name === company)?.sites ?? []
  const [foreign] = sitesOf('Harrow Lane Hotels')
  await page.route('**/api/nectar/invitations', async (route) => {
    const body = route.request().postDataJSON()
    const { siteIds } = body.prefill
    const prefill = { ...body.prefill, url: 'https://evil.example', siteIds: [...siteIds, foreign?.id] }
    await route.continue({ postData: JSON.stringify({ ...body, prefill }) })
  })

  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Set-up', /Tomasz/)
  const step = page.getByRole('region', { name: 'Connect a utility account' })
  await step.getByRole('button', { name: /I have the login/ }).click()
  await host.hosted.getByRole('button', { name: /Sierra Crest Energy/ }).click()
  await host.signInToUtility('nectar-sandbox-username', 'nectar-sandbox-password')

  await expect(host.hosted.getByRole('checkbox', { name: 'Electricity' })).toBeChecked()
  await expect(host.hosted.getByRole('checkbox', { name: 'Gas' })).not.toBeChecked()
  const own = sitesOf('Kestrel Cold Storage')
  expect(own.length).toBeGreaterThan(1)
  for (const { name } of own) {
    await expect(host.hosted.getByRole('checkbox', { name })).toBeChecked()
  }
  const [invitation] = (await sandbox.snapshot()).invitations
  expect(invitation?.prefill).toEqual({
    country: 'US',
    initialSites: own.map(({ id }) => id),
    utilityTypes: ['ELECTRICITY'],
  })
})
