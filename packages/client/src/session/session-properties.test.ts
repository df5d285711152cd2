import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SECRET } from '../testing/backend.ts'
import { type Action, Run, script } from '../testing/random-run.ts'
import { getActivePage } from './phase.ts'
import { MAX_SILENT_RENEWALS } from './reduce-page.ts'

const SECOND_MS = 1_000
const HOUR_MS = 3_600 * SECOND_MS

function forEachRun(
  check: (run: Run, taken: Action) => void,
  end: (run: Run) => void | Promise<void> = () => {},
) {
  return fc.assert(
    fc.asyncProperty(script, async ({ actions, areLoading }) => {
      const run = new Run(areLoading)
      for (const taken of actions) {
        await run.take(taken)
        check(run, taken)
      }
      await end(run)
    }),
    { numRuns: 400, endOnFailure: false },
  )
}

/** Usable, known to the page, and not being revoked. */
function open({ world: { backend }, leftInTab }: Run): string[] {
  const revoked = backend.revoked()
  return backend
    .answered()
    .filter((id) => backend.isUsable(id) && !revoked.includes(id) && !leftInTab.has(id))
}

test('there is never a second invitation while one can be used', async () => {
  await forEachRun((run) => {
    const shown = getActivePage(run.started.phase())?.invitation.id
    expect(open(run).filter((id) => id !== shown)).toEqual([])
  })
})

test('no more is created than was asked for, with so many silent renewals for each, and answers of no use', async () => {
  await forEachRun(({ world: { backend }, requests }) => {
    expect(backend.count('create')).toBeLessThanOrEqual(
      requests * (1 + MAX_SILENT_RENEWALS) + backend.staleResponses,
    )
  })
})

test('a closed session leaves no timer and no listener, and asks at most for one look or one revocation', async () => {
  await forEachRun(
    () => {},
    async ({ world, started }) => {
      await world.advance(10 * SECOND_MS)
      const before = world.backend.calls.length
      started.session.close()
      expect(world.timers() + world.listeners()).toBe(0)
      await world.advance(HOUR_MS)
      await world.show()
      const asked = world.backend.calls.slice(before).map(({ call }) => call)
      expect(asked.filter((call) => call === 'create')).toEqual([])
      expect(asked.length).toBeLessThanOrEqual(1)
      expect(world.timers() + world.listeners()).toBe(0)
    },
  )
})

test('a session that is over, whichever way, leaves nothing running', async () => {
  await forEachRun(({ world, started, leftInTab }) => {
    const { status } = started.phase()
    // Before anything is opened here, what goes on in a tab is still followed.
    if (leftInTab.size > 0 && (status === 'idle' || status === 'intro')) return
    if (['idle', 'intro', 'expired', 'submitted', 'closedByNectar', 'closed'].includes(status))
      expect(world.timers() + world.listeners()).toBe(0)
  })
})

test('every use of the page on screen is told, once', async () => {
  await forEachRun(
    ({ told, used, leftInTab }) => expect(told).toBeLessThanOrEqual(used.size + leftInTab.size),
    async (run) => {
      const { world } = run
      const held = getActivePage(run.started.phase())
      if (!held || !world.backend.isUsable(held.invitation.id)) return
      Object.assign(world.backend, { failing: {}, losing: {}, latencyMs: 0 })
      await world.advance(30 * SECOND_MS)
      await world.show()
      const still = getActivePage(run.started.phase())
      if (!still || !world.backend.isUsable(still.invitation.id)) return
      const before = run.told
      world.backend.use(still.invitation.id)
      await world.advance(60 * SECOND_MS)
      await world.advance(60 * SECOND_MS)
      expect(run.told).toBe(before + 1)
      expect(run.started.phase()).toMatchObject({ status: 'submitted', invitationId: still.invitation.id })
    },
  )
})

test('no phase claims to be usable past its deadline', async () => {
  await forEachRun(({ started, world }) => {
    const phase = started.phase()
    const deadline = getActivePage(phase)?.invitation.deadline
    if (deadline == null || deadline > world.now()) return
    expect(phase.status).toBe('checking')
  })
})

test('no secret is kept or counted', async () => {
  await forEachRun(({ world, started }) => {
    const kept = [...Array(world.storage.length).keys()].map((index) =>
      world.storage.getItem(world.storage.key(index) ?? ''),
    )
    const text = JSON.stringify([kept, started.analyticsEvents])
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('/p/i/')
  })
})

test('an opened session is counted once', async () => {
  await forEachRun(({ started: { analyticsEvents } }) => {
    const opened = analyticsEvents.filter(({ name }) => name === 'opened').map(({ sessionId }) => sessionId)
    expect(new Set(opened).size).toBe(opened.length)
    for (const { durationMs } of analyticsEvents) expect(durationMs).toBeGreaterThanOrEqual(0)
  })
})
