import { expect, test } from 'vitest'
import { until } from '../test-clock.ts'
import { changesAfter, claim, type Suite, seen, startOf } from './log-suite.ts'

/** Several processes with one log. */
export function describeProcesses({ openLog, openSecond }: Suite) {
  test('two processes: what one claims is busy for the other, what one commits is done and read there', async () => {
    const log = await openLog()
    const second = await openSecond()
    const start = await startOf(log)
    expect(await startOf(second)).toBe(start)
    let hints = 0
    second.subscribe('company', () => {
      hints += 1
    })
    const token = await claim(log, 'e1', 'c1')
    expect(await second.claim('e1', 'c1')).toEqual({ state: 'busy' })
    expect(await second.claim('e2', 'c1')).toEqual({ state: 'busy' })
    await log.commit(token, seen('c1', 'PENDING', 1, 'e1'))
    await until(() => hints > 0)
    expect(await second.claim('e1', 'c1')).toEqual({ state: 'done' })
    expect(await changesAfter(second, start)).toEqual(await changesAfter(log, start))
    await second.close()
  })

  test('two processes: of many claims at once one wins, and cursors never repeat', async () => {
    const log = await openLog()
    const second = await openSecond()
    const start = await startOf(log)
    const events = Array.from({ length: 20 }, (_, index) => `e${index}`)
    await Promise.all(
      [log, second, log, second].flatMap((one) =>
        events.map(async (id) => {
          const claimed = await one.claim(id, id)
          if (claimed.state === 'claimed') await one.commit(claimed.token, seen(id, 'PENDING', 1, id))
        }),
      ),
    )
    const changes = await changesAfter(second, start)
    expect(changes.map(({ eventId }) => eventId).sort()).toEqual([...events].sort())
    expect(new Set(changes.map(({ cursor }) => cursor)).size).toBe(events.length)
    await second.close()
  })
}
