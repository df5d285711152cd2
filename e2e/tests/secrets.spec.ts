import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'
import { HostPage } from '../support/host-page.ts'
import { spawnDemo } from '../support/start-demo.ts'
import { expect } from '../support/test.ts'

const KEY = 'nk_e2e_4f1c9a7b2d8e6035'
const DIST = fileURLToPath(new URL('../../apps/demo/dist/', import.meta.url))

/** Everything that the browser got, said or kept while somebody connected an account. */
base('the API key is nowhere but on the server', async ({ page }) => {
  const demo = await spawnDemo({ NECTAR_API_KEY: KEY })
  const seen: string[] = []
  const bodies: Promise<void>[] = []
  page.on('console', (message) => seen.push(message.text()))
  page.on('request', (request) => {
    seen.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '')
  })
  page.on('response', (response) => {
    seen.push(JSON.stringify(response.headers()))
    // It has no end.
    if (response.headers()['content-type']?.startsWith('text/event-stream')) return
    bodies.push(
      response.text().then(
        (text) => void seen.push(text),
        () => undefined,
      ),
    )
  })

  const host = new HostPage(page, demo.origin)
  await host.signIn('Kestrel Cold Storage')
  await host.goTo('Utilities')
  await host.openNectar()
  await host.hosted.getByRole('button', { name: /Cascadia Power & Light/ }).click()
  await host.signInToUtility('nectar-sandbox-username', 'nectar-sandbox-password')
  await host.chooseSitesAndSend()
  await expect(host.dialog.getByRole('heading', { name: 'Connected' })).toBeVisible()
  await host.dialog.getByRole('button', { name: 'Done' }).click()

  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    html: document.documentElement.outerHTML,
  }))
  await Promise.all(bodies)
  const bundles = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
  expect(seen.length).toBeGreaterThan(50)

  for (const text of [...seen, JSON.stringify(kept), ...bundles]) {
    expect(text).not.toContain(KEY)
    expect(text).not.toContain('NECTAR_API_KEY')
  }
  expect(demo.output()).not.toContain(KEY)
  // The link to the page is a secret too, and is kept nowhere.
  expect(JSON.stringify({ ...kept, html: '' })).not.toContain('/p/i/')
  await demo.close()
})
