import { beforeEach, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import {
  createWorld,
  goLive,
  goTouched,
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

test('a hint makes it look at once, and proves nothing', async () => {
  const { session, phase } = started
  await goLive(session)
  session.checkInvitationNow('i-other')
  await settle()
  expect(world.backend.count('read')).toBe(0)
  session.checkInvitationNow('i-1')
  session.checkInvitationNow()
  await settle()
  expect(world.backend.count('read')).toBe(1)
  expect(phase().status).toBe('open')
})

test('a hint where nothing is watched is no harm', async () => {
  started.session.checkInvitationNow()
  started.session.checkInvitationNow('i-1')
  await settle()
  expect(world.backend.calls).toEqual([])
})

test.each(['unauthenticated', 'not_allowed', 'client_outdated'] as const)(
  '%s: the page stays, the trouble is told, and goes',
  async (code) => {
    const { session, phase } = started
    await goTouched(session)
    world.backend.failing.read = new ConnectError(code)
    await world.advance(2_000)
    expect(phase()).toMatchObject({ status: 'open', connectivityError: { code } })
    world.backend.failing = {}
    await world.advance(3_000)
    expect(phase()).toMatchObject({ status: 'open', connectivityError: null })
  },
)

test('no renewal while nobody can say how the page fares', async () => {
  const { session, phase } = started
  await goLive(session)
  world.backend.failing.read = new ConnectError('unauthenticated')
  await world.advance(3_600_000 - 120_000)
  expect(phase()).toMatchObject({ status: 'expiring', connectivityError: { code: 'unauthenticated' } })
  expect(world.backend.requests).toHaveLength(1)
})

test('waits out a backend that is down, and goes on', async () => {
  await goLive(started.session)
  world.backend.failing.read = new ConnectError('network')
  await world.advance(60_000)
  expect(started.phase().status).toBe('open')
  world.backend.failing = {}
  world.backend.use('i-1')
  await world.advance(20_000)
  expect(started.phase().status).toBe('submitted')
})

test('no such invitation: failed, and nothing of it is asked or revoked', async () => {
  await goLive(started.session)
  world.backend.lose('i-1')
  await world.advance(600_000)
  expect(started.phase()).toMatchObject({ status: 'failed', error: { code: 'not_found' }, page: null })
  expect(world.backend.calls.map(({ call }) => call)).toEqual(['create', 'read'])
  expect(world.timers() + world.listeners()).toBe(0)
})

test('revoked by somebody: said, and not replaced', async () => {
  await goLive(started.session)
  world.backend.revoke('i-1')
  await world.advance(600_000)
  expect(started.phase()).toMatchObject({ status: 'closedByNectar', reason: 'revoked' })
  expect(world.backend.requests).toHaveLength(1)
})
