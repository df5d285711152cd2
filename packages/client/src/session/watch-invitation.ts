import type { InvitationView } from '@nectar-connect/contract'
import { ConnectError } from '../connect-error.ts'
import type { SessionEnvironment } from './environment.ts'

/** How often the backend is asked, in milliseconds: soon at first, then less and less. */
const FIRST_MS = 2_000
const LONGEST_MS = 15_000
const GROWTH = 1.15

export interface InvitationWatch {
  /** Look now: somebody hinted that something happened. */
  look(): void
  end(): void
}

/**
 * Asks the backend about an invitation for as long as it is on screen. Paused while the page is hidden, at once when
 * it is shown again. Passing failures are waited out; a definite one is reported once and ends the watch.
 */
export function watchInvitation(
  environment: SessionEnvironment,
  id: string,
  report: (result: { view: InvitationView } | { error: ConnectError }) => void,
): InvitationWatch {
  let delay = FIRST_MS
  let isEnded = false
  let isAsking = false
  let cancelTimer = schedule()
  const endReturn = environment.onReturn(look)

  function schedule() {
    return environment.setTimer(ask, delay)
  }

  function look() {
    if (isEnded) return
    delay = FIRST_MS
    ask()
  }

  function ask() {
    cancelTimer()
    if (isEnded || isAsking) return
    if (!environment.isVisible()) return
    isAsking = true
    environment.client
      .getInvitation(id)
      .then(
        (view) => settle({ view }),
        (error: unknown) => {
          if (!ConnectError.is(error)) throw error
          if (!error.isRetryable) return settle({ error })
          delay = Math.max(delay, error.retryAfterMs ?? 0)
        },
      )
      .finally(next)
  }

  function settle(result: { view: InvitationView } | { error: ConnectError }) {
    if (isEnded) return
    if ('error' in result) end()
    report(result)
  }

  function next() {
    isAsking = false
    if (isEnded) return
    delay = Math.min(delay * GROWTH, Math.max(delay, LONGEST_MS))
    cancelTimer = schedule()
  }

  function end() {
    isEnded = true
    cancelTimer()
    endReturn()
  }

  return { look, end }
}
