import { beforeEach, describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import {
  createWorld,
  goLive,
  goTouched,
  type Started,
  settle,
  shownId,
  startSession,
  type World,
} from '../testing/world.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let world: World
let started: Started

beforeEach(() => {
  world = createWorld()
  started = startSession(world)
})

describe('the warning', () => {
  test('comes two minutes before the end', async () => {
    const { session, phase } = started
    await goTouched(session)
    await world.advance(HOUR_MS - 120_001)
    expect(phase().status).toBe('open')
    await world.advance(1)
    expect(phase().status).toBe('expiring')
    expect(session.getRemainingMs()).toBe(120_000)
  })

  test('comes when the host wants it', async () => {
    started.session.configure({ warningMs: 300_000 })
    await goTouched(started.session)
    await world.advance(HOUR_MS - 300_001)
    expect(started.phase().status).toBe('open')
    await world.advance(1)
    expect(started.phase().status).toBe('expiring')
  })

  test('comes at the half of a life of a minute', async () => {
    world.backend.lifeMs = 60_000
    await goTouched(started.session)
    await world.advance(29_999)
    expect(started.phase().status).toBe('open')
    await world.advance(1)
    expect(started.phase().status).toBe('expiring')
  })

  test('never comes without an end', async () => {
    world.backend.lifeMs = null
    await goTouched(started.session)
    await world.advance(3 * DAY_MS)
    expect(started.phase().status).toBe('open')
    expect(started.session.getRemainingMs()).toBeNull()
  })

  test('comes in time also when an end is told later', async () => {
    world.backend.lifeMs = null
    await goTouched(started.session)
    world.backend.setExpiry('i-1', HOUR_MS)
    await world.advance(HOUR_MS - 120_001)
    expect(started.phase().status).toBe('open')
    await world.advance(1)
    expect(started.phase().status).toBe('expiring')
  })

  test('comes after 40 days, which no timer of a browser can wait for', async () => {
    world.backend.lifeMs = 40 * DAY_MS
    await goTouched(started.session)
    world.hide()
    await world.advance(40 * DAY_MS - 120_001)
    expect(started.phase().status).toBe('open')
    await world.advance(1)
    expect(started.phase().status).toBe('expiring')
  })
})

describe('an untouched page', () => {
  test('is replaced at the warning moment, and nobody is bothered', async () => {
    const { session, phase, seen } = started
    await goLive(session)
    await world.advance(HOUR_MS - 120_000)
    expect(phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
    expect(seen).not.toContain('expiring')
    expect(world.backend.requests[1]).toMatchObject({ reason: 'renewal' })
    expect(world.backend.isUsable('i-1')).toBe(false)
  })

  test('is replaced only so often: then the customer is asked', async () => {
    const { session, phase } = started
    session.phase.subscribe(() => phase().status === 'loading' && session.frameLoaded(shownId(session)))
    await goLive(session)
    await world.advance(DAY_MS)
    expect(world.backend.requests).toHaveLength(6)
    expect(phase().status).toBe('expired')
    await world.advance(DAY_MS)
    expect(world.backend.requests).toHaveLength(6)
    expect(world.timers()).toBe(0)
  })

  test('hidden over its deadline: nothing is asked until it is shown, then right at once', async () => {
    const { session, phase } = started
    await goLive(session)
    world.hide()
    await world.advance(5 * HOUR_MS)
    expect(world.backend.calls).toHaveLength(1)
    expect(phase().status).toBe('checking')
    await world.show()
    expect(world.backend.calls.map(({ call }) => call)).toEqual(['create', 'read', 'create'])
    expect(phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
  })

  test('hidden over the warning moment only: it is replaced when it is shown', async () => {
    await goLive(started.session)
    world.hide()
    await world.advance(HOUR_MS - 60_000)
    expect(started.phase().status).toBe('open')
    await world.show()
    expect(started.phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
  })

  test('slept over its deadline: it is replaced on waking', async () => {
    await goLive(started.session)
    await world.sleep(5 * HOUR_MS)
    expect(started.phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
  })
})

describe('a touched page', () => {
  test('is warned of, checked and over, and never swapped', async () => {
    const { session, phase, seen } = started
    await goTouched(session)
    seen.length = 0
    await world.advance(2 * HOUR_MS)
    expect(seen).toEqual(['expiring', 'checking', 'expired'])
    expect(phase()).toMatchObject({ status: 'expired', cause: 'time' })
    expect(world.backend.requests).toHaveLength(1)
    expect(world.timers()).toBe(0)
  })

  test('is asked about right at its end', async () => {
    await goTouched(started.session)
    await world.advance(HOUR_MS - 1)
    const before = world.backend.count('read')
    await world.advance(1)
    expect(world.backend.count('read')).toBe(before + 1)
    expect(started.phase().status).toBe('expired')
  })

  test('is over also where Nectar is late to call it so', async () => {
    const { phase } = started
    world.backend.isLate = true
    await goTouched(started.session)
    await world.advance(HOUR_MS)
    expect(phase().status).toBe('checking')
    const before = world.backend.count('read')
    await world.advance(10_000)
    expect(phase()).toMatchObject({ status: 'expired', cause: 'time' })
    expect(world.backend.count('read') - before).toBeLessThan(5)
  })

  test('that was used in its last moment is submitted, not over', async () => {
    await goTouched(started.session)
    world.hide()
    await world.advance(HOUR_MS - 1)
    world.backend.use('i-1')
    await world.advance(1)
    await world.show()
    expect(started.phase().status).toBe('submitted')
  })

  test('is renewed when the customer wants it, and only remounted with what came', async () => {
    const { session, seen } = started
    await goTouched(session)
    await world.advance(HOUR_MS - 60_000)
    seen.length = 0
    world.backend.latencyMs = 500
    session.requestNewPage()
    expect(world.backend.requests[1]).toMatchObject({ reason: 'renewal' })
    await world.advance(499)
    expect(seen).toEqual(['requesting'])
    await world.advance(1)
    expect(seen).toEqual(['requesting', 'loading'])
    expect(session.getRemainingMs()).toBe(HOUR_MS)
  })

  test('that is over gets a fresh one when the customer wants it', async () => {
    await goTouched(started.session)
    await world.advance(2 * HOUR_MS)
    started.session.requestNewPage()
    await settle()
    expect(world.backend.requests[1]).toMatchObject({ reason: 'expired' })
    expect(started.phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
  })
})

describe('answers of no use', () => {
  test.each(['dead', 'same'] as const)(
    '%s: asked for again after 1 and 4 seconds, then failed',
    async (answers) => {
      const { session, phase } = started
      await goTouched(session)
      world.backend.answers = answers
      session.requestNewPage()
      const asked = () => world.backend.requests.length - 1
      await world.advance(999)
      expect(asked()).toBe(1)
      await world.advance(1)
      expect(asked()).toBe(2)
      await world.advance(3_999)
      expect(asked()).toBe(2)
      await world.advance(1)
      expect(asked()).toBe(3)
      expect(phase()).toMatchObject({
        status: 'failed',
        error: { code: 'invitation_stale', isRetryable: true },
      })
      expect(new Set(world.backend.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(4)
      await world.advance(HOUR_MS)
      expect(asked()).toBe(3)
      expect(world.backend.ids().filter(world.backend.isUsable)).toEqual([])
    },
  )

  test('one good answer ends it', async () => {
    world.backend.answers = 'dead'
    started.session.open({ kind: 'contributor' })
    started.session.consent()
    await world.advance(500)
    world.backend.answers = 'fresh'
    await world.advance(500)
    expect(started.phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
  })

  test('no longer lasting than what it replaces, though the answer was longer under way', async () => {
    await goTouched(started.session)
    world.backend.failing.revoke = new ConnectError('network')
    world.backend.answers = 'same'
    world.backend.latencyMs = 800
    started.session.requestNewPage()
    await world.advance(800)
    expect(started.phase().status).toBe('requesting')
  })
})

describe('a clock that was wrong', () => {
  test('counted too fast: Nectar’s word gives the time back', async () => {
    const { session, phase } = started
    await goTouched(session)
    world.jump(HOUR_MS - 60_000)
    await settle()
    expect(phase().status).toBe('open')
    expect(session.getRemainingMs()).toBe(HOUR_MS)
  })

  test('jumped far over the deadline: a check, and nothing was lost', async () => {
    const { session, phase, seen } = started
    await goTouched(session)
    world.jump(5 * HOUR_MS)
    await settle()
    expect(seen.slice(-2)).toEqual(['checking', 'open'])
    expect(phase().status).toBe('open')
    expect(session.getRemainingMs()).toBe(HOUR_MS)
  })

  test('counted too slowly: Nectar’s word brings the end closer', async () => {
    const { session, phase } = started
    await goTouched(session)
    world.pass(HOUR_MS - 90_000)
    await world.advance(2_000)
    expect(session.getRemainingMs()).toBe(88_000)
    expect(phase().status).toBe('expiring')
  })

  test('missed the end: Nectar says so', async () => {
    await goTouched(started.session)
    world.pass(2 * HOUR_MS)
    await world.advance(2_000)
    expect(started.phase().status).toBe('expired')
  })

  test('a life that was shortened or made longer afterwards', async () => {
    const { session } = started
    await goTouched(session)
    world.backend.setExpiry('i-1', 10 * HOUR_MS)
    await world.advance(2_000)
    expect(session.getRemainingMs()).toBe(10 * HOUR_MS - 2_000)
    world.backend.setExpiry('i-1', null)
    await world.advance(3_000)
    expect(session.getRemainingMs()).toBeNull()
  })
})
