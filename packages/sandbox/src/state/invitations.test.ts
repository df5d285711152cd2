import { expect, test } from 'vitest'
import { createBench } from '../testing/bench.ts'

test('each of several invitations made in one millisecond runs out exactly when its life is over', async () => {
  const { sandbox, invite } = createBench()
  await sandbox.control.freezeTime()
  for (let made = 0; made < 3; made += 1) await invite({ expiresInSeconds: 3600 })
  const statuses = async () => (await sandbox.control.snapshot()).invitations.map(({ status }) => status)
  await sandbox.control.advanceTime({ ms: 3_599_999 })
  expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE'])
  await sandbox.control.advanceTime({ ms: 1 })
  expect(await statuses()).toEqual(['EXPIRED', 'EXPIRED', 'EXPIRED'])
})
