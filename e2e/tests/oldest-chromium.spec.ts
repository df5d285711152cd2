import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { chromiumLaunchOptions } from '../../tooling/lib/browsers.ts'
import { build } from '../../tooling/lib/build.ts'
import { HARMLESS } from '../hostile/combination.ts'
import { buildHostilePage, type HostileHost, startHostileHost } from '../support/hostile-host.ts'
import { HostileVisit } from '../support/hostile-visit.ts'

const { browserslist } = JSON.parse(
  readFileSync(new URL('../../packages/react/package.json', import.meta.url), 'utf8'),
)

const executablePath = process.env.NECTAR_OLDEST_CHROMIUM
const isHere = executablePath !== undefined
const leftOut = isHere ? '' : ' (left out: it could not be downloaded, or does not start here)'

if (isHere) test.use({ launchOptions: { ...chromiumLaunchOptions(), executablePath } })

let host: HostileHost

test.beforeAll(async () => {
  if (!isHere) return
  await build()
  host = await startHostileHost(await buildHostilePage('page.tsx', 'dist'))
})
test.afterAll(() => host?.close())

const run = isHere ? test : test.skip
run(
  `what is published works in the oldest Chromium that is supported${leftOut}`,
  { tag: '@full' },
  async ({ page, browser }) => {
    const [major] = browser.version().split('.')
    expect(browserslist).toContain(`chrome >= ${major}`)
    await new HostileVisit(page, host).walkThrough(HARMLESS)
  },
)
