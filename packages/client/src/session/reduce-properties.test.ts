import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Step, way } from '../testing/arbitrary-session.ts'
import type { SessionEvent } from './event.ts'
import { type ConnectPhase, getActivePage, isOpened, type PhaseStatus } from './phase.ts'
import { MAX_STALE_RESPONSES } from './reduce.ts'
import { MAX_SILENT_RENEWALS } from './reduce-page.ts'

function forEachWay(check: (steps: Step[]) => void) {
  fc.assert(fc.property(way, check), { numRuns: 5_000 })
}

function forEachStep(check: (step: Step) => void) {
  forEachWay((steps) => steps.forEach(check))
}

type Created = Extract<SessionEvent, { type: 'created' }>
type CreateFailed = Extract<SessionEvent, { type: 'create_failed' }>
type Proof = Extract<SessionEvent, { type: 'invitation_read' | 'resumed' }>

/** Said once more than in the code, in other words: what the rules are. */
function isProof({ view }: Proof, useCount: number, kind: 'contributor' | 'reconnect'): boolean {
  const isCounted = view.useCount > useCount || view.status === 'FULFILLED'
  return kind === 'contributor' ? view.createdConnections.length > 0 : isCounted
}

function isOver({ status, invitation, now }: Created): boolean {
  const isDead = status === 'EXPIRED' || status === 'REVOKED' || status === 'FULFILLED'
  return isDead || (invitation.deadline !== null && invitation.deadline <= now)
}

function lastsLonger({ invitation }: Created, than: number | null): boolean {
  return than === null || invitation.deadline === null || invitation.deadline - than >= 2_500
}

function isOfNoUse(event: Created | CreateFailed, mustExpireAfter: number | null): boolean {
  if (event.type === 'create_failed') return event.error.code === 'idempotency_conflict'
  return isOver(event) || !lastsLonger(event, mustExpireAfter)
}

/** Asked for by nobody but the session. */
function isSilent({ before, event, after }: Step): boolean {
  const isOfTime = event.type === 'tick' || event.type === 'invitation_read'
  return isOfTime && before.status !== 'requesting' && after.status === 'requesting'
}

describe('whatever happens, in whatever order', () => {
  test('a touched page never leaves the screen for a fresh one without being asked', () => {
    forEachStep(({ before, event, after }) => {
      const held = getActivePage(before)
      if (!held?.touched) return
      if (after.status === 'requesting') expect(['renew', 'retry', 'open']).toContain(event.type)
      if (isOpened(after)) expect(after.invitation.id).toBe(held.invitation.id)
    })
  })

  test('nothing is submitted without proof', () => {
    forEachStep(({ before, event, after }) => {
      if (after.status !== 'submitted' || before === after) return
      expect(after.connections.length).toBeGreaterThan(0)
      if (event.type === 'invitation_read') {
        const held = getActivePage(before)
        expect(held?.invitation.id).toBe(event.view.id)
        expect(held && isProof(event, held.invitation.useCount, held.intent.kind)).toBe(true)
      } else if (event.type === 'resumed') {
        expect(isProof(event, event.invitation.useCount, event.intent.kind)).toBe(true)
      } else {
        expect(event.type).toBe('proved')
        expect(isOpened(before) && before.touched).toBe(false)
      }
    })
  })

  test('after closing, only opening starts anything', () => {
    forEachStep(({ before, event, after }) => {
      if (before.status === 'closed' && after !== before) expect(event.type).toBe('open')
    })
  })

  test('a revoked invitation is never replaced: it is said', () => {
    forEachStep(({ before, event, after }) => {
      if (event.type !== 'invitation_read' || event.view.status !== 'REVOKED') return
      if (getActivePage(before)?.invitation.id === event.view.id)
        expect(['closedByNectar', 'submitted']).toContain(after.status)
      else expect(after).toBe(before)
    })
  })

  test('no deadline is missed', () => {
    forEachStep(({ before, event, after }) => {
      const deadline = getActivePage(before)?.invitation.deadline
      if (event.type !== 'tick' || deadline == null || event.now < deadline) return
      expect(['checking', 'failed']).toContain(after.status)
      if (after.status === 'failed') expect(after.page).toBeNull()
    })
  })

  test('nothing is renewed while the page is hidden', () => {
    forEachStep((step) => {
      if (isSilent(step) && 'isVisible' in step.event) expect(step.event.isVisible).toBe(true)
    })
  })

  test('nobody is asked only so many times in a row', () => {
    forEachWay((steps) => {
      const first = steps[0]?.before
      let silent =
        first && 'renewals' in first ? first.renewals : (first && getActivePage(first)?.renewals) || 0
      for (const step of steps) {
        if (isSilent(step)) silent++
        else if (['consent', 'open', 'renew', 'retry'].includes(step.event.type)) {
          if (step.before !== step.after) silent = 0
        }
        expect(silent).toBeLessThanOrEqual(MAX_SILENT_RENEWALS)
      }
    })
  })

  test('answers of no use are asked for again only so often, each time as a new request', () => {
    forEachWay((steps) => {
      const first = steps[0]?.before
      let stale = first?.status === 'requesting' ? first.staleResponses : 0
      for (const { before, event, after } of steps) {
        if (before.status !== 'requesting') stale = 0
        if (before.status !== 'requesting' || (event.type !== 'created' && event.type !== 'create_failed'))
          continue
        if (event.idempotencyKey !== before.idempotencyKey) {
          expect(after).toBe(before)
        } else if (isOfNoUse(event, before.mustExpireAfter)) {
          stale++
          const code = event.type === 'created' ? 'invitation_stale' : 'idempotency_conflict'
          if (stale < MAX_STALE_RESPONSES)
            expect(after).toMatchObject({ status: 'requesting', idempotencyKey: event.nextIdempotencyKey })
          else expect(after).toMatchObject({ status: 'failed', error: { code }, page: null })
        }
      }
    })
  })

  test('what is over, or lasts no longer than what it replaces, is never mounted', () => {
    forEachWay((steps) => {
      let replaced: number | null = null
      for (const { before, event, after } of steps) {
        const left = getActivePage(before)
        if (left && after.status === 'requesting') {
          const isWithinLife = event.type === 'renew' || event.type === 'tick'
          replaced = isWithinLife ? left.invitation.deadline : null
        } else if (before.status === 'failed' && after.status === 'requesting') {
          if (before.request === null || event.type !== 'retry') replaced = null
        } else if (before.status !== 'requesting' && before.status !== 'failed') replaced = null
        if (before.status !== 'requesting' || !isOpened(after)) continue
        expect(event.type).toBe('created')
        if (event.type !== 'created') continue
        expect(isOver(event)).toBe(false)
        expect(lastsLonger(event, replaced)).toBe(true)
      }
    })
  })

  test('a page is only ever mounted as the answer to a request', () => {
    forEachStep(({ before, after }) => {
      const held = getActivePage(after)
      if (held && held.invitation.id !== getActivePage(before)?.invitation.id)
        expect(before.status).toBe('requesting')
    })
  })
})

const PAGE = ['connectivityError', 'display', 'intent', 'invitation', 'renewals', 'touched', 'viewed']
const INVITATION = ['deadline', 'id', 'origin', 'useCount', 'warningMs']
const KEYS: Record<PhaseStatus, string[]> = {
  idle: ['status'],
  intro: ['status', 'intent', 'pendingRetry'],
  requesting: [
    'idempotencyKey',
    'status',
    'mustExpireAfter',
    'intent',
    'reason',
    'renewals',
    'staleResponses',
  ],
  loading: ['status', ...PAGE],
  open: ['status', ...PAGE],
  expiring: ['status', ...PAGE],
  checking: ['status', ...PAGE],
  expired: ['cause', 'status', 'intent'],
  submitted: ['at', 'connections', 'invitationId', 'status', 'intent'],
  closedByNectar: ['status', 'intent', 'reason'],
  failed: ['request', 'error', 'status', 'page', 'intent', 'retryAt'],
  closed: ['status', 'pendingRetry'],
}

function keysOf(value: object): string[] {
  return Object.keys(value).sort()
}

function expectExact(phase: ConnectPhase) {
  expect(keysOf(phase)).toEqual([...KEYS[phase.status]].sort())
  const held = getActivePage(phase)
  if (held) expect(keysOf(held.invitation)).toEqual(INVITATION)
  if (phase.status === 'failed' && phase.page) expect(keysOf(phase.page)).toEqual([...PAGE].sort())
}

test('a phase has what is valid in it, and nothing else', () => {
  forEachStep(({ after }) => expectExact(after))
})
