import { expect, test } from 'vitest'
import { createEvent } from '../lib/create-event.ts'
import type { ChangeLog } from '../stores/change-log.ts'
import { createMemoryChangeLog } from '../stores/memory/memory-change-log.ts'
import { record, seen, startOf } from '../testing/conformance/log-suite.ts'
import { deferred } from '../testing/test-clock.ts'
import { createChangeFeed } from './change-feed.ts'

test('a read that began before a change was told of is not shared after it', async () => {
  const log = createMemoryChangeLog()
  const start = await startOf(log)
  const gate = deferred<void>()
  const changeLog: ChangeLog = {
    ...log,
    async read(...args) {
      const read = await log.read(...args)
      await gate.promise
      return read
    },
  }
  const feed = createChangeFeed(changeLog, createEvent())
  const leave = feed.subscribe('company', () => {})
  const early = feed.read('company', start)
  expect(feed.read('company', start)).toBe(early)
  await record(log, seen('c1', 'PENDING', 1))
  const late = feed.read('company', start)
  gate.resolve()
  expect(await early).toMatchObject({ changes: [] })
  expect(await late).toMatchObject({ changes: [{ to: 'PENDING' }] })
  leave()
})

test('the log is listened to once for all readers of a company, and let go with the last', async () => {
  let listening = 0
  const changeLog: ChangeLog = {
    ...createMemoryChangeLog(),
    subscribe() {
      listening += 1
      return () => {
        listening -= 1
      }
    },
  }
  const feed = createChangeFeed(changeLog, createEvent())
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
