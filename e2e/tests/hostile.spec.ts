import { test as base } from '@playwright/test'
import { isFull } from '../../tooling/lib/is-full.ts'
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

/** What is tried each time: a trap for the focus, and the harshest sheet. The full run has every pair. */
const SAMPLE: Combination[] = [
  { sheet: 'tailwind-3', arrival: 'before', modal: 'Radix', queries: 'keepPreviousData', translator: 'on' },
  {
    sheet: 'everything-reset',
    arrival: 'after, in a layer',
    modal: 'none',
    queries: 'enabled: false',
    translator: 'on',
  },
]

const combinations = isFull ? pairwise(DIMENSIONS) : SAMPLE

for (const combination of combinations) {
  test(describeCombination(combination), async ({ visit }) => {
    await visit.walkThrough(combination)
  })
}
