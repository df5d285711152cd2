import * as z from 'zod/mini'
import { SandboxError } from '../lib/errors.ts'
import { bridgeScript, type FrameRequest } from './bridge-script.ts'
import { noPage } from './no-page.ts'
import { PAGE_ORIGIN } from './page-origin.ts'
import { selfContained } from './self-contained.ts'

/** Scripts and forms, and no origin: nothing of the page around it can be reached. */
export const OPAQUE_FRAME = 'allow-scripts allow-forms'

type Answer = (request: Request) => Promise<Response>

interface HostedPage {
  fetch: Answer
  frame: HTMLIFrameElement
  url: string
  /** Called whenever a page is there. */
  onShown: () => void
}

const hello = z.object({ nectarSandboxPage: z.string() })

const frameRequest: z.ZodMiniType<FrameRequest> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('send'),
    method: z.string(),
    action: z.string(),
    fields: z.array(z.tuple([z.string(), z.string()])),
  }),
  z.strictObject({ type: z.literal('follow'), href: z.string() }),
])

/**
 * Carries pages into an opaque frame, and its forms and links back to the sandbox.
 *
 * Who speaks is known by the window and by a secret that only the document in it was told: an opaque origin reads
 * `null`, like that of anybody else's opaque frame, and a window stays the same when its document is replaced.
 *
 * @returns ends it
 */
export function showHostedPage({ fetch, frame, url, onShown }: HostedPage): () => void {
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
    offered.onmessage = (message) => fulfill(at, message.data)
    onShown()
  }

  function fulfill(at: string, data: unknown): void {
    const asked = frameRequest.safeParse(data)
    const request = asked.success ? toRequest(at, asked.data) : null
    if (request !== null) void move(request)
  }

  async function move(request: Request): Promise<void> {
    moving.abort()
    moving = new AbortController()
    const { signal } = moving
    const markup = await answer(new Request(request, { signal }))
    if (signal.aborted) return
    const secret = crypto.randomUUID()
    const script = bridgeScript(secret, window.location.origin)
    const page = await selfContained({ markup, nonce: secret, script, read })
    if (signal.aborted) return
    shown.set(secret, request.url)
    frame.srcdoc = page
  }

  async function answer(request: Request): Promise<string> {
    try {
      const response = await fetch(request)
      return response.headers.has('x-frame-options') ? noPage('refused') : await response.text()
    } catch {
      return noPage('broken')
    }
  }

  function read(path: string): Promise<Response> {
    return fetch(new Request(new URL(path, PAGE_ORIGIN)))
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

function toRequest(at: string, asked: FrameRequest): Request | null {
  const url = hostedUrl(asked.type === 'send' ? asked.action : asked.href, at)
  if (url === null) return null
  if (asked.type === 'follow') return new Request(url)
  const fields = new URLSearchParams(asked.fields)
  if (asked.method.toLowerCase() === 'post') return new Request(url, { method: 'POST', body: fields })
  url.search = fields.toString()
  return new Request(url)
}
