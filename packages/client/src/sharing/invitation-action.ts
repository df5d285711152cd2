import type { InvitationView, MailLanguage, RemindResponse } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { asConnectError, type ConnectError } from '../lib/connect-error.ts'
import { createStore, type ReadableStore } from '../lib/store.ts'
import type { Platform } from '../platform/platform.ts'

/** The sender's actions on a sent invitation, one at a time. */
export type ActionState =
  | { status: 'rest' }
  /** Revoking cannot be undone, so it is asked about. */
  | { status: 'asking' }
  | { status: 'busy'; by: 'remind' | 'revoke' }
  | { status: 'reminded'; link: RemindResponse['link'] }
  /** A link to pass on, a bearer secret: it lives here and nowhere else. */
  | { status: 'linked'; link: RemindResponse['link']; url: string; copy: 'pending' | 'copied' | 'failed' }
  | { status: 'revoked' }
  | { status: 'failed'; by: 'remind' | 'revoke'; error: ConnectError; retryAt: number | null }

export interface InvitationAction {
  readonly phase: ReadableStore<ActionState>
  /** Sends a mail once more, or copies the link of one that was copied. To be called in an event of the customer's. */
  remind(invitation: InvitationView, language?: MailLanguage): void
  /** Asks the sender to confirm. */
  ask(): void
  revoke(invitation: InvitationView): void
  /** Back to the start. */
  dismiss(): void
  retryInMs(): number
}

/** @param onChanged called with the changed invitation */
export function createInvitationAction(
  client: ConnectClient,
  { now, createId, copyText }: Platform,
  onChanged: (invitation: InvitationView) => void,
): InvitationAction {
  const phase = createStore<ActionState>({ status: 'rest' })
  /** It is unknown whether this reminder was sent: the next try repeats it. */
  let pendingRetry: string | null = null

  const isBusy = () => phase.get().status === 'busy'

  function retryInMs() {
    const current = phase.get()
    return current.status === 'failed' && current.retryAt !== null ? Math.max(0, current.retryAt - now()) : 0
  }

  function fail(by: 'remind' | 'revoke', cause: unknown) {
    const error = asConnectError(cause)
    const retryAt = error.retryAfterMs === null ? null : now() + error.retryAfterMs
    phase.set({ status: 'failed', by, error, retryAt })
  }

  async function remind(invitation: InvitationView, language: MailLanguage | undefined) {
    const idempotencyKey = pendingRetry ?? createId()
    pendingRetry = idempotencyKey
    const request = { idempotencyKey, ...(language === undefined ? {} : { language }) }
    try {
      const answer = await client.remind(invitation.id, request)
      pendingRetry = null
      const { link, url } = answer
      phase.set(
        url === undefined ? { status: 'reminded', link } : { status: 'linked', link, url, copy: 'pending' },
      )
      onChanged(answer.invitation)
      return url
    } catch (cause) {
      const error = asConnectError(cause)
      // The server's answer is final for this reminder: another try is another reminder.
      if (error.code === 'idempotency_conflict' || error.code === 'outcome_unknown') pendingRetry = null
      fail('remind', error)
      return undefined
    }
  }

  function noteCopy(copy: 'copied' | 'failed') {
    const current = phase.get()
    if (current.status === 'linked') phase.set({ ...current, copy })
  }

  return {
    phase,
    retryInMs,
    remind(invitation, language) {
      if (isBusy() || retryInMs() > 0) return
      phase.set({ status: 'busy', by: 'remind' })
      const url = remind(invitation, language)
      if (invitation.sharing?.via !== 'link') return
      const text = url.then((made) => made ?? Promise.reject(new Error('there is no link')))
      copyText(text).then(
        () => noteCopy('copied'),
        () => noteCopy('failed'),
      )
    },
    ask() {
      if (!isBusy()) phase.set({ status: 'asking' })
    },
    revoke(invitation) {
      if (isBusy() || retryInMs() > 0) return
      phase.set({ status: 'busy', by: 'revoke' })
      client.revokeInvitation(invitation.id).then(
        (answer) => {
          phase.set({ status: 'revoked' })
          onChanged(answer)
        },
        (cause: unknown) => fail('revoke', cause),
      )
    },
    dismiss() {
      if (!isBusy()) phase.set({ status: 'rest' })
    },
  }
}
