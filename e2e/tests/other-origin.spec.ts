import { type ApiPlace, startRenderedHost } from '../support/rendered-host.ts'
import { expect, test } from '../support/test.ts'
import { watchProblems } from '../support/watch-problems.ts'

const PLACES: { place: ApiPlace; tag?: string }[] = [
  { place: 'other origin, cookies' },
  { place: 'other origin, bearer token', tag: '@full' },
]

for (const { place, tag = [] } of PLACES) {
  test(`a page whose API lives on another origin: ${place}`, { tag }, async ({ page }) => {
    const host = await startRenderedHost(place)
    expect(host.apiOrigin).not.toBe(host.origin)
    const problems = await watchProblems(page)
    const streaming = page.waitForResponse((response) => response.url().endsWith('/changes') && response.ok())
    await page.goto(host.origin)
    const row = page.getByRole('region', { name: 'Utility accounts' }).getByRole('listitem')
    await expect(row.filter({ hasText: 'Coast Range Gas' })).toContainText('Sign in again')
    expect(new URL((await streaming).url()).origin).toBe(host.apiOrigin)

    await page.getByRole('button', { name: /I have the login/ }).click()
    const hosted = page.frameLocator('iframe[title="Nectar’s sign-in page"]')
    await expect(hosted.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await host.created()).toBe(1)
    expect(problems).toEqual([])
    await host.close()
  })
}
