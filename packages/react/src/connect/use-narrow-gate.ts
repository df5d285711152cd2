import { type RefObject, useCallback, useState } from 'react'

/** Nectar's page needs this much, in CSS pixels. */
const FRAME_WIDTH = 720

interface NarrowGate {
  /** What waits for the customer's decision; null: nothing. */
  waiting: (() => void) | null
  whenWide: (action: () => void) => void
  goOnAnyway: () => void
  forget: () => void
}

/** Holds back what needs a frame while there is no room for one, until the customer wants it all the same. */
export function useNarrowGate(measured: RefObject<HTMLElement | null>): NarrowGate {
  const [waiting, setWaiting] = useState<(() => void) | null>(null)

  const whenWide = useCallback(
    (action: () => void) => {
      const width = measured.current?.clientWidth ?? document.documentElement.clientWidth
      if (width < FRAME_WIDTH) setWaiting(() => action)
      else action()
    },
    [measured],
  )

  return {
    waiting,
    whenWide,
    goOnAnyway() {
      setWaiting(null)
      waiting?.()
    },
    forget: () => setWaiting(null),
  }
}
