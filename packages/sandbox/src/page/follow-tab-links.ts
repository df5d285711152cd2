import { PAGE_ORIGIN } from './page-origin.ts'
import { OPAQUE_FRAME, showHostedPage } from './show-hosted-page.ts'

/**
 * Opens links to the hosted page in tabs of their own. Such a tab is a frame around everything, fed by the page that
 * opened it: it lives as long as that one.
 *
 * @returns ends it
 */
export function followTabLinks(root: Document, fetch: (request: Request) => Promise<Response>): () => void {
  const end = new AbortController()
  // While it is captured: the dialog lets no event of its own reach the page.
  root.addEventListener('click', follow, { capture: true, signal: end.signal })
  return () => end.abort()

  function follow(event: MouseEvent): void {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (!link?.href.startsWith(`${PAGE_ORIGIN}/p/i/`)) return
    event.preventDefault()
    const tab = window.open('', '_blank')
    if (tab === null) return
    const frame = tab.document.createElement('iframe')
    frame.setAttribute('sandbox', OPAQUE_FRAME)
    frame.title = 'Nectar’s sign-in page'
    frame.style.cssText = 'position:fixed;inset:0;inline-size:100%;block-size:100%;border:0'
    tab.document.title = frame.title
    tab.document.body.append(frame)
    const stop = showHostedPage({ fetch, frame, url: link.href, onShown: () => {} })
    tab.addEventListener('pagehide', stop)
  }
}
