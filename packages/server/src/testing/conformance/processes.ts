import { expect, test } from 'vitest'
import { until } from '../test-clock.ts'
import { invitationEntry } from './invitations.ts'
import { changesAfter, claim, type Suite, seen, startOf } from './store-suite.ts'

/** Several processes with one store. */
export function describeProcesses({ openStore, openSecond }: Suite) {
  test('two processes: what one claims is busy for the other, what one commits is done and read there', async () => {
    const store = await openStore()
    const second = await openSecond()
    const start = await startOf(store)
    expect(await startOf(second)).toBe(start)
    let hints = 0
    second.subscribe('company', () => {
      hints += 1
    })
    const token = await claim(store, 'e1', 'c1')
    expect(await second.claim('e1', 'c1')).toEqual({ state: 'busy' })
    expect(await second.claim('e2', 'c1')).toEqual({ state: 'busy' })
    await store.commit(token, seen('c1', 'PENDING', 1, 'e1'))
    await until(() => hints > 0)
    expect(await second.claim('e1', 'c1')).toEqual({ state: 'done' })
    expect(await changesAfter(second, start)).toEqual(await changesAfter(store, start))
    await second.close()
  })

  test('two processes: of many claims at once one wins, and cursors never repeat', async () => {
    const store = await openStore()
    const second = await openSecond()
    const start = await startOf(store)
    const events = Array.from({ length: 20 }, (_, index) => `e${index}`)
    await Promise.all(
      [store, second, store, second].flatMap((one) =>
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

  test('two processes: what one writes of an invitation, the other reads, and hears of', async () => {
    const store = await openStore()
    const second = await openSecond()
    let hints = 0
    second.subscribe('company', () => {
      hints += 1
    })
    const entry = invitationEntry()
    await store.addInvitation(entry)
    await until(() => hints > 0)
    expect(await second.listInvitations('company')).toEqual([entry])
    expect(await second.updateInvitation('company', entry.invitationId, { stage: 'received' }, 'sent')).toBe(
      true,
    )
    expect(await store.updateInvitation('company', entry.invitationId, { stage: 'received' }, 'sent')).toBe(
      false,
    )
    expect(await store.findInvitation('company', entry.invitationId)).toEqual({ ...entry, stage: 'received' })
  })

  test('two processes: what both count is counted once', async () => {
    const store = await openStore()
    const second = await openSecond()
    const window = { limit: 5, windowMs: 60_000 }
    const counts = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? store : second).countWithin('company', 'mails', window),
      ),
    )
    expect(counts.filter(({ state }) => state === 'counted')).toHaveLength(5)
    await second.close()
  })
}
