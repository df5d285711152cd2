import type { ActionPhase } from '@nectar-connect/client'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * When the button that had the focus is gone with what was asked, this takes it: nobody starts at the top again.
 *
 * @param isHandedOver The button was elsewhere, and is gone with all that was around it.
 */
export function useRegainedFocus(
  ref: RefObject<HTMLElement | null>,
  { status }: ActionPhase,
  isHandedOver = false,
): void {
  const last = useRef<ActionPhase['status']>(isHandedOver ? 'working' : status)
  useEffect(() => {
    const before = last.current
    last.current = status
    const isOver = status !== 'confirming' && status !== 'working'
    if (!isOver || (before !== 'confirming' && before !== 'working')) return
    const root = ref.current?.getRootNode()
    if (!(root instanceof Document || root instanceof ShadowRoot)) return
    if (root.activeElement === null || root.activeElement === document.body) {
      ref.current?.focus({ preventScroll: true })
    }
  }, [ref, status])
}
