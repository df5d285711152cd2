import { expect, test } from 'vitest'
import { CLAIM_MS, HANDLED_KEPT_MS } from '../../stores/connect-store.ts'
import { claim, type Suite, seen } from './store-suite.ts'

const HOUR = 3_600_000

/** Who may handle an event. */
export function describeClaims({ openStore, advance }: Suite) {
  test('an event is claimed once, done after its commit, and free after its release', async () => {
    const store = await openStore()
    const token = await claim(store, 'e1', 'c1')
    expect(await store.claim('e1', 'c1')).toEqual({ state: 'busy' })
    await store.release(token)
    const again = await claim(store, 'e1', 'c1')
    expect(await store.commit(again, seen('c1', 'CONNECTED', 1, 'e1'))).toMatchObject({ state: 'committed' })
    expect(await store.claim('e1', 'c1')).toEqual({ state: 'done' })
  })

  test('another event of the same subject waits, one of another does not', async () => {
    const store = await openStore()
    const token = await claim(store, 'e1', 'c1')
    expect(await store.claim('e2', 'c1')).toEqual({ state: 'busy' })
    const other = await claim(store, 'e3', 'c2')
    await store.commit(token, null)
    await claim(store, 'e2', 'c1')
    await store.release(other)
    await claim(store, 'e3', 'c2')
  })

  test('a claim holds for its time and no longer, and what is late writes nothing', async () => {
    const store = await openStore()
    const late = await claim(store, 'e1', 'c1')
    advance(CLAIM_MS - 1)
    expect(await store.claim('e1', 'c1')).toEqual({ state: 'busy' })
    advance(1)
    const taken = await claim(store, 'e1', 'c1')
    expect(await store.commit(late, seen('c1', 'CONNECTED', 1, 'e1'))).toEqual({ state: 'lost' })
    await store.release(late)
    expect(await store.claim('e1', 'c1')).toEqual({ state: 'busy' })
    expect(await store.findConnection('c1')).toBeNull()
    expect(await store.commit(taken, seen('c1', 'PENDING', 1, 'e1'))).toMatchObject({ state: 'committed' })
    expect(await store.commit(taken, seen('c1', 'CONNECTED', 2, 'e1'))).toEqual({ state: 'lost' })
    expect(await store.findConnection('c1')).toMatchObject({ status: 'PENDING' })
  })

  test('a claim that timed out cannot commit, though nobody took it over', async () => {
    const store = await openStore()
    const late = await claim(store, 'e1', 'c1')
    advance(CLAIM_MS)
    expect(await store.commit(late, seen('c1', 'CONNECTED', 1, 'e1'))).toEqual({ state: 'lost' })
    await claim(store, 'e1', 'c1')
  })

  test('a late holder of a subject does not free it for others', async () => {
    const store = await openStore()
    const late = await claim(store, 'e1', 'c1')
    advance(CLAIM_MS)
    await claim(store, 'e2', 'c1')
    await store.release(late)
    expect(await store.claim('e3', 'c1')).toEqual({ state: 'busy' })
  })

  test('a handled event is known for 72 hours, and not for ever', async () => {
    const store = await openStore()
    await store.commit(await claim(store, 'e1', 'e1'), null)
    advance(72 * HOUR)
    expect(await store.claim('e1', 'e1')).toEqual({ state: 'done' })
    advance(HANDLED_KEPT_MS)
    await claim(store, 'e1', 'e1')
  })
}
