import { expect, test } from 'vitest'
import { createBench } from '../testing/bench.ts'

test('each of several invitations made in one millisecond runs out exactly when its life is over', async () => {
  const { sandbox, invite } = createBench()
  sandbox.control.freezeTime()
  for (let made = 0; made < 3; made += 1) await invite({ expiresInSeconds: 3600 })
  const statuses = () => sandbox.control.snapshot().invitations.map(({ status }) => status)
  sandbox.control.advanceTime(3_599_999)
  expect(statuses()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE'])
  sandbox.control.advanceTime(1)
  expect(statuses()).toEqual(['EXPIRED', 'EXPIRED', 'EXPIRED'])
})
