/**
 * Runs inside the frame. An opaque origin has nowhere to send a form to: forms and links go over a channel instead,
 * whose other end goes to the page around the frame and to no other origin. A link is a form without fields.
 *
 * @param secret names this document; nobody else knows it
 * @param hostOrigin of the page around the frame
 */
export function bridgeScript(secret: string, hostOrigin: string): string {
  return `'use strict'
const { port1: port, port2 } = new MessageChannel()
document.addEventListener('submit', (event) => {
  event.preventDefault()
  const { target: form, submitter } = event
  const say = (name) => submitter?.getAttribute('form' + name) ?? form.getAttribute(name) ?? ''
  const fields = [...new FormData(form, submitter)].filter(([, value]) => typeof value === 'string')
  port.postMessage({ method: say('method'), action: say('action'), fields })
})
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]')
  if (!link) return
  event.preventDefault()
  port.postMessage({ method: 'get', action: link.getAttribute('href'), fields: [] })
})
parent.postMessage({ nectarSandboxPage: ${JSON.stringify(secret)} }, ${JSON.stringify(hostOrigin)}, [port2])
`
}

/** What a page in an opaque frame may do: run what stands in it. It can reach no network at all. */
function policyFor(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'font-src data:',
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
}

interface SelfContained {
  markup: string
  /** Of the style sheets and scripts in it. */
  nonce: string
  /** Runs after the page's own scripts. */
  script: string
  /** Answers the page's own files, such as `/assets/hosted.css`. */
  read: (path: string) => Promise<Response>
}

/** A page with everything in it: style sheets, typefaces and scripts stand where links to them stood. */
export async function selfContained({ markup, nonce, script, read }: SelfContained): Promise<string> {
  const page = new DOMParser().parseFromString(markup, 'text/html')
  const own = (path: string | null): path is string => path?.startsWith('/') === true

  for (const link of page.querySelectorAll<HTMLLinkElement>('link[href]')) {
    const path = link.getAttribute('href')
    if (!own(path)) continue
    if (link.rel === 'stylesheet') link.replaceWith(inline('style', await readStyles(path, read)))
    else link.remove()
  }
  for (const element of page.querySelectorAll('script[src]')) {
    const path = element.getAttribute('src')
    if (own(path)) element.replaceWith(inline('script', await (await read(path)).text()))
  }
  page.body.append(inline('script', script))

  const policy = page.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = policyFor(nonce)
  page.head.prepend(policy)
  return `<!doctype html>${page.documentElement.outerHTML}`

  function inline(name: 'style' | 'script', text: string): HTMLElement {
    const element = page.createElement(name)
    element.setAttribute('nonce', nonce)
    // Modules wait until the page is there, in their order, as scripts that are loaded with "defer" do.
    if (name === 'script') element.setAttribute('type', 'module')
    element.textContent = text
    return element
  }
}

async function readStyles(path: string, read: SelfContained['read']): Promise<string> {
  const styles = await (await read(path)).text()
  const files = new Set(Array.from(styles.matchAll(OWN_URL), ([, file]) => file ?? ''))
  const urls = new Map<string, string>()
  for (const file of files) urls.set(file, await dataUrl(await read(file)))
  return styles.replace(OWN_URL, (_, file: string) => `url(${urls.get(file)})`)
}

const OWN_URL = /url\((\/assets\/[\w.-]+)\)/g

async function dataUrl(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return `data:${response.headers.get('content-type')};base64,${btoa(text)}`
}
