import type { ActionState } from '@nectar-connect/client'
import { type RefObject, useEffect, useRef } from 'react'

/** A new screen starts at its heading, and at its top. Inline, the first screen leaves the focus where it is. */
export function useHeadingFocus(
  anchor: RefObject<HTMLElement | null>,
  titleId: string,
  screen: string,
  presentation: 'dialog' | 'inline',
) {
  const last = useRef(presentation === 'inline' ? screen : null)
  useEffect(() => {
    if (last.current === screen) return
    last.current = screen
    const root = anchor.current?.getRootNode()
    if (!(root instanceof Document || root instanceof ShadowRoot)) return
    const heading = root.getElementById(titleId)
    heading?.focus({ preventScroll: presentation === 'dialog' })
    const dialog = heading?.closest('dialog')
    if (dialog) dialog.scrollTop = 0
  }, [anchor, titleId, screen, presentation])
}

/**
 * Where the element that has the focus goes away, the heading takes it: nobody starts at the top of the page again.
 *
 * @param anchor a child of what is watched
 */
export function useKeptFocus(anchor: RefObject<HTMLElement | null>, titleId: string) {
  useEffect(() => {
    const region = anchor.current?.parentElement
    const root = region?.getRootNode()
    if (!region || !(root instanceof Document || root instanceof ShadowRoot)) return undefined
    let last = root.activeElement
    if (!region.contains(last)) last = null

    const enter = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null
    }
    const leave = ({ target }: FocusEvent) => {
      // Some browsers tell of this also when the element is taken away, which is known a moment later.
      queueMicrotask(() => {
        if (target === last && last?.isConnected && root.activeElement !== last) last = null
      })
    }
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected) return
      last = null
      const isNowhere = root.activeElement === null || root.activeElement === document.body
      if (isNowhere) root.getElementById(titleId)?.focus({ preventScroll: true })
    })
    region.addEventListener('focusin', enter)
    region.addEventListener('focusout', leave)
    observer.observe(region, { childList: true, subtree: true })
    return () => {
      region.removeEventListener('focusin', enter)
      region.removeEventListener('focusout', leave)
      observer.disconnect()
    }
  }, [anchor, titleId])
}

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

/** What has the focus, also inside shadow roots. */
export function activeElement(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : null
}
