const NAVIGATED = 'plumbline:navigated'

let focusRequested = false

/** Goes to another page without loading the document again; the new page's heading gets the focus. */
export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    history.pushState(null, '', path)
    scrollTo(0, 0)
  } else {
    history.replaceState(null, '', path)
  }
  focusRequested = true
  dispatchEvent(new Event(NAVIGATED))
}

/** Calls back after every change of page, the browser's Back and Forward included. */
export function onNavigated(listener: () => void): () => void {
  const onBackOrForward = () => {
    focusRequested = true
    listener()
  }
  addEventListener(NAVIGATED, listener)
  addEventListener('popstate', onBackOrForward)
  return () => {
    removeEventListener(NAVIGATED, listener)
    removeEventListener('popstate', onBackOrForward)
  }
}

/** True once after a change of page; never on the first one, where the browser's own start is right. */
export function takeFocusRequest(): boolean {
  const requested = focusRequested
  focusRequested = false
  return requested
}
