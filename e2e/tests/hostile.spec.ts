import { test as base } from '@playwright/test'
import { type Combination, DIMENSIONS, describeCombination } from '../hostile/combination.ts'
import { pairwise } from '../hostile/pairwise.ts'
import { buildHostilePage, type HostilePage, startHostileHost } from '../support/hostile-host.ts'
import { HostileVisit } from '../support/hostile-visit.ts'

const test = base.extend<{ visit: HostileVisit }, { built: HostilePage }>({
  built: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its first parameter
    async ({}, use) => use(await buildHostilePage()),
    { scope: 'worker' },
  ],
  visit: async ({ page, built }, use) => {
    const host = await startHostileHost(built)
    await use(new HostileVisit(page, host))
    await host.close()
  },
})

/** What is tried each time: one page for each way in which hosts do harm. The full run has every pair. */
const SAMPLE: Combination[] = [
  { sheet: 'theme', arrival: 'before', modal: 'Headless UI', queries: 'select', translator: 'off' },
  { sheet: 'element-rules', arrival: 'after', modal: 'MUI', queries: 'throwOnError', translator: 'off' },
  { sheet: 'none', arrival: 'after', modal: 'none', queries: 'enabled: false', translator: 'off' },
]

const combinations = process.env.NECTAR_FULL === undefined ? SAMPLE : pairwise(DIMENSIONS)

for (const combination of combinations) {
  test(describeCombination(combination), async ({ visit }) => {
    await visit.open(combination)
    await test.step('the main flow', () => visit.connect())
    await test.step('a status change', () => visit.seeStatusChange())
    await test.step('a reconnect', () => visit.reconnect())
    await test.step('a link to a colleague', () => visit.askColleague())
    await visit.expectHostUnharmed()
  })
}
