import { AxeBuilder } from '@axe-core/playwright'
import { createSandboxClient, type SandboxControl } from '@nectar-connect/sandbox'
import { test as base, expect, type Page } from '@playwright/test'
import type { RunningDemo } from '../../apps/demo/server/start-demo.ts'
import { isFull } from '../../tooling/lib/is-full.ts'
import { HostPage } from './host-page.ts'
import { startDemo } from './start-demo.ts'

interface Fixtures {
  demo: RunningDemo
  sandbox: SandboxControl
  host: HostPage
}

/** Each test has a demo of its own, and fails when the page logged an error that it did not announce. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its first parameter
  demo: async ({}, use) => {
    const demo = await startDemo()
    await use(demo)
    await demo.close()
  },
  sandbox: async ({ demo }, use) => use(createSandboxClient({ origin: demo.sandboxOrigin })),
  host: async ({ page, demo }, use) => use(new HostPage(page, demo.origin)),
})

export { expect }

/**
 * What axe has to say about the page: in the full run with its frames, which takes it twice as long.
 *
 * @param options.frames default: in the full run; false where one of them lets nobody run a script, axe neither
 */
export async function expectAccessible(page: Page, { frames = isFull } = {}) {
  await page.evaluate(waitForAnimations)
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(!frames)
    // What is right needs no report.
    .options({ resultTypes: ['violations'], selectors: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([])
}

/** What fades in is not what it will be: its contrast, for example. */
async function waitForAnimations() {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/** Keeps a picture of a moment among the test's results. */
export async function picture(page: Page, name: string) {
  await page.screenshot({ path: `test-results/screenshots/${name}.png`, animations: 'disabled' })
}
