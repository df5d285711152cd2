import type { ActionState } from '@nectar-connect/client'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * When the button that had the focus is gone with what was asked, this takes it: nobody starts at the top again.
 *
 * @param isHandedOver The button was elsewhere, and is gone with all that was around it.
 */
export function useRegainedFocus(
  ref: RefObject<HTMLElement | null>,
  { status }: ActionState,
  isHandedOver = false,
): void {
  const last = useRef<ActionState['status']>(isHandedOver ? 'busy' : status)
  useEffect(() => {
    const before = last.current
    last.current = status
    const isOver = status !== 'asking' && status !== 'busy'
    if (!isOver || (before !== 'asking' && before !== 'busy')) return
    const root = ref.current?.getRootNode()
    if (!(root instanceof Document || root instanceof ShadowRoot)) return
    if (root.activeElement === null || root.activeElement === document.body) {
      ref.current?.focus({ preventScroll: true })
    }
  }, [ref, status])
}
