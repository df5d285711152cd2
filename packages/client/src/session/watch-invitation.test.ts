import type { InvitationView } from '@nectar-connect/contract/wire'
import { beforeEach, describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import { createWorld, settle, type World } from '../testing/world.ts'
import { watchInvitation } from './watch-invitation.ts'

let world: World
let watch: ReturnType<typeof watchInvitation>
let reports: ({ view: InvitationView } | { error: ConnectError })[]

beforeEach(async () => {
  world = createWorld()
  const { client, platform } = world.load()
  await client.createInvitation({ kind: 'contributor', idempotencyKey: 'a-1', reason: 'first' })
  reports = []
  watch = watchInvitation(client, platform, 'i-1', (report) => reports.push(report))
})

const reads = () => world.backend.count('read')
const troubles = () => reports.flatMap((report) => ('error' in report ? [report.error.code] : []))

async function readsWithin(ms: number) {
  const before = reads()
  await world.advance(ms)
  return reads() - before
}

describe('how often', () => {
  test('first after two seconds, then less and less often', async () => {
    expect(await readsWithin(1_999)).toBe(0)
    expect(await readsWithin(1)).toBe(1)
    const early = await readsWithin(30_000)
    await world.advance(600_000)
    expect(await readsWithin(30_000)).toBe(2)
    expect(early).toBeGreaterThan(6)
  })

  test('one at a time, however long an answer takes', async () => {
    world.backend.latencyMs = 60_000
    await world.advance(2_000)
    watch.look()
    watch.look()
    expect(await readsWithin(50_000)).toBe(0)
    expect(reads()).toBe(1)
    world.backend.latencyMs = 0
    expect(await readsWithin(20_000)).toBeGreaterThan(0)
  })

  test('soon again after a hint', async () => {
    await world.advance(600_000)
    watch.look()
    await settle()
    expect(await readsWithin(10_000)).toBeGreaterThanOrEqual(3)
  })
})

describe('a hidden page', () => {
  test('asks nothing, and at once when it is shown', async () => {
    world.hide()
    expect(await readsWithin(3_600_000)).toBe(0)
    expect(world.timers()).toBe(0)
    await world.show()
    expect(reads()).toBe(1)
    expect(await readsWithin(10_000)).toBeGreaterThan(2)
  })

  test('takes no hints', async () => {
    world.hide()
    watch.look()
    expect(await readsWithin(60_000)).toBe(0)
    await world.show()
    expect(reads()).toBe(1)
  })
})

describe('failures', () => {
  test('one that passes is not worth a word, two are', async () => {
    world.backend.failing.read = new ConnectError('network')
    await world.advance(2_000)
    expect(reads()).toBe(1)
    expect(troubles()).toEqual([])
    await world.advance(3_000)
    expect(troubles()).toEqual(['network'])
  })

  test('one now and then is never worth a word', async () => {
    for (let round = 0; round < 5; round++) {
      world.backend.failing.read = new ConnectError('network')
      watch.look()
      await settle()
      world.backend.failing = {}
      watch.look()
      await settle()
    }
    expect(troubles()).toEqual([])
  })

  test.each(['unauthenticated', 'not_allowed', 'client_outdated'] as const)(
    '%s is told at once, and asking goes on',
    async (code) => {
      world.backend.failing.read = new ConnectError(code)
      await world.advance(2_000)
      expect(troubles()).toEqual([code])
      world.backend.failing = {}
      await world.advance(3_000)
      expect(reports.at(-1)).toMatchObject({ view: { id: 'i-1' } })
    },
  )

  test('there is no such invitation: the last word', async () => {
    world.backend.lose('i-1')
    await world.advance(600_000)
    expect(troubles()).toEqual(['not_found'])
    expect(reads()).toBe(1)
    expect(world.timers() + world.listeners()).toBe(0)
  })
})

describe('a server that wants to be left alone', () => {
  beforeEach(async () => {
    world.backend.failing.read = new ConnectError('rate_limited', { retryAfterMs: 60_000 })
    await world.advance(2_000)
    world.backend.failing = {}
  })

  test('is, by timer, by hint and on return', async () => {
    expect(reads()).toBe(1)
    await world.advance(30_000)
    watch.look()
    await world.show()
    expect(reads()).toBe(1)
    expect(await readsWithin(29_999)).toBe(0)
    expect(await readsWithin(1)).toBe(1)
  })

  test('takes hints again when that time is over', async () => {
    await world.advance(61_000)
    const before = reads()
    watch.look()
    await settle()
    expect(reads()).toBe(before + 1)
  })

  test('is asked as often as before, later', async () => {
    await world.advance(60_000)
    expect(await readsWithin(60_000)).toBeGreaterThanOrEqual(4)
  })
})

test('when it ends, nothing is left, and a late answer is not reported', async () => {
  world.backend.latencyMs = 5_000
  await world.advance(2_000)
  watch.end()
  watch.look()
  await world.advance(600_000)
  expect(reads()).toBe(1)
  expect(reports).toEqual([])
  expect(world.timers() + world.listeners()).toBe(0)
})
