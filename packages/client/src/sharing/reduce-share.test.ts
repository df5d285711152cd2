import type { CreatedInvitation, ShareResult } from '@nectar-connect/contract/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConnectError } from '../lib/connect-error.ts'
import { CREATED_INVITATION } from '../testing/created-invitation.ts'
import { reduceShare, startShare } from './reduce-share.ts'
import { contentOf } from './share-content.ts'
import type { ShareEvent, ShareForm, SharePhase } from './share-phase.ts'

const FORM: ShareForm = { to: [], draft: '', note: '', language: 'en' }
const DANA = 'dana@northpoint.example'

const invitation: CreatedInvitation = { ...CREATED_INVITATION, url: 'https://dash.nectarclimate.com/p/i/t' }

function result(outcome: ShareResult['outcome'], retryable = false): ShareResult {
  return { to: DANA, outcome, invitation: null, code: null, retryable }
}

/** An event, but for the name of the attempt: that of the phase, or of another one. */
type Draw = { event: ShareEvent; isForeign: boolean }

const event: fc.Arbitrary<Draw> = fc.record({
  isForeign: fc.boolean(),
  event: fc.oneof<fc.Arbitrary<ShareEvent>[]>(
    fc.record({
      type: fc.constant('edit'),
      change: fc.constantFrom<Partial<ShareForm>>(
        { draft: DANA },
        { to: [DANA], draft: '' },
        { note: 'Hi' },
        { note: '' },
      ),
    }),
    fc.constantFrom<ShareEvent>(
      { type: 'preview' },
      { type: 'preview_read', preview: { mail: 'nectar', subject: null, text: null, html: null } },
      { type: 'preview_failed', error: new ConnectError('network') },
      { type: 'back' },
      { type: 'copied' },
      { type: 'copy_failed' },
      { type: 'created', idempotencyKey: '', invitation },
    ),
    fc.record({ type: fc.constantFrom('send', 'copy_link'), now: fc.constantFrom(0, 5_000) }),
    fc.record({ type: fc.constant('named'), idempotencyKey: fc.uuid() }),
    fc.record({
      type: fc.constant('answered'),
      idempotencyKey: fc.constant(''),
      results: fc.constantFrom(
        [result('sent')],
        [result('failed', true)],
        [result('failed')],
        [result('already')],
      ),
    }),
    fc.record({
      type: fc.constant('refused'),
      idempotencyKey: fc.constant(''),
      now: fc.constant(0),
      error: fc.constantFrom(
        new ConnectError('network'),
        new ConnectError('rate_limited', { retryAfterMs: 5_000 }),
        new ConnectError('idempotency_conflict'),
      ),
    }),
  ),
})

interface Step {
  before: SharePhase
  event: ShareEvent
  after: SharePhase
}

function buildInvitationTimeline(draws: readonly Draw[]): Step[] {
  let before = startShare(FORM)
  return draws.map(({ event: drawn, isForeign }) => {
    const mine =
      'idempotencyKey' in before && before.idempotencyKey !== null ? before.idempotencyKey : 'nobody'
    const isAnswer = drawn.type === 'answered' || drawn.type === 'refused' || drawn.type === 'created'
    const happened = isAnswer ? { ...drawn, idempotencyKey: isForeign ? 'a-foreign' : mine } : drawn
    const step = { before, event: happened, after: reduceShare(before, happened) }
    before = step.after
    return step
  })
}

function forEachWay(check: (steps: Step[]) => void) {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (draws) => check(buildInvitationTimeline(draws))),
    { numRuns: 3_000 },
  )
}

describe('whatever happens, in whatever order', () => {
  test('the same form is sent under one name, until its outcome is known', () => {
    forEachWay((steps) => {
      const open = new Map<string, string>()
      let latest: string | null = null
      for (const { before, event: happened, after } of steps) {
        if (after.status === 'sending' && after.idempotencyKey !== null && after !== before) {
          const content = contentOf(after.form)
          if (latest === content && open.has(content)) expect(after.idempotencyKey).toBe(open.get(content))
          open.set(content, after.idempotencyKey)
          latest = content
        }
        const isConflict = happened.type === 'refused' && happened.error.code === 'idempotency_conflict'
        if (before.status === 'sending' && after.status === 'failed' && isConflict) open.clear()
        if (after.status === 'sent' && after.tried.mail === null) open.clear()
      }
    })
  })

  test('nothing is sent or made without an answer to this very attempt', () => {
    forEachWay((steps) => {
      for (const { before, event: happened, after } of steps) {
        if (before.status === after.status) continue
        if (after.status === 'sent' || after.status === 'linked') {
          expect(['sending', 'copying']).toContain(before.status)
          expect('idempotencyKey' in happened && 'idempotencyKey' in before && happened.idempotencyKey).toBe(
            'idempotencyKey' in before && before.idempotencyKey,
          )
        }
      }
    })
  })

  test('what is on its way is not changed by anybody, nor sent a second time', () => {
    forEachWay((steps) => {
      for (const { before, event: happened, after } of steps) {
        if (before.status !== 'sending' && before.status !== 'copying') continue
        if (['edit', 'send', 'copy_link', 'preview', 'back'].includes(happened.type))
          expect(after).toBe(before)
      }
    })
  })

  test('a form without an address is never sent', () => {
    forEachWay((steps) => {
      for (const { after } of steps) {
        if (after.status === 'sending') expect(contentOf(after.form)).toContain(DANA)
      }
    })
  })

  test('a link is in no phase but its own', () => {
    forEachWay((steps) => {
      for (const { after } of steps) {
        expect(JSON.stringify(after).includes('/p/i/')).toBe(after.status === 'linked')
        if (after.status === 'linked') expect(JSON.stringify(after.invitation)).not.toContain('/p/i/')
      }
    })
  })

  test('what a person filled in stays through every failure', () => {
    forEachWay((steps) => {
      for (const { before, after, event: happened } of steps) {
        if (!('form' in before) || !('form' in after) || happened.type === 'edit') continue
        expect(after.form).toBe(before.form)
      }
    })
  })

  test('nobody is asked again before the server allows', () => {
    forEachWay((steps) => {
      for (const { before, event: happened, after } of steps) {
        if (before.status !== 'failed' || before.retryAt === null) continue
        if ('now' in happened && happened.now < before.retryAt) expect(after).toBe(before)
      }
    })
  })
})
