import type { ConnectError } from '../lib/connect-error.ts'
import { contentOf, recipientsOf } from './share-content.ts'
import {
  NOTHING_TRIED,
  type ShareBy,
  type ShareEvent,
  type ShareForm,
  type SharePhase,
  type Tried,
} from './share-phase.ts'

type Filled = Extract<SharePhase, { form: ShareForm }>

/** The next phase. An event that does not belong to the phase changes nothing. */
export function reduceShare(phase: SharePhase, event: ShareEvent): SharePhase {
  switch (event.type) {
    case 'edit':
      if (!isForm(phase)) return phase
      return { status: 'editing', form: { ...phase.form, ...event.change }, tried: phase.tried }
    case 'preview':
      if (!isForm(phase)) return phase
      return { status: 'previewing', ...filledIn(phase), preview: null, error: null }
    case 'preview_read':
      if (!isWaitingForPreview(phase)) return phase
      return { ...phase, preview: event.preview }
    case 'preview_failed':
      if (!isWaitingForPreview(phase)) return phase
      return { ...phase, error: event.error }
    case 'back':
      return phase.status === 'previewing' ? { status: 'editing', ...filledIn(phase) } : phase
    case 'send':
      return send(phase, event.now)
    case 'copy_link':
      if (!isForm(phase) || isTooEarly(phase, event.now)) return phase
      return {
        status: 'copying',
        ...filledIn(phase),
        idempotencyKey: phase.tried.link?.idempotencyKey ?? null,
      }
    case 'named':
      if ((phase.status !== 'sending' && phase.status !== 'copying') || phase.idempotencyKey !== null)
        return phase
      return { ...phase, idempotencyKey: event.idempotencyKey }
    case 'answered': {
      if (phase.status !== 'sending' || phase.idempotencyKey !== event.idempotencyKey) return phase
      const { results } = event
      const mail = isSettled(results) ? null : attempted(phase.form, event.idempotencyKey)
      return { status: 'sent', form: phase.form, tried: { ...phase.tried, mail }, results }
    }
    case 'created': {
      if (phase.status !== 'copying' || phase.idempotencyKey !== event.idempotencyKey) return phase
      const { url, ...invitation } = event.invitation
      return { status: 'linked', invitation, url, copy: 'pending' }
    }
    case 'refused':
      return refused(phase, event)
    case 'copied':
      return phase.status === 'linked' ? { ...phase, copy: 'copied' } : phase
    case 'copy_failed':
      return phase.status === 'linked' ? { ...phase, copy: 'failed' } : phase
    default:
      return event satisfies never
  }
}

/** Whether repeating the same attempt would change nothing. */
export function isSettled(results: readonly { outcome: string; retryable: boolean }[]): boolean {
  return results.every(({ outcome, retryable }) => outcome !== 'failed' || !retryable)
}

function send(phase: SharePhase, now: number): SharePhase {
  const canSend = isForm(phase) || phase.status === 'previewing' || phase.status === 'sent'
  if (!canSend || isTooEarly(phase, now) || recipientsOf(phase.form).length === 0) return phase
  // Only what failed is tried again.
  if (phase.status === 'sent' && phase.tried.mail === null) return phase
  const { mail } = phase.tried
  const isSame = mail !== null && mail.content === contentOf(phase.form)
  return { status: 'sending', ...filledIn(phase), idempotencyKey: isSame ? mail.idempotencyKey : null }
}

interface Refusal {
  idempotencyKey: string
  error: ConnectError
  now: number
}

function refused(phase: SharePhase, { idempotencyKey, error, now }: Refusal): SharePhase {
  const isMine =
    (phase.status === 'sending' || phase.status === 'copying') && phase.idempotencyKey === idempotencyKey
  if (!isMine) return phase
  const by: ShareBy = phase.status === 'sending' ? 'mail' : 'link'
  const retryAt = error.retryAfterMs === null ? null : now + error.retryAfterMs
  return {
    status: 'failed',
    form: phase.form,
    by,
    error,
    retryAt,
    tried: keep(phase, by, idempotencyKey, error),
  }
}

/** Only a key that was used for another request is dropped: after any other error, something may have been sent. */
function keep({ tried, form }: Filled, by: ShareBy, idempotencyKey: string, { code }: ConnectError): Tried {
  if (code === 'idempotency_conflict') return { ...tried, [by]: null }
  return by === 'mail'
    ? { ...tried, mail: attempted(form, idempotencyKey) }
    : { ...tried, link: { idempotencyKey } }
}

function attempted(form: ShareForm, idempotencyKey: string) {
  return { content: contentOf(form), idempotencyKey }
}

function isForm(phase: SharePhase): phase is Extract<SharePhase, { status: 'editing' | 'failed' }> {
  return phase.status === 'editing' || phase.status === 'failed'
}

function isWaitingForPreview(phase: SharePhase): phase is Extract<SharePhase, { status: 'previewing' }> {
  return phase.status === 'previewing' && phase.preview === null && phase.error === null
}

function isTooEarly(phase: SharePhase, now: number): boolean {
  return phase.status === 'failed' && phase.retryAt !== null && now < phase.retryAt
}

function filledIn({ form, tried }: Filled) {
  return { form, tried }
}

export function startShare(form: ShareForm): SharePhase {
  return { status: 'editing', form, tried: NOTHING_TRIED }
}
