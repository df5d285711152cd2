import { REDIS_SERVER } from '@nectar-connect/test-kit/redis-server'
import { expect, test } from 'vitest'
import { runLoad } from './run-load.ts'

const name =
  'three servers, one killed, Redis restarted: every reader ends with the truth, every effect took place'

if (REDIS_SERVER === null) {
  test.skip(`${name}: skipped, because redis-server is not installed`, () => {})
} else {
  test(name, { timeout: 60_000 }, async () => {
    const report = await runLoad({ deliveries: 400, readers: 12, seed: 1 })
    expect(report.violations).toEqual([])
    expect(report.failures).toBeGreaterThan(0)
    expect(report.attempts).toBeGreaterThan(report.deliveries)
    expect(report.drops).toBeGreaterThan(12)
  })
}
