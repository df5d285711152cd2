import { beforeEach, describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import { SECRET } from '../testing/backend.ts'
import { CONTRIBUTOR } from '../testing/phases.ts'
import {
  createWorld,
  goLive,
  goTouched,
  loadRestoration,
  type Started,
  settle,
  startSession,
  type World,
} from '../testing/world.ts'

let world: World
let started: Started

beforeEach(() => {
  world = createWorld()
  started = startSession(world)
})

const kept = () => [...Array(world.storage.length).keys()].map((index) => stored(world.storage.key(index)))

function stored(key: string | null) {
  return JSON.parse(world.storage.getItem(key ?? '') ?? 'null')
}

/** The page is loaded once more, and asks how it went. */
async function resume({ isReload = true, place = 'settings' } = {}) {
  world.isReload = isReload
  const next = startSession(world, place)
  void next.session.resume(loadRestoration)
  await settle()
  return next
}

describe('leaving the page', () => {
  test('revokes a page in the frame, and remembers that it did', async () => {
    await goTouched(started.session)
    await world.leave()
    expect(world.backend.revoked()).toEqual(['i-1'])
    expect(kept()).toMatchObject([{ invitationId: 'i-1', touched: true, wasRevoked: true }])
  })

  test('leaves a page in a tab of its own alone', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    await world.leave()
    expect(world.backend.isUsable('i-1')).toBe(true)
    expect(kept()).toMatchObject([{ display: 'tab', wasRevoked: false }])
  })

  test('leaves alone what was in a tab, and is in the frame again: both may be open', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    started.session.frameReopened('i-1')
    await world.leave()
    expect(world.backend.isUsable('i-1')).toBe(true)
    expect(kept()).toMatchObject([{ display: 'both', wasRevoked: false }])
    started.session.close()
    await world.advance(1_000)
    expect(world.backend.revoked()).toEqual([])
  })

  test('revokes a page in waiting', async () => {
    await goLive(started.session)
    started.session.frameFailed('i-1', new ConnectError('frame_blocked'))
    await world.leave()
    expect(world.backend.revoked()).toEqual(['i-1'])
  })

  test('after the session is over: there is nothing to do', async () => {
    await goLive(started.session)
    world.backend.use('i-1')
    await world.advance(3_000)
    await world.leave()
    expect(world.backend.revoked()).toEqual([])
    expect(kept()).toEqual([])
  })
})

describe('what is kept', () => {
  test('never holds a URL or token', async () => {
    await goTouched(started.session)
    await world.leave()
    const text = JSON.stringify(kept())
    expect(text).toContain('i-1')
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('/p/i/')
  })

  test('goes when the session is closed', async () => {
    await goLive(started.session)
    expect(kept()).toHaveLength(1)
    started.session.close()
    expect(kept()).toEqual([])
  })

  test('is the fresh page after a renewal', async () => {
    await goTouched(started.session)
    await world.advance(60_000)
    started.session.requestNewPage()
    await settle()
    expect(kept()).toMatchObject([{ invitationId: 'i-2', touched: false }])
  })
})

describe('after a reload', () => {
  test('used: it was submitted, and is told once', async () => {
    await goTouched(started.session)
    world.backend.use('i-1')
    await world.leave()
    const { phase, submissions } = await resume()
    expect(phase()).toMatchObject({ status: 'submitted', invitationId: 'i-1' })
    expect(submissions).toHaveLength(1)
    await world.leave()
    const again = await resume()
    expect(again.phase().status).toBe('idle')
    expect(again.submissions).toEqual([])
  })

  test('untouched: nothing is said', async () => {
    await goLive(started.session)
    await world.leave()
    expect((await resume()).phase().status).toBe('idle')
  })

  test('in the middle of it: interrupted, and a fresh page is one click away', async () => {
    await goTouched(started.session)
    await world.leave()
    const { session, phase } = await resume()
    expect(phase()).toMatchObject({ status: 'expired', cause: 'interrupted' })
    session.requestNewPage()
    await settle()
    expect(phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
  })

  test('of a page that crashed: what it left is revoked', async () => {
    await goTouched(started.session)
    await world.leave({ isCrash: true })
    expect(world.backend.isUsable('i-1')).toBe(true)
    expect((await resume()).phase()).toMatchObject({ status: 'expired', cause: 'interrupted' })
    expect(world.backend.isUsable('i-1')).toBe(false)
  })

  test('revoked by somebody: ended', async () => {
    await goTouched(started.session)
    world.backend.revoke('i-1')
    await world.leave({ isCrash: true })
    expect((await resume()).phase()).toMatchObject({ status: 'closedByNectar', reason: 'revoked' })
  })

  test('with the page in a tab of its own: it goes on there, and is left alone', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    await world.leave()
    expect((await resume()).phase().status).toBe('idle')
    expect(world.backend.isUsable('i-1')).toBe(true)
  })

  test('with the page in a tab of its own, used there: submitted', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    await world.leave()
    world.backend.use('i-1')
    expect((await resume()).phase().status).toBe('submitted')
  })

  test('with the page in a tab of its own, used there later: it is noticed, told once, and nothing goes on', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    await world.leave()
    const { phase, submissions, analyticsEvents } = await resume()
    await world.advance(60_000)
    expect(phase().status).toBe('idle')
    world.backend.use('i-1')
    await world.show()
    expect(phase()).toMatchObject({ status: 'submitted', invitationId: 'i-1' })
    expect(submissions).toHaveLength(1)
    expect(analyticsEvents.map(({ name }) => name)).toEqual(['opened', 'submitted'])
    expect(new Set(analyticsEvents.map(({ sessionId }) => sessionId)).size).toBe(1)
    expect(kept()).toEqual([])
    expect(world.timers() + world.listeners()).toBe(0)
  })

  test('with the page in a tab of its own, and loaded once more: it is not lost', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    await world.leave()
    await resume()
    await world.leave()
    world.backend.use('i-1')
    expect((await resume()).phase().status).toBe('submitted')
  })

  test('with the page in a tab of its own, which runs out there: nothing is said, nothing goes on', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    await world.leave()
    const { phase } = await resume()
    await world.advance(2 * 3_600_000)
    expect(phase().status).toBe('idle')
    expect(kept()).toEqual([])
    expect(world.timers() + world.listeners()).toBe(0)
  })

  test('with the page in a tab of its own, opened here anew: that is what is watched', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    await world.leave()
    const { session, phase } = await resume()
    await goLive(session)
    world.backend.use('i-1')
    await world.show()
    expect(phase()).toMatchObject({ status: 'open', invitation: { id: 'i-2' } })
    expect(kept()).toMatchObject([{ invitationId: 'i-2' }])
    session.close()
    expect(world.timers() + world.listeners()).toBe(0)
  })

  test('another place on the page finds nothing', async () => {
    await goTouched(started.session)
    await world.leave()
    expect((await resume({ place: 'elsewhere' })).phase().status).toBe('idle')
  })

  test('another user of the same tab finds nothing', async () => {
    await goTouched(started.session)
    await world.leave()
    world.backend.scope.set('scope-2')
    expect((await resume()).phase().status).toBe('idle')
    expect(world.backend.count('read')).toBe(0)
  })

  test('a session that is under way by then goes on', async () => {
    await goTouched(started.session)
    await world.leave()
    world.isReload = true
    const next = startSession(world)
    world.backend.latencyMs = 500
    void next.session.resume(loadRestoration)
    next.session.open(CONTRIBUTOR)
    next.session.consent()
    await world.advance(1_000)
    expect(next.phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
    next.session.frameLoaded('i-2')
    next.session.frameTouched('i-2')
    expect(next.analyticsEvents.at(-1)?.name).toBe('opened')
    expect(new Set(next.analyticsEvents.map(({ sessionId }) => sessionId)).size).toBe(1)
    expect(next.analyticsEvents[0]?.sessionId).not.toBe(started.analyticsEvents[0]?.sessionId)
  })

  test('a backend that cannot be reached: nothing is claimed', async () => {
    await goTouched(started.session)
    await world.leave()
    world.backend.failing.read = new ConnectError('network')
    expect((await resume()).phase().status).toBe('idle')
  })
})

describe('gone elsewhere and come again, while the old page may come back', () => {
  test('an outcome is shown', async () => {
    await goTouched(started.session)
    world.backend.use('i-1')
    await world.leave({ isCrash: true })
    expect((await resume({ isReload: false })).phase().status).toBe('submitted')
  })

  test('nothing else is said, and nothing revoked', async () => {
    await goTouched(started.session)
    await world.leave({ isCrash: true })
    expect((await resume({ isReload: false })).phase().status).toBe('idle')
    expect(world.backend.revoked()).toEqual([])
  })
})

test('a second session of this very load does not take what the first has open', async () => {
  await goTouched(started.session)
  const { phase } = await resume()
  expect(phase().status).toBe('idle')
  expect(world.backend.isUsable('i-1')).toBe(true)
  expect(kept()).toHaveLength(1)
})
