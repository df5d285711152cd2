import type { InvitationView } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { asConnectError } from '../lib/connect-error.ts'
import { createStore, type ReadableStore } from '../lib/store.ts'
import type { Platform } from '../platform/platform.ts'
import { isSettled, reduceShare, startShare } from './reduce-share.ts'
import { contentOf, linkRequest, previewRequest, type ShareInput, sendRequest } from './share-content.ts'
import type { ShareBy, ShareEvent, ShareForm, ShareIntent, SharePhase } from './share-phase.ts'
import { createShareStorage } from './share-storage.ts'

export interface ShareOptions {
  intent: ShareIntent
  form: ShareForm
  /** The host's own data for its invitation policy. */
  input?: ShareInput
  /** Whether the mail is the host's: Nectar's own has neither note nor language. */
  isOwnMail: boolean
  /** Called once for each answer, with the invitations that were made: also after the dialog was closed. */
  onShared?: (invitations: readonly InvitationView[]) => void
}

/** Asking colleagues once: the phase, what the sender can do, and the effects behind it. */
export interface Share {
  readonly intent: ShareIntent
  readonly phase: ReadableStore<SharePhase>
  edit(change: Partial<ShareForm>): void
  preview(): void
  back(): void
  /** Sends what is filled in; after a failure, what was not sent. */
  send(): void
  /** Makes a link and copies it. To be called in an event of the customer's. */
  copyLink(): void
  /** Copies the link once more. To be called in an event of the customer's. */
  copyAgain(): void
  /** Milliseconds until a failure may be retried; 0: now. */
  retryInMs(): number
}

type OnItsWay = Extract<SharePhase, { status: 'sending' | 'copying' }>

/**
 * @example
 * const share = createShare(client, browserPlatform(), { intent, form, isOwnMail: true })
 * share.edit({ draft: 'dana.ruiz@northpoint.example' })
 * share.send()
 */
export function createShare(client: ConnectClient, platform: Platform, options: ShareOptions): Share {
  const stored = createShareStorage(client, platform)
  const { intent } = options
  const wanted = { intent, input: options.input, isOwnMail: options.isOwnMail }
  const phase = createStore<SharePhase>(startShare(options.form))
  /** Takes the link that is being made to the clipboard. */
  let link: { resolve: (url: string) => void; reject: (error: unknown) => void } | null = null

  function dispatch(event: ShareEvent): boolean {
    const before = phase.get()
    phase.set(reduceShare(before, event))
    return phase.get() !== before
  }

  function placeOf(by: ShareBy): string {
    return `${by}:${intent.kind === 'reconnect' ? intent.connectionId : 'new'}`
  }

  /** The name of the attempt: the one from before a reload where the same was asked for, else a new one. */
  async function name(by: ShareBy, form: ShareForm): Promise<string> {
    const name = placeOf(by)
    const content = by === 'mail' ? contentOf(form) : 'link'
    // Salted with the scope: the same addresses have another digest for another user.
    const salted = JSON.stringify([client.scope.get(), intent, options.input ?? null, content])
    const digest = await platform.digest(salted).catch(() => null)
    const idempotencyKey = (digest && stored.find(name, digest)) ?? platform.createId()
    if (digest) stored.keep(name, digest, idempotencyKey)
    return idempotencyKey
  }

  async function run(by: ShareBy) {
    const started = phase.get() as OnItsWay
    const idempotencyKey = started.idempotencyKey ?? (await name(by, started.form))
    dispatch({ type: 'named', idempotencyKey })
    try {
      if (by === 'mail') await mail(started.form, idempotencyKey)
      else await createLink(idempotencyKey)
    } catch (cause) {
      const error = asConnectError(cause)
      if (error.code === 'idempotency_conflict') stored.forget(placeOf(by), idempotencyKey)
      dispatch({ type: 'refused', idempotencyKey, error, now: platform.now() })
      link?.reject(error)
    }
  }

  async function mail(form: ShareForm, idempotencyKey: string) {
    const { results } = await client.shareInvitations(sendRequest(wanted, form, idempotencyKey))
    if (isSettled(results)) stored.forget(placeOf('mail'), idempotencyKey)
    dispatch({ type: 'answered', idempotencyKey, results })
    const made = results.filter(({ outcome }) => outcome === 'sent')
    notify(made.flatMap(({ invitation }) => invitation ?? []))
  }

  async function createLink(idempotencyKey: string) {
    const created = await client.shareLink(linkRequest(wanted, idempotencyKey))
    stored.forget(placeOf('link'), idempotencyKey)
    dispatch({ type: 'created', idempotencyKey, invitation: created })
    link?.resolve(created.url)
    const { url: _, ...invitation } = created
    notify([invitation])
  }

  function notify(invitations: readonly InvitationView[]) {
    if (invitations.length > 0) options.onShared?.(invitations)
  }

  function copy(text: Promise<string>) {
    platform.copyText(text).then(
      () => dispatch({ type: 'copied' }),
      () => dispatch({ type: 'copy_failed' }),
    )
  }

  return {
    intent,
    phase,
    edit: (change) => void dispatch({ type: 'edit', change }),
    back: () => void dispatch({ type: 'back' }),
    preview() {
      if (!dispatch({ type: 'preview' })) return
      const current = phase.get()
      if (current.status !== 'previewing') return
      client.previewMail(previewRequest(wanted, current.form)).then(
        (preview) => dispatch({ type: 'preview_read', preview }),
        (cause: unknown) => dispatch({ type: 'preview_failed', error: asConnectError(cause) }),
      )
    },
    send() {
      if (dispatch({ type: 'send', now: platform.now() })) void run('mail')
    },
    copyLink() {
      if (!dispatch({ type: 'copy_link', now: platform.now() })) return
      copy(
        new Promise<string>((resolve, reject) => {
          link = { resolve, reject }
        }),
      )
      void run('link')
    },
    copyAgain() {
      const current = phase.get()
      if (current.status === 'linked') copy(Promise.resolve(current.url))
    },
    retryInMs() {
      const current = phase.get()
      if (current.status !== 'failed' || current.retryAt === null) return 0
      return Math.max(0, current.retryAt - platform.now())
    },
  }
}
