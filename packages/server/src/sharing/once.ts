import { isKnownNotCreated } from '../invitations/idempotent-creates.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { ConnectStore } from '../stores/connect-store.ts'

/** The result of work that must not be done twice. */
export interface OnceOutcome<T> {
  value: T
  /** Whether it is done: false lets the same key try again. */
  isDone: boolean
}

export type Once<T> = { state: 'ran'; value: T } | { state: 'done' }

const COME_BACK_MS = 2_000

/**
 * Does something at most once for a key, over all processes that share the store, and never two things for one
 * subject at a time. A failure lets it be tried again if nothing was sent, or if it proves that nothing was made.
 *
 * @param work Calls `onSend` right before it does what must not be repeated.
 * @throws NectarConnectError `busy` while it, or another of the same subject, is being done; whatever `work` throws.
 */
export async function once<T>(
  store: Pick<ConnectStore, 'claim' | 'commit' | 'release'>,
  key: string,
  subject: string,
  work: (onSend: () => void) => Promise<OnceOutcome<T>>,
): Promise<Once<T>> {
  const claim = await store.claim(key, subject)
  if (claim.state === 'busy') throw new NectarConnectError('busy', { retryAfterMs: COME_BACK_MS })
  if (claim.state === 'done') return { state: 'done' }
  let isSent = false
  try {
    const { value, isDone } = await work(() => {
      isSent = true
    })
    await (isDone ? store.commit(claim.token, null) : store.release(claim.token))
    return { state: 'ran', value }
  } catch (error) {
    if (isSent && !isKnownNotCreated(error)) await store.commit(claim.token, null)
    else await store.release(claim.token)
    throw error
  }
}
