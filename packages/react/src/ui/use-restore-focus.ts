import { type RefObject, useEffect, useRef } from 'react'
import { useLatest } from '../context/use-latest.ts'

/** What has the focus, also inside shadow roots. */
export function activeElement(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : null
}

interface RestoreFocusOptions {
  /** What is watched, once it is there. */
  region: () => HTMLElement | null | undefined
  /**
   * What takes the focus. Default: the region.
   *
   * @param lost what had the focus and all that it stood in, from the inside out
   */
  findNext?: (region: HTMLElement, lost: readonly Element[]) => HTMLElement | null | undefined
  /** It went away elsewhere, just before the region came. */
  wasLost?: boolean
}

/** All that are watched: of several around an element the innermost restores. */
const regions = new Set<Element>()

/**
 * Where the element that has the focus goes away, another takes it: nobody starts at the top of the page again. A focus
 * that somebody moved is left alone.
 */
export function useRestoreFocus(options: RestoreFocusOptions) {
  const latest = useLatest(options)
  useEffect(() => {
    const region = latest.current.region()
    const root = rootOf(region)
    if (!region || !root) return undefined
    /** What has the focus, and all that it stands in. */
    let path: Element[] = []

    const restore = (lost: readonly Element[]) => {
      if (root.activeElement !== null && root.activeElement !== document.body) return
      const { findNext = () => region } = latest.current
      findNext(region, lost)?.focus({ preventScroll: true })
    }
    const note = (focused: Element | null) => {
      path = region.contains(focused) ? pathOf(focused) : []
    }
    const enter = ({ target }: FocusEvent) => note(target instanceof Element ? target : null)
    const leave = ({ target }: FocusEvent) => {
      // Some browsers tell of this also when the element is taken away, which is known a moment later.
      queueMicrotask(() => {
        if (target === path[0] && path[0]?.isConnected && root.activeElement !== target) path = []
      })
    }
    const observer = new MutationObserver(() => {
      if (!path[0] || path[0].isConnected) return
      const lost = path
      path = []
      if (lost.find((element) => element.isConnected && regions.has(element)) === region) restore(lost)
    })
    note(root.activeElement)
    if (latest.current.wasLost) restore([])
    regions.add(region)
    region.addEventListener('focusin', enter)
    region.addEventListener('focusout', leave)
    observer.observe(region, { childList: true, subtree: true })
    return () => {
      regions.delete(region)
      region.removeEventListener('focusin', enter)
      region.removeEventListener('focusout', leave)
      observer.disconnect()
    }
  }, [latest])
}

/**
 * For a dialog or what stands in place of one: a new screen starts at its heading, and at its top, and the heading takes
 * a focus that is lost. Inline, the first screen leaves the focus where it is.
 *
 * @param anchor a child of what is watched
 */
export function useScreenFocus(
  anchor: RefObject<HTMLElement | null>,
  titleId: string,
  screen: string,
  presentation: 'dialog' | 'inline',
) {
  const last = useRef(presentation === 'inline' ? screen : null)
  useEffect(() => {
    if (last.current === screen) return
    last.current = screen
    const heading = rootOf(anchor.current)?.getElementById(titleId)
    heading?.focus({ preventScroll: presentation === 'dialog' })
    const dialog = heading?.closest('dialog')
    if (dialog) dialog.scrollTop = 0
  }, [anchor, titleId, screen, presentation])
  useRestoreFocus({
    region: () => anchor.current?.parentElement,
    findNext: (region) => rootOf(region)?.getElementById(titleId),
  })
}

function rootOf(element: Element | null | undefined): Document | ShadowRoot | null {
  const root = element?.getRootNode()
  return root instanceof Document || root instanceof ShadowRoot ? root : null
}

function pathOf(element: Element | null): Element[] {
  return element ? [element, ...pathOf(element.parentElement)] : []
}
