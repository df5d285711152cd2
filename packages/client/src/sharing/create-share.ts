import type { InvitationView, MailLanguage, Prefill, ShareRequest } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { asConnectError } from '../lib/connect-error.ts'
import { createStore, type ReadableStore } from '../lib/store.ts'
import { withClipboard } from '../platform/clipboard.ts'
import type { Platform } from '../platform/platform.ts'
import { shareInvitation } from '../requests.ts'
import { type ActionDone, createAction, linkToCopy } from './action.ts'
import { recipientOf } from './recipient.ts'
import { createShareAttempts } from './share-attempts.ts'

/** What somebody else is asked to do. */
export type ShareIntent = { kind: 'contributor' } | { kind: 'reconnect'; connectionId: string }

/** What the sender fills in. */
export interface ShareForm {
  /** As it was typed. */
  to: string
  note: string
  language: MailLanguage
}

export interface ShareOptions {
  intent: ShareIntent
  form: ShareForm
  /** The host's own data for its invitation policy. */
  input?: Record<string, unknown> | undefined
  /** What is filled in on Nectar's page beforehand, for a new connection. */
  prefill?: Prefill | undefined
  /** Whether the mail is the host's: Nectar's own has neither note nor language. */
  isOwnMail: boolean
  /** Called once for an invitation that was made: also after the dialog was closed. */
  onShared?: (invitation: InvitationView) => void
}

export type Share = ReturnType<typeof createShare>

/**
 * Asking a colleague once: what is filled in, the phase, what the sender can do, and the effects behind it.
 *
 * @example
 * const share = createShare(client, browserPlatform(), { intent, form, isOwnMail: true })
 * share.edit({ to: 'dana.ruiz@northpoint.example' })
 * share.send()
 */
export function createShare(client: ConnectClient, browser: Platform, options: ShareOptions) {
  const platform = withClipboard(browser)
  const { input, prefill } = options
  const isPrefilled = options.intent.kind === 'contributor' && prefill !== undefined
  const intent = isPrefilled ? { ...options.intent, prefill } : options.intent
  const form = createStore(options.form)
  const attempts = createShareAttempts(client, platform)
  const action = createAction(platform, ({ outcome, invitation }) => {
    if (outcome === 'sent') options.onShared?.(invitation)
  })

  async function share(by: 'mail' | 'link'): Promise<ActionDone> {
    const place = `${by}:${intent.kind === 'reconnect' ? intent.connectionId : 'new'}`
    const content = { ...intent, ...(input === undefined ? {} : { input }), ...contentOf(by) }
    const idempotencyKey = await attempts.keyOf(place, JSON.stringify(content))
    try {
      const { outcome, invitation, url } = await shareInvitation(client, { ...content, idempotencyKey })
      attempts.settle(place, idempotencyKey)
      return { outcome, invitation, copy: linkToCopy(url) }
    } catch (cause) {
      // After any other error, something may have been sent.
      if (asConnectError(cause).code === 'idempotency_conflict') attempts.settle(place, idempotencyKey)
      throw cause
    }
  }

  function contentOf(by: 'mail' | 'link'): Pick<ShareRequest, 'to' | 'note' | 'language'> {
    if (by === 'link') return { to: null }
    const { to, note, language } = form.get()
    const text = note.trim()
    const words = options.isOwnMail ? { language, ...(text === '' ? {} : { note: text }) } : {}
    return { to: recipientOf(to), ...words }
  }

  return {
    intent: options.intent,
    form: form as ReadableStore<ShareForm>,
    phase: action.phase,
    retryInMs: action.retryInMs,
    /** Ends a failure, and does nothing once it is on its way. */
    edit(change: Partial<ShareForm>) {
      const { status } = action.phase.get()
      if (status === 'working' || status === 'done') return
      form.set({ ...form.get(), ...change })
      action.reset()
    },
    /** Mails the link. The same form again is the same request, until its outcome is known. */
    send() {
      const isSent = action.phase.get().status === 'done'
      if (!isSent && recipientOf(form.get().to) !== '') action.run('mail', () => share('mail'))
    },
    /** Makes a link and copies it. To be called in an event of the customer's. */
    copyLink() {
      if (action.phase.get().status !== 'done') action.run('link', () => share('link'), { isCopied: true })
    },
    /** Copies the link once more. To be called in an event of the customer's. */
    copyAgain: action.copyAgain,
  }
}
