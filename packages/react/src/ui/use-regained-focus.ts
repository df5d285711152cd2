import type { ActionState } from '@nectar-connect/client'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * When the button that had the focus is gone with what was asked, this takes it: nobody starts at the top again.
 *
 * @param isHandedOver The button was elsewhere, and is gone with all that was around it.
 */
export function useRegainedFocus(
  ref: RefObject<HTMLElement | null>,
  { name }: ActionState,
  isHandedOver = false,
): void {
  const last = useRef<ActionState['name']>(isHandedOver ? 'busy' : name)
  useEffect(() => {
    const before = last.current
    last.current = name
    const isOver = name !== 'asking' && name !== 'busy'
    if (!isOver || (before !== 'asking' && before !== 'busy')) return
    const root = ref.current?.getRootNode()
    if (!(root instanceof Document || root instanceof ShadowRoot)) return
    if (root.activeElement === null || root.activeElement === document.body) {
      ref.current?.focus({ preventScroll: true })
    }
  }, [ref, name])
}
