import { useCallback, useState } from 'react'
import { useLatest } from '../context/call-host.ts'

/** A window with less than this, in CSS pixels, is a phone's. Nectar's page scrolls sideways a little in one with more. */
const WINDOW_WIDTH = 600

interface NarrowGate {
  /** What waits for the customer's decision; null: nothing. */
  waiting: (() => void) | null
  requireWidth: (action: () => void) => void
  goOnAnyway: () => void
  forget: () => void
}

/**
 * Holds back what needs a frame while the window has no room for one, until the customer wants it all the same.
 *
 * @param beforeFrame called before what has room is done
 */
export function useMinimumWidth(beforeFrame?: () => void): NarrowGate {
  const [waiting, setWaiting] = useState<(() => void) | null>(null)
  const latest = useLatest(beforeFrame)

  const requireWidth = useCallback(
    (action: () => void) => {
      if (document.documentElement.clientWidth < WINDOW_WIDTH) {
        setWaiting(() => action)
        return
      }
      latest.current?.()
      action()
    },
    [latest],
  )

  return {
    waiting,
    requireWidth,
    goOnAnyway() {
      setWaiting(null)
      waiting?.()
    },
    forget: () => setWaiting(null),
  }
}
