import { expect, test } from 'vitest'
import { createHourlyLimiter } from './hourly-limiter.ts'

const HOUR_MS = 3_600_000

test('each key has its share of an hour, and a new one after it', async () => {
  let now = 1_000
  const { consume } = createHourlyLimiter(2, () => now)
  await consume('maya')
  now += HOUR_MS / 2
  await consume('maya')
  await expect(consume('maya')).rejects.toEqual({ msBeforeNext: HOUR_MS / 2 })
  await consume('pim')
  now += HOUR_MS / 2
  await consume('maya')
})
