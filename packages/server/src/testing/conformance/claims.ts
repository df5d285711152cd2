import { expect, test } from 'vitest'
import { CLAIM_MS, HANDLED_KEPT_MS } from '../../stores/change-log.ts'
import { claim, type Suite, seen } from './log-suite.ts'

const HOUR = 3_600_000

/** Who may handle an event. */
export function describeClaims({ openLog, advance }: Suite) {
  test('an event is claimed once, done after its commit, and free after its release', async () => {
    const log = await openLog()
    const token = await claim(log, 'e1', 'c1')
    expect(await log.claim('e1', 'c1')).toEqual({ state: 'busy' })
    await log.release(token)
    const again = await claim(log, 'e1', 'c1')
    expect(await log.commit(again, seen('c1', 'CONNECTED', 1, 'e1'))).toMatchObject({ state: 'committed' })
    expect(await log.claim('e1', 'c1')).toEqual({ state: 'done' })
  })

  test('another event of the same subject waits, one of another does not', async () => {
    const log = await openLog()
    const token = await claim(log, 'e1', 'c1')
    expect(await log.claim('e2', 'c1')).toEqual({ state: 'busy' })
    const other = await claim(log, 'e3', 'c2')
    await log.commit(token, null)
    await claim(log, 'e2', 'c1')
    await log.release(other)
    await claim(log, 'e3', 'c2')
  })

  test('a claim holds for its time and no longer, and what is late writes nothing', async () => {
    const log = await openLog()
    const late = await claim(log, 'e1', 'c1')
    advance(CLAIM_MS - 1)
    expect(await log.claim('e1', 'c1')).toEqual({ state: 'busy' })
    advance(1)
    const taken = await claim(log, 'e1', 'c1')
    expect(await log.commit(late, seen('c1', 'CONNECTED', 1, 'e1'))).toEqual({ state: 'lost' })
    await log.release(late)
    expect(await log.claim('e1', 'c1')).toEqual({ state: 'busy' })
    expect(await log.find('c1')).toBeNull()
    expect(await log.commit(taken, seen('c1', 'PENDING', 1, 'e1'))).toMatchObject({ state: 'committed' })
    expect(await log.commit(taken, seen('c1', 'CONNECTED', 2, 'e1'))).toEqual({ state: 'lost' })
    expect(await log.find('c1')).toMatchObject({ status: 'PENDING' })
  })

  test('a claim that timed out cannot commit, though nobody took it over', async () => {
    const log = await openLog()
    const late = await claim(log, 'e1', 'c1')
    advance(CLAIM_MS)
    expect(await log.commit(late, seen('c1', 'CONNECTED', 1, 'e1'))).toEqual({ state: 'lost' })
    await claim(log, 'e1', 'c1')
  })

  test('a late holder of a subject does not free it for others', async () => {
    const log = await openLog()
    const late = await claim(log, 'e1', 'c1')
    advance(CLAIM_MS)
    await claim(log, 'e2', 'c1')
    await log.release(late)
    expect(await log.claim('e3', 'c1')).toEqual({ state: 'busy' })
  })

  test('a handled event is known for 72 hours, and not for ever', async () => {
    const log = await openLog()
    await log.commit(await claim(log, 'e1', 'e1'), null)
    advance(72 * HOUR)
    expect(await log.claim('e1', 'e1')).toEqual({ state: 'done' })
    advance(HANDLED_KEPT_MS)
    await claim(log, 'e1', 'e1')
  })
}
