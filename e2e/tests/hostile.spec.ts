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

/** What is tried each time: each modal, each harm to queries, resets and a theme. The full run has every pair. */
const SAMPLE: Combination[] = [
  { sheet: 'tailwind-3', arrival: 'before', modal: 'Radix', queries: 'keepPreviousData', translator: 'on' },
  { sheet: 'element-rules', arrival: 'after', modal: 'MUI', queries: 'throwOnError', translator: 'off' },
  { sheet: 'theme', arrival: 'before', modal: 'Headless UI', queries: 'select', translator: 'on' },
  {
    sheet: 'everything-reset',
    arrival: 'after, in a layer',
    modal: 'none',
    queries: 'enabled: false',
    translator: 'on',
  },
]

const combinations = process.env.NECTAR_FULL === undefined ? SAMPLE : pairwise(DIMENSIONS)

for (const [index, combination] of combinations.entries()) {
  const tag = index === 0 ? '@firefox' : []
  test(describeCombination(combination), { tag }, async ({ visit }) => {
    await visit.walkThrough(combination)
  })
}
