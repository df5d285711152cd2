import { isKnownNotCreated } from '../invitations/idempotent-creates.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { ConnectStore } from '../stores/connect-store.ts'

const COME_BACK_MS = 2_000

/**
 * Does something at most once for a key, over all processes that share the store, and never two things for one
 * subject at a time. A failure that proves that nothing was made lets it be tried again.
 *
 * @param work Calls `onSend` right before what must not be repeated. `isDone: false`: nothing was done.
 * @returns null when it was done before.
 * @throws NectarConnectError `busy` while it, or another of the same subject, is being done.
 */
export async function once<T>(
  store: Pick<ConnectStore, 'claim' | 'commit' | 'release'>,
  key: string,
  subject: string,
  work: (onSend: () => void) => Promise<{ value: T; isDone: boolean }>,
): Promise<T | null> {
  const claim = await store.claim(key, subject)
  if (claim.state === 'busy') throw new NectarConnectError('busy', { retryAfterMs: COME_BACK_MS })
  if (claim.state === 'done') return null
  let isSent = false
  try {
    const { value, isDone } = await work(() => {
      isSent = true
    })
    await (isDone ? store.commit(claim.token, null) : store.release(claim.token))
    return value
  } catch (error) {
    if (isSent && !isKnownNotCreated(error)) await store.commit(claim.token, null)
    else await store.release(claim.token)
    throw error
  }
}
