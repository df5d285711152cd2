import type { InvitationView } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { asConnectError, type ConnectError } from '../lib/connect-error.ts'
import type { Platform } from '../platform/platform.ts'

/** How often the backend is asked, in milliseconds: soon at first, then less and less. */
const FIRST_MS = 2_000
const LONGEST_MS = 15_000
const GROWTH = 1.15

/** So many failures in a row are reported, even if they may pass. */
const WORTH_A_WORD = 2

/**
 * Asks the backend about an invitation for as long as the session owns it. Paused while the page is hidden, at
 * once when it is shown again. Failures are reported and waited out, as long as the server says; the watch ends by
 * itself only when there is no such invitation.
 */
export function watchInvitation(
  client: Pick<ConnectClient, 'getInvitation'>,
  platform: Platform,
  id: string,
  report: (result: { view: InvitationView } | { error: ConnectError }) => void,
) {
  let delay = FIRST_MS
  let failures = 0
  let notBefore = 0
  let isEnded = false
  let isAsking = false
  let isHinted = false
  let cancelTimer = schedule(delay)
  const endReturn = platform.onReturn(look)

  function schedule(ms: number) {
    return platform.setTimer(ask, Math.max(ms, notBefore - platform.now()))
  }

  /** Asks now: something may have happened. */
  function look() {
    if (isEnded || platform.now() < notBefore) return
    delay = FIRST_MS
    // An answer that is on its way may be older than the hint.
    isHinted = isAsking
    ask()
  }

  function ask() {
    cancelTimer()
    if (isEnded || isAsking || !platform.isVisible()) return
    isAsking = true
    client.getInvitation(id).then(succeed, fail).finally(next)
  }

  function succeed(view: InvitationView) {
    failures = 0
    if (!isEnded) report({ view })
  }

  function fail(cause: unknown) {
    if (isEnded) return
    const error = asConnectError(cause)
    failures++
    if (error.code === 'not_found') end()
    if (error.retryAfterMs !== null) notBefore = platform.now() + error.retryAfterMs
    if (!error.isRetryable || failures >= WORTH_A_WORD) report({ error })
  }

  function next() {
    isAsking = false
    if (isEnded) return
    delay = isHinted ? FIRST_MS : Math.min(delay * GROWTH, LONGEST_MS)
    cancelTimer = schedule(isHinted ? 0 : delay)
    isHinted = false
  }

  function end() {
    isEnded = true
    cancelTimer()
    endReturn()
  }

  return { look, end }
}
