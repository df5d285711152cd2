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
