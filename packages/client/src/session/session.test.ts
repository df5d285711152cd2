import type { CreateInvitationRequest, InvitationTicket, InvitationView } from '@nectar-connect/contract'
import { beforeEach, describe, expect, test } from 'vitest'
import { ConnectError } from '../connect-error.ts'
import { createSubject } from '../observable.ts'
import { TICKET } from '../testing/ticket.ts'
import type { SessionEnvironment } from './environment.ts'
import { createSession, type Session, type SessionSubmission } from './session.ts'

/** A world whose clock, timers, page and backend the test moves by hand. */
function createWorld() {
  const timers = new Map<number, { callback: () => void; at: number }>()
  const returns = new Set<() => void>()
  const world = {
    now: 0,
    isVisible: true,
    minted: [] as CreateInvitationRequest[],
    reads: 0,
    revoked: [] as string[],
    mint: (_: CreateInvitationRequest): Promise<InvitationTicket> =>
      Promise.resolve({ ...TICKET, id: `i-${world.minted.length}` }),
    read: (id: string): Promise<InvitationView> => Promise.resolve({ ...TICKET, id }),
    async advance(ms: number) {
      const end = world.now + ms
      for (;;) {
        await settle()
        const next = [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0]
        if (!next) break
        timers.delete(next[0])
        world.now = Math.max(world.now, next[1].at)
        next[1].callback()
      }
      world.now = end
      await settle()
    },
    comeBack() {
      world.isVisible = true
      for (const callback of returns) callback()
    },
  }
  let ids = 0
  const environment: SessionEnvironment = {
    clock: { now: () => world.now },
    today: () => new Date('2026-11-24T14:02:00Z'),
    createId: () => `id-${++ids}`,
    ownOrigin: () => 'https://app.plumbline.example',
    isVisible: () => world.isVisible,
    onReturn(callback) {
      returns.add(callback)
      return () => returns.delete(callback)
    },
    setTimer(callback, ms) {
      const id = ++ids
      timers.set(id, { callback, at: world.now + ms })
      return () => timers.delete(id)
    },
    client: {
      basePath: '/api/nectar',
      scope: createSubject<string | null>(null),
      createInvitation(request) {
        world.minted.push(request)
        return world.mint(request)
      },
      getInvitation(id) {
        world.reads++
        return world.read(id)
      },
      revokeInvitation(id) {
        world.revoked.push(id)
        return Promise.resolve({ ...TICKET, id, status: 'REVOKED' })
      },
      listConnections: () => Promise.reject(new Error('not asked for here')),
      getConnection: () => Promise.reject(new Error('not asked for here')),
    },
  }
  return { world, environment, timers }
}

/** Lets every promise that is due run. */
async function settle() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

let world: ReturnType<typeof createWorld>['world']
let timers: ReturnType<typeof createWorld>['timers']
let session: Session
let submissions: SessionSubmission[]

beforeEach(() => {
  const made = createWorld()
  world = made.world
  timers = made.timers
  session = createSession(made.environment)
  submissions = []
  session.onSubmitted((submission) => submissions.push(submission))
})

async function goLive() {
  session.open({ kind: 'contributor' })
  session.consent()
  await settle()
  session.frameLoaded('i-1')
}

function phase() {
  return session.phase.get().name
}

function used(id: string): InvitationView {
  return {
    ...TICKET,
    id,
    status: 'FULFILLED',
    useCount: 1,
    createdConnections: [{ id: 'c-1', providerName: 'Coast Range Gas', status: 'PENDING' }],
  }
}

test('asks the backend for nothing before consent', async () => {
  session.open({ kind: 'contributor' })
  await world.advance(60_000)
  expect(phase()).toBe('intro')
  expect(world.minted).toEqual([])
})

test('consenting twice asks once', async () => {
  session.open({ kind: 'contributor' })
  session.consent()
  session.consent()
  session.open({ kind: 'contributor' })
  await settle()
  expect(world.minted).toHaveLength(1)
  expect(phase()).toBe('loading')
})

test('tells of a submission once, when it is proved', async () => {
  await goLive()
  await world.advance(2_000)
  expect(phase()).toBe('live')
  world.read = (id) => Promise.resolve(used(id))
  await world.advance(3_000)
  expect(phase()).toBe('submitted')
  expect(submissions).toEqual([
    { purpose: { kind: 'contributor' }, connections: [{ id: 'c-1', providerName: 'Coast Range Gas' }] },
  ])
  expect(timers.size).toBe(0)
})

test('a hint makes it look at once, and proves nothing', async () => {
  await goLive()
  session.hint('i-1')
  session.hint('i-other')
  await settle()
  expect(world.reads).toBe(1)
  expect(phase()).toBe('live')
})

test('does not ask while the page is hidden, and at once when it is shown again', async () => {
  await goLive()
  world.isVisible = false
  await world.advance(120_000)
  expect(world.reads).toBe(0)
  world.comeBack()
  await settle()
  expect(world.reads).toBe(1)
})

test('asks less and less often', async () => {
  await goLive()
  await world.advance(30_000)
  const early = world.reads
  await world.advance(300_000)
  const before = world.reads
  await world.advance(30_000)
  expect(world.reads - before).toBeLessThan(early)
  expect(world.reads - before).toBeGreaterThan(0)
})

test('waits out a backend that is down, and goes on', async () => {
  await goLive()
  world.read = () => Promise.reject(new ConnectError('network'))
  await world.advance(60_000)
  expect(phase()).toBe('live')
  world.read = (id) => Promise.resolve(used(id))
  await world.advance(30_000)
  expect(phase()).toBe('submitted')
})

describe('closing', () => {
  test('revokes an invitation that was not used', async () => {
    await goLive()
    session.close()
    await settle()
    expect(world.revoked).toEqual(['i-1'])
    expect(timers.size).toBe(0)
  })

  test('looks once more first: what was submitted a moment ago is told, not revoked', async () => {
    await goLive()
    world.read = (id) => Promise.resolve(used(id))
    session.close()
    await settle()
    expect(world.revoked).toEqual([])
    expect(submissions).toHaveLength(1)
    expect(phase()).toBe('closed')
  })

  test('while the invitation is still being made: it is revoked when it comes', async () => {
    let answer: (ticket: InvitationTicket) => void = () => {}
    world.mint = () => new Promise((resolve) => (answer = resolve))
    session.open({ kind: 'contributor' })
    session.consent()
    session.close()
    answer(TICKET)
    await settle()
    expect(world.revoked).toEqual(['i-1'])
    expect(phase()).toBe('closed')
  })
})

describe('what may not be framed', () => {
  test('is refused, and revoked', async () => {
    world.mint = () => Promise.resolve({ ...TICKET, url: 'https://app.plumbline.example/p/i/t' })
    session.open({ kind: 'contributor' })
    session.consent()
    await settle()
    expect(session.phase.get()).toMatchObject({ name: 'failed', error: { code: 'frame_refused' } })
    expect(world.revoked).toEqual(['i-1'])
  })
})

describe('a lost answer', () => {
  test('is asked for again with the same attempt', async () => {
    world.mint = () => Promise.reject(new ConnectError('network'))
    session.open({ kind: 'contributor' })
    session.consent()
    await settle()
    expect(phase()).toBe('failed')
    world.mint = () => Promise.resolve(TICKET)
    session.retry()
    await settle()
    expect(phase()).toBe('loading')
    expect(world.minted).toHaveLength(2)
    expect(world.minted[1]).toEqual(world.minted[0])
  })
})

describe('time', () => {
  test('warns before the end, and asks Nectar at the end', async () => {
    await goLive()
    await world.advance(3_600_000 - 120_000)
    expect(phase()).toBe('expiring')
    expect(session.remainingMs()).toBe(120_000)
  })

  test('a life beyond 24.8 days does not end at once', async () => {
    world.mint = () => Promise.resolve({ ...TICKET, expiresInMs: 40 * 86_400_000 })
    await goLive()
    await world.advance(1_000)
    expect(phase()).toBe('live')
  })

  test('a frame that never loads is a failure with a way on', async () => {
    session.open({ kind: 'contributor' })
    session.consent()
    await world.advance(30_000)
    expect(session.phase.get()).toMatchObject({ name: 'failed', error: { code: 'frame_timeout' } })
    expect(world.revoked).toEqual(['i-1'])
  })
})

test('the host’s input goes with the request', async () => {
  session.setInput({ siteId: 's-1' })
  await goLive()
  expect(world.minted[0]).toMatchObject({ kind: 'contributor', reason: 'open', input: { siteId: 's-1' } })
})
