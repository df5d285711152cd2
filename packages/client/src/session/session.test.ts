import { beforeEach, describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import { CONTRIBUTOR, RECONNECT } from '../testing/phases.ts'
import {
  consent,
  createWorld,
  goLive,
  goTouched,
  type Started,
  settle,
  shownId,
  startSession,
  type World,
} from '../testing/world.ts'

let world: World
let started: Started

beforeEach(() => {
  world = createWorld()
  started = startSession(world)
})

test('asks the backend for nothing before consent', async () => {
  started.session.open(CONTRIBUTOR)
  await world.advance(60_000)
  expect(started.phase().status).toBe('intro')
  expect(world.backend.calls).toEqual([])
})

test('consenting twice asks once', async () => {
  const { session, phase } = started
  session.open(CONTRIBUTOR)
  session.consent()
  session.consent()
  session.open(CONTRIBUTOR)
  await settle()
  expect(world.backend.requests).toHaveLength(1)
  expect(phase().status).toBe('loading')
})

test('a reconnect names its connection, and consent may bring a newer baseline', async () => {
  const { session, phase } = started
  const baseline = { status: 'INVALID_CREDENTIALS', statusAt: null }
  session.open(RECONNECT)
  session.consent({ ...RECONNECT, baseline } as typeof RECONNECT)
  await settle()
  expect(world.backend.requests).toMatchObject([{ kind: 'reconnect', connectionId: 'c-1', reason: 'first' }])
  expect(phase()).toMatchObject({ status: 'loading', intent: { baseline } })
})

test('tells of a submission once, when it is proved', async () => {
  const { session, phase, submissions } = started
  await goLive(session)
  await world.advance(2_000)
  expect(phase().status).toBe('open')
  world.backend.use('i-1')
  await world.advance(3_000)
  expect(phase().status).toBe('submitted')
  expect(submissions).toEqual([
    { intent: CONTRIBUTOR, connections: [{ id: 'c-i-1', providerName: 'Coast Range Gas' }] },
  ])
  await world.advance(60_000)
  expect(submissions).toHaveLength(1)
  expect(world.timers() + world.listeners()).toBe(0)
})

test('a link that could be used once more is revoked when it has done its work', async () => {
  world.backend.maxUses = null
  await goLive(started.session)
  world.backend.use('i-1')
  await world.advance(3_000)
  expect(started.phase().status).toBe('submitted')
  expect(world.backend.revoked()).toEqual(['i-1'])
})

test('trying again skips the intro', async () => {
  await goLive(started.session)
  world.backend.use('i-1')
  await world.advance(3_000)
  started.session.reconnect(RECONNECT)
  await settle()
  expect(world.backend.requests[1]).toMatchObject({ kind: 'reconnect', reason: 'retry' })
  expect(started.phase().status).toBe('loading')
})

test('the host’s input goes with the request', async () => {
  started.session.configure({ input: { siteId: 's-1' } })
  await consent(started.session)
  expect(world.backend.requests[0]).toMatchObject({ kind: 'contributor', input: { siteId: 's-1' } })
})

describe('a prefill', () => {
  const prefill = { country: 'US', siteIds: ['67e72ddf-9e9c-42b6-81da-13c1130c691a'] }

  test('goes with each request for a new connection, a fresh page’s too', async () => {
    started.session.configure({ prefill })
    await goLive(started.session)
    started.session.requestNewPage()
    await settle()
    expect(world.backend.requests).toMatchObject([
      { reason: 'first', prefill },
      { reason: 'renewal', prefill },
    ])
  })

  test('that changes leaves the open page alone, and counts from the next on', async () => {
    started.session.configure({ prefill })
    await goLive(started.session)
    const before = started.phase()
    started.session.configure({ prefill: { country: 'CA' } })
    await settle()
    expect(started.phase()).toBe(before)
    expect(world.backend.requests).toHaveLength(1)
    started.session.requestNewPage()
    await settle()
    expect(world.backend.requests[1]).toMatchObject({ prefill: { country: 'CA' } })
  })

  test('is none of a reconnect', async () => {
    started.session.configure({ prefill })
    await consent(started.session, RECONNECT)
    expect(world.backend.requests[0]).toMatchObject({ kind: 'reconnect' })
    expect(world.backend.requests[0]).not.toHaveProperty('prefill')
  })
})

test('what may not be framed is refused, and revoked', async () => {
  world.backend.origin = 'https://app.plumbline.example'
  await consent(started.session)
  expect(started.phase()).toMatchObject({ status: 'failed', error: { code: 'frame_refused' }, page: null })
  expect(world.backend.revoked()).toEqual(['i-1'])
})

describe('closing', () => {
  test('revokes an invitation that was not used', async () => {
    await goLive(started.session)
    started.session.close()
    await world.advance(60_000)
    expect(world.backend.calls.map(({ call }) => call)).toEqual(['create', 'revoke'])
    expect(world.timers() + world.listeners()).toBe(0)
  })

  test('what was submitted a moment ago is told', async () => {
    const { session, phase, submissions } = started
    await goLive(session)
    world.backend.use('i-1')
    session.close()
    await settle()
    expect(submissions).toHaveLength(1)
    expect(phase().status).toBe('closed')
  })

  test('while the invitation is still being made: it is revoked when it comes', async () => {
    world.backend.latencyMs = 5_000
    await consent(started.session)
    started.session.close()
    await world.advance(5_000)
    expect(world.backend.revoked()).toEqual(['i-1'])
    expect(started.phase().status).toBe('closed')
  })

  test('a page in a tab of its own is looked at once, and left alone', async () => {
    await goLive(started.session)
    started.session.tabOpened('i-1')
    started.session.close()
    await world.advance(60_000)
    expect(world.backend.calls.map(({ call }) => call)).toEqual(['create', 'read'])
    expect(world.backend.isUsable('i-1')).toBe(true)
  })

  test('from within a listener: nothing is started for a session that is closed', async () => {
    const { session, phase } = started
    session.phase.subscribe(() => phase().status === 'loading' && session.close())
    await consent(session)
    await world.advance(60_000)
    expect(phase().status).toBe('closed')
    expect(world.timers() + world.listeners()).toBe(0)
    expect(world.backend.calls.map(({ call }) => call)).toEqual(['create', 'revoke'])
  })

  test('while a fresh answer is waited for: it is not asked for any more', async () => {
    world.backend.answers = 'dead'
    await consent(started.session)
    await world.advance(500)
    started.session.close()
    expect(world.timers()).toBe(0)
  })
})

describe('a page that the customer just left was used after all', () => {
  test('the fresh one is dropped', async () => {
    const { session, phase, submissions } = started
    await goTouched(session)
    await world.advance(60_000)
    world.backend.latencyMs = 100
    world.backend.use('i-1')
    session.requestNewPage()
    await world.advance(100)
    expect(phase()).toMatchObject({ status: 'submitted', invitationId: 'i-1' })
    expect(submissions).toHaveLength(1)
    await world.advance(200)
    expect(world.backend.isUsable('i-2')).toBe(false)
  })
})

describe('a frame that does not show', () => {
  test('after half a minute it is a failure, and the page is still good in a tab', async () => {
    const { session, phase } = started
    await consent(session)
    await world.advance(29_999)
    expect(phase().status).toBe('loading')
    await world.advance(1)
    expect(phase()).toMatchObject({ status: 'failed', error: { code: 'frame_timeout' } })
    expect(world.backend.isUsable('i-1')).toBe(true)
    session.tabOpened(shownId(session))
    expect(phase()).toMatchObject({ status: 'open', display: 'tab' })
    expect(world.backend.revoked()).toEqual([])
  })

  test('back from a tab it has half a minute again', async () => {
    const { session, phase } = started
    await goLive(session)
    session.tabOpened('i-1')
    await world.advance(60_000)
    session.frameReopened('i-1')
    await world.advance(29_999)
    expect(phase()).toMatchObject({ status: 'loading', display: 'both', invitation: { id: 'i-1' } })
    await world.advance(1)
    expect(phase()).toMatchObject({ status: 'failed', error: { code: 'frame_timeout' } })
  })

  test('what happens to the page in waiting is noticed', async () => {
    const { session, phase } = started
    await goLive(session)
    session.frameFailed('i-1', new ConnectError('frame_blocked'))
    world.backend.use('i-1')
    await world.advance(3_000)
    expect(phase().status).toBe('submitted')
  })

  test('another try revokes it', async () => {
    const { session, phase } = started
    await goLive(session)
    session.frameFailed('i-1', new ConnectError('frame_blocked'))
    session.retry()
    await settle()
    expect(phase()).toMatchObject({ status: 'loading', invitation: { id: 'i-2' } })
    expect(world.backend.isUsable('i-1')).toBe(false)
  })
})

describe('a lost answer', () => {
  test('is asked for again with the same attempt', async () => {
    const { session, phase } = started
    world.backend.losing.create = new ConnectError('network')
    await consent(session)
    expect(phase().status).toBe('failed')
    world.backend.losing = {}
    session.retry()
    await settle()
    expect(phase().status).toBe('loading')
    expect(world.backend.requests[1]).toEqual(world.backend.requests[0])
    expect(world.backend.ids()).toEqual(['i-1'])
  })

  test('is asked for again also after closing and opening: no invitation is created twice', async () => {
    const { session, phase } = started
    world.backend.losing.create = new ConnectError('network')
    await consent(session)
    session.close()
    world.backend.losing = {}
    await consent(session)
    expect(phase().status).toBe('loading')
    expect(world.backend.ids()).toEqual(['i-1'])
  })

  test('of something else is no concern of this', async () => {
    const { session } = started
    world.backend.losing.create = new ConnectError('network')
    await consent(session)
    session.close()
    world.backend.losing = {}
    await consent(session, RECONNECT)
    expect(world.backend.requests[1]).toMatchObject({ kind: 'reconnect', reason: 'first' })
    expect(world.backend.requests[1]?.idempotencyKey).not.toBe(world.backend.requests[0]?.idempotencyKey)
  })

  test('a server that wants to be left alone is, also after closing and opening', async () => {
    const { session, phase } = started
    world.backend.failing.create = new ConnectError('rate_limited', { retryAfterMs: 30_000 })
    await consent(session)
    session.close()
    await consent(session)
    expect(phase()).toMatchObject({ status: 'failed', error: { code: 'rate_limited' } })
    expect(world.backend.requests).toHaveLength(1)
    session.close()
    session.open(CONTRIBUTOR)
    world.backend.failing = {}
    await world.advance(30_000)
    session.consent()
    await settle()
    expect(phase().status).toBe('loading')
  })

  test('a failure that names a time is not asked again before it', async () => {
    const { session, phase } = started
    world.backend.failing.create = new ConnectError('rate_limited', { retryAfterMs: 30_000 })
    await consent(session)
    await world.advance(29_999)
    expect(session.getRetryInMs()).toBe(1)
    session.retry()
    await settle()
    expect(world.backend.requests).toHaveLength(1)
    world.backend.failing = {}
    await world.advance(1)
    expect(session.getRetryInMs()).toBe(0)
    session.retry()
    await settle()
    expect(phase().status).toBe('loading')
  })
})
