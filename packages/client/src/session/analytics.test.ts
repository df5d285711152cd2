import { beforeEach, describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import { CONTRIBUTOR, RECONNECT } from '../testing/phases.ts'
import {
  consent,
  createWorld,
  goLive,
  goTouched,
  loadRestoration,
  type Started,
  settle,
  shownId,
  startSession,
  type World,
} from '../testing/world.ts'

const HOUR_MS = 3_600_000

let world: World
let started: Started

beforeEach(() => {
  world = createWorld()
  started = startSession(world)
})

const names = ({ analyticsEvents } = started) => analyticsEvents.map(({ name }) => name)
const sessionIds = (...all: Started[]) =>
  new Set(all.flatMap(({ analyticsEvents }) => analyticsEvents.map(({ sessionId }) => sessionId)))

describe('the usual ways', () => {
  test('to the end', async () => {
    await goTouched(started.session)
    world.backend.use('i-1')
    await world.advance(3_000)
    started.session.close()
    expect(names()).toEqual(['intro_viewed', 'consented', 'opened', 'submitted'])
    expect(sessionIds(started).size).toBe(1)
  })

  test('only looked at', () => {
    started.session.open(CONTRIBUTOR)
    started.session.close()
    expect(names()).toEqual(['intro_viewed', 'abandoned'])
  })

  test('given up on Nectar’s page', async () => {
    await goTouched(started.session)
    started.session.close()
    expect(names()).toEqual(['intro_viewed', 'consented', 'opened', 'abandoned'])
  })

  test('in a tab of its own', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    world.backend.use('i-1')
    await world.advance(3_000)
    expect(names()).toEqual(['intro_viewed', 'consented', 'opened_in_tab', 'opened', 'submitted'])
  })

  test('in a tab of its own, before the frame had loaded', async () => {
    await consent(started.session)
    started.session.tabOpened('i-1')
    expect(names()).toEqual(['intro_viewed', 'consented', 'opened_in_tab'])
  })

  test('ran out, and renewed: opened once', async () => {
    const { session } = started
    await goTouched(session)
    await world.advance(2 * HOUR_MS)
    session.requestNewPage()
    await settle()
    session.frameLoaded(shownId(session))
    expect(names()).toEqual(['intro_viewed', 'consented', 'opened', 'expiring', 'expired', 'renewed'])
    expect(sessionIds(started).size).toBe(1)
  })

  test('renewed without being asked', async () => {
    await goLive(started.session)
    await world.advance(HOUR_MS - 120_000)
    started.session.frameLoaded(shownId(started.session))
    expect(names()).toEqual(['intro_viewed', 'consented', 'renewed'])
    expect(sessionIds(started).size).toBe(1)
  })

  test('revoked', async () => {
    await goLive(started.session)
    world.backend.revoke('i-1')
    await world.advance(3_000)
    started.session.close()
    expect(names()).toEqual(['intro_viewed', 'consented', 'closed_by_nectar'])
  })

  test('failed: with its code, and nothing else has one', async () => {
    world.backend.failing.create = new ConnectError('rate_limited')
    await consent(started.session)
    expect(names()).toEqual(['intro_viewed', 'consented', 'failed'])
    expect(started.analyticsEvents.map((event) => ('code' in event ? event.code : null))).toEqual([
      null,
      null,
      'rate_limited',
    ])
  })

  test('never opened at all: nothing is counted', () => {
    started.session.dispose()
    expect(names()).toEqual([])
  })
})

describe('opened', () => {
  test('not because the frame has loaded: an error page loads, too', async () => {
    await goLive(started.session)
    await world.advance(60_000)
    expect(names()).toEqual(['intro_viewed', 'consented'])
  })

  test('because Nectar says that somebody looked, once', async () => {
    await goLive(started.session)
    world.backend.view('i-1')
    await world.advance(3_000)
    expect(names()).toEqual(['intro_viewed', 'consented', 'opened'])
    started.session.frameTouched('i-1')
    await world.advance(60_000)
    expect(names()).toHaveLength(3)
  })

  test('at the latest when the details are in', async () => {
    await goLive(started.session)
    world.backend.use('i-1')
    await world.advance(3_000)
    expect(names()).toEqual(['intro_viewed', 'consented', 'opened', 'submitted'])
  })
})

test('what kind it is, where it stands, and how long it took', async () => {
  const { session, analyticsEvents } = started
  session.configure({ presentation: 'dialog' })
  await world.advance(60_000)
  session.open(RECONNECT)
  await world.advance(5_000)
  session.consent()
  await settle()
  session.frameLoaded(shownId(session))
  await world.advance(1_500)
  session.frameTouched(shownId(session))
  const rest = { version: 1, kind: 'reconnect', presentation: 'dialog' }
  expect(analyticsEvents).toMatchObject([
    { ...rest, name: 'intro_viewed', durationMs: 0 },
    { ...rest, name: 'consented', durationMs: 5_000 },
    { ...rest, name: 'opened', durationMs: 6_500 },
  ])
})

test('opened once more is another session', async () => {
  await goTouched(started.session)
  started.session.close()
  await goTouched(started.session)
  expect(sessionIds(started).size).toBe(2)
  expect(started.analyticsEvents.at(-1)).toMatchObject({ name: 'opened', durationMs: 0 })
})

test('a sign-in that is tried again is another session', async () => {
  await goTouched(started.session)
  world.backend.use('i-1')
  await world.advance(3_000)
  started.session.reconnect(RECONNECT)
  await settle()
  await world.advance(1_500)
  started.session.frameLoaded(shownId(started.session))
  started.session.frameTouched(shownId(started.session))
  expect(names().slice(-2)).toEqual(['submitted', 'opened'])
  expect(sessionIds(started).size).toBe(2)
  expect(started.analyticsEvents.at(-1)).toMatchObject({ kind: 'reconnect', durationMs: 1_500 })
})

test('a reload begins a count of its own', async () => {
  await goTouched(started.session)
  await world.advance(30_000)
  await world.leave()
  world.isReload = true
  const next = startSession(world)
  void next.session.resume(loadRestoration)
  await settle()
  next.session.requestNewPage()
  await settle()
  await world.advance(1_500)
  next.session.frameLoaded(shownId(next.session))
  next.session.frameTouched(shownId(next.session))
  expect(names(next)).toEqual(['expired', 'renewed', 'opened'])
  expect(sessionIds(started, next).size).toBe(2)
  expect(next.analyticsEvents.map(({ durationMs }) => durationMs)).toEqual([0, 0, 1_500])
})

test('a listener that has ended hears nothing', async () => {
  const heard: string[] = []
  const end = started.session.onAnalyticsEvent(({ name }) => heard.push(name))
  started.session.open(CONTRIBUTOR)
  end()
  started.session.close()
  expect(heard).toEqual(['intro_viewed'])
})
