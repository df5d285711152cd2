import { html } from 'hono/html'
import * as z from 'zod/mini'
import { SandboxError } from '../errors.ts'
import { PAGE_ORIGIN } from './real-key-guard.ts'
import { bridgeScript, selfContained } from './self-contained-page.ts'

/** Scripts and forms, and no origin: nothing of the page around it can be reached. */
const OPAQUE_FRAME = 'allow-scripts allow-forms'

type Answer = (request: Request) => Promise<Response>

interface HostedFrame {
  fetch: Answer
  frame: HTMLIFrameElement
  url: string
  /** Called whenever a page is there. */
  onShown: () => void
}

const hello = z.object({ nectarSandboxPage: z.string() })

/** What `bridgeScript` sends. */
const frameRequest = z.strictObject({
  method: z.string(),
  action: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
})

/**
 * Carries pages into an opaque frame, and its forms and links back to the sandbox.
 *
 * Who speaks is known by the window and by a secret that only the document in it was told: an opaque origin reads
 * `null`, like that of anybody else's opaque frame, and a window stays the same when its document is replaced.
 *
 * @returns ends it
 */
export function showHostedPage({ fetch, frame, url, onShown }: HostedFrame): () => void {
  assertOpaque(frame)
  const first = hostedUrl(url, url)
  if (first === null) throw new SandboxError('invalid', 'This is no address of the sandbox’s hosted page.')
  const view = frame.ownerDocument.defaultView ?? window
  const end = new AbortController()
  /** Addresses of the documents that were shown, by their secrets: going back in the history shows an earlier one. */
  const shown = new Map<string, string>()
  let moving = new AbortController()
  let port: MessagePort | null = null

  view.addEventListener('message', greet, { signal: end.signal })
  void move(new Request(first))
  return () => {
    end.abort()
    moving.abort()
    port?.close()
  }

  function greet({ source, data, ports: [offered] }: MessageEvent): void {
    const said = hello.safeParse(data)
    if (source !== frame.contentWindow || !said.success || !offered) return
    const at = shown.get(said.data.nectarSandboxPage)
    if (at === undefined) return
    port?.close()
    port = offered
    offered.onmessage = (message) => {
      const asked = frameRequest.safeParse(message.data)
      const request = asked.success ? toRequest(at, asked.data) : null
      if (request !== null) void move(request)
    }
    onShown()
  }

  async function move(request: Request): Promise<void> {
    moving.abort()
    moving = new AbortController()
    const { signal } = moving
    const markup = await answer(new Request(request, { signal }))
    if (signal.aborted) return
    const secret = crypto.randomUUID()
    const script = bridgeScript(secret, window.location.origin)
    const read = (path: string) => fetch(new Request(new URL(path, PAGE_ORIGIN)))
    const page = await selfContained({ markup, nonce: secret, script, read })
    if (signal.aborted) return
    shown.set(secret, request.url)
    frame.srcdoc = page
  }

  async function answer(request: Request): Promise<string> {
    try {
      const response = await fetch(request)
      if (!response.headers.has('x-frame-options')) return await response.text()
      return noPage('The page refused to be shown in a frame.')
    } catch {
      return noPage('The connection was broken.')
    }
  }
}

/**
 * Opens links to the hosted page in tabs of their own. Such a tab is a frame around everything, fed by the page that
 * opened it: it lives as long as that one.
 *
 * @returns ends it
 */
export function followTabLinks(root: Document, fetch: Answer): () => void {
  const end = new AbortController()
  // While it is captured: the dialog lets no event of its own reach the page.
  root.addEventListener('click', follow, { capture: true, signal: end.signal })
  return () => end.abort()

  function follow(event: MouseEvent): void {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (!link || hostedUrl(link.href, link.href) === null) return
    event.preventDefault()
    const tab = window.open('', '_blank')
    if (tab === null) return
    const frame = tab.document.createElement('iframe')
    frame.setAttribute('sandbox', OPAQUE_FRAME)
    frame.title = 'Nectar’s sign-in page'
    frame.style.cssText = 'position:fixed;inset:0;inline-size:100%;block-size:100%;border:0'
    tab.document.title = frame.title
    tab.document.body.append(frame)
    tab.addEventListener('pagehide', showHostedPage({ fetch, frame, url: link.href, onShown: () => {} }))
  }
}

/** @throws SandboxError `invalid`: with its own origin, a frame like this would be the page's own */
function assertOpaque(frame: HTMLIFrameElement): void {
  if (frame.getAttribute('sandbox') === OPAQUE_FRAME && !frame.hasAttribute('src')) return
  throw new SandboxError('invalid', `A frame in a page needs sandbox="${OPAQUE_FRAME}", and no src.`)
}

/** A frame gets to the hosted page, and neither to the API nor to the control: null for any other address. */
function hostedUrl(href: string, base: string): URL | null {
  if (!URL.canParse(href, base)) return null
  const url = new URL(href, base)
  return url.origin === PAGE_ORIGIN && url.pathname.startsWith('/p/i/') ? url : null
}

function toRequest(at: string, { method, action, fields }: z.output<typeof frameRequest>): Request | null {
  const url = hostedUrl(action, at)
  if (url === null) return null
  const body = new URLSearchParams(fields)
  if (method.toLowerCase() === 'post') return new Request(url, { method: 'POST', body })
  if (fields.length > 0) url.search = body.toString()
  return new Request(url)
}

/** What stands in the frame where a browser would show its own page. */
function noPage(why: string): string {
  return String(html`<!doctype html><html lang="en"><head><title>No page</title></head>
<body><main><h1>No page</h1><p>${why}</p></main></body></html>`)
}
