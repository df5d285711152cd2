import type { InvitationView, RemindResponse, ShareResponse } from '@nectar-connect/contract/wire'
import { asConnectError, type ConnectError } from '../lib/connect-error.ts'
import { createStore, type ReadableStore } from '../lib/store.ts'
import type { SharingPlatform } from '../platform/clipboard.ts'

/** What is done: a link is mailed or made to be copied, somebody is reminded of one, or it is revoked. */
export type ActionBy = 'mail' | 'link' | 'remind' | 'revoke'

/** A link to copy, a bearer secret: it is kept only here. */
export interface LinkCopy {
  url: string
  /** Whether the clipboard has it. */
  state: 'pending' | 'copied' | 'failed'
}

/** What an action did. */
export interface ActionDone {
  outcome: ShareResponse['outcome'] | RemindResponse['link'] | 'revoked'
  invitation: InvitationView
  /** Null: there is nothing to copy. */
  copy: LinkCopy | null
}

/** An action of the sender's. Exactly one phase at a time, each with just what is valid in it. */
export type ActionPhase =
  | { status: 'idle' }
  /** Asked to confirm what cannot be undone. */
  | { status: 'confirming' }
  | { status: 'working'; by: ActionBy }
  | ({ status: 'done'; by: ActionBy } & ActionDone)
  /** `retryAt`: not before this moment on the platform's clock, the server said so; null: at any time. */
  | { status: 'failed'; by: ActionBy; error: ConnectError; retryAt: number | null }

/** One thing at a time, and not before the server allows it. @param onDone called once for each success */
export function createAction(
  { now, copyText }: SharingPlatform,
  onDone: (done: ActionDone, by: ActionBy) => void,
) {
  const phase = createStore<ActionPhase>({ status: 'idle' })

  /** Milliseconds until a failure may be retried; 0: now. */
  function retryInMs(): number {
    const current = phase.get()
    return current.status === 'failed' && current.retryAt !== null ? Math.max(0, current.retryAt - now()) : 0
  }

  function noteCopy(state: LinkCopy['state']) {
    const current = phase.get()
    if (current.status !== 'done' || current.copy === null) return
    phase.set({ ...current, copy: { ...current.copy, state } })
  }

  function copy(url: Promise<string>) {
    copyText(url).then(
      () => noteCopy('copied'),
      () => noteCopy('failed'),
    )
  }

  return {
    phase: phase as ReadableStore<ActionPhase>,
    retryInMs,
    /** Does nothing while something is done, or too early. With `isCopied`, in an event of the customer's. */
    run(by: ActionBy, work: () => Promise<ActionDone>, { isCopied = false } = {}) {
      if (phase.get().status === 'working' || retryInMs() > 0) return
      phase.set({ status: 'working', by })
      const result = work()
      result.then(
        (done) => {
          phase.set({ status: 'done', by, ...done })
          onDone(done, by)
        },
        (cause: unknown) => {
          const error = asConnectError(cause)
          const retryAt = error.retryAfterMs === null ? null : now() + error.retryAfterMs
          phase.set({ status: 'failed', by, error, retryAt })
        },
      )
      if (isCopied)
        copy(result.then(({ copy }) => copy?.url ?? Promise.reject(new Error('there is no link'))))
    },
    copyAgain() {
      const current = phase.get()
      if (current.status === 'done' && current.copy !== null) copy(Promise.resolve(current.copy.url))
    },
    /** Back to the start, or to a question. Does nothing while something is done. */
    reset(to: 'idle' | 'confirming' = 'idle') {
      if (phase.get().status !== 'working') phase.set({ status: to })
    },
  }
}

export function linkToCopy(url: string | undefined): LinkCopy | null {
  return url === undefined ? null : { url, state: 'pending' }
}
