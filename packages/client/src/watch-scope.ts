import { createStore, type ReadableStore } from './lib/store.ts'
import type { Platform } from './platform/platform.ts'

/** In milliseconds. */
const QUIET_MS = 5_000

/** Follows the scope of the answers. A change counts at once; only reading because of it may have to wait. */
export function watchScope({ now, setTimer }: Pick<Platform, 'now' | 'setTimer'>) {
  const scope = createStore<string | null>(null)
  const isSettled = createStore(true)
  let changedAt = Number.NEGATIVE_INFINITY

  function wait() {
    if (!isSettled.get()) return
    isSettled.set(false)
    setTimer(() => {
      changedAt = now()
      isSettled.set(true)
    }, QUIET_MS)
  }

  return {
    /** The opaque name of user and company, as last answered; null before the first answer. */
    scope: scope as ReadableStore<string | null>,
    /** False for 5 seconds after two changes within 5, as servers disagree on who this is: nothing is read then. */
    isSettled: isSettled as ReadableStore<boolean>,
    /** Notes the scope that an answer names. */
    note(answered: string) {
      const before = scope.get()
      if (answered === before) return
      if (before !== null) {
        if (now() - changedAt < QUIET_MS) wait()
        changedAt = now()
      }
      scope.set(answered)
    },
  }
}
