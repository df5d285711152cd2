import { type RefObject, useEffect } from 'react'

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
