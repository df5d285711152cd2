import { expect, test } from 'vitest'
import type { Suite } from './store-suite.ts'

const HOUR = 3_600_000
const TWO_AN_HOUR = { limit: 2, windowMs: HOUR }

/** How many of something there were in a while. */
export function describeCounts({ openStore, advance }: Suite) {
  test('each name has its share of a window, and a new one after it', async () => {
    const store = await openStore()
    const count = (name: string) => store.countWithin('company', name, TWO_AN_HOUR)
    expect(await count('maya')).toEqual({ state: 'counted' })
    advance(HOUR / 2)
    expect(await count('maya')).toEqual({ state: 'counted' })
    expect(await count('maya')).toEqual({ state: 'full', retryAfterMs: HOUR / 2 })
    expect(await count('pim')).toEqual({ state: 'counted' })
    advance(HOUR / 2 - 1)
    expect(await count('maya')).toEqual({ state: 'full', retryAfterMs: 1 })
    advance(1)
    expect(await count('maya')).toEqual({ state: 'counted' })
    expect(await count('maya')).toEqual({ state: 'counted' })
    expect(await count('maya')).toEqual({ state: 'full', retryAfterMs: HOUR })
  })

  test('a name of another company is another name', async () => {
    const store = await openStore()
    const window = { limit: 1, windowMs: HOUR }
    expect(await store.countWithin('company', 'maya', window)).toEqual({ state: 'counted' })
    expect(await store.countWithin('other', 'maya', window)).toEqual({ state: 'counted' })
    expect(await store.countWithin('company', 'maya', window)).toMatchObject({ state: 'full' })
  })

  test('of many at once no more than the limit are counted', async () => {
    const store = await openStore()
    const counts = await Promise.all(
      Array.from({ length: 10 }, () => store.countWithin('company', 'maya', TWO_AN_HOUR)),
    )
    expect(counts.filter(({ state }) => state === 'counted')).toHaveLength(2)
  })
}
