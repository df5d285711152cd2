import { expect, test } from 'vitest'
import { systemTimers } from '../lib/with-deadline.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { record, seen, startOf } from '../testing/conformance/store-suite.ts'
import { deferred } from '../testing/test-clock.ts'
import { createChangeFeed } from './change-streams.ts'

const NOBODY = {
  timers: systemTimers,
  onConnectionChanged() {},
  onInvitationsChanged() {},
  onFollow() {},
}

test('a read that began before a change was told of is not shared after it', async () => {
  const memory = createMemoryStore()
  const start = await startOf(memory)
  const gate = deferred<void>()
  const store: ConnectStore = {
    ...memory,
    async readChanges(...args) {
      const read = await memory.readChanges(...args)
      await gate.promise
      return read
    },
  }
  const feed = createChangeFeed({ store, ...NOBODY })
  const leave = feed.subscribe('company', () => {})
  const early = feed.read('company', start)
  expect(feed.read('company', start)).toBe(early)
  await record(memory, seen('c1', 'PENDING', 1))
  const late = feed.read('company', start)
  gate.resolve()
  expect(await early).toMatchObject({ changes: [] })
  expect(await late).toMatchObject({ changes: [{ to: 'PENDING' }] })
  leave()
})

test('the store is listened to once for all readers of a company, and let go with the last', async () => {
  let listening = 0
  const store: ConnectStore = {
    ...createMemoryStore(),
    subscribe() {
      listening += 1
      return () => {
        listening -= 1
      }
    },
  }
  const feed = createChangeFeed({ store, ...NOBODY })
  const leave = [1, 2, 3].map(() => feed.subscribe('company', () => {}))
  expect(listening).toBe(1)
  leave[0]?.()
  leave[1]?.()
  expect(listening).toBe(1)
  leave[2]?.()
  leave[2]?.()
  expect(listening).toBe(0)
  feed.subscribe('company', () => {})()
  expect(listening).toBe(0)
})
