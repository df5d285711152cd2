import { NECTAR_HOSTED_PATH } from '@nectar-connect/contract/wire'
import { type CheckContext, type Finding, fail, pass, skip } from './check.ts'
import type { ProbeResult } from './probe.ts'

/** Scripts that are looked through; a page with more is told so. */
const MAX_SCRIPTS = 150
const NO_POLICY = 'The page has no Content-Security-Policy.'

type PageContext = CheckContext<'pageUrl'>

/** The page as a browser gets it. */
function getPage({ options, ask }: PageContext): Promise<ProbeResult> {
  return ask(options.pageUrl, { headers: [...options.headers, ['accept', 'text/html']] })
}

export async function checkPage(context: PageContext): Promise<Finding> {
  const { status, reason, headers, text } = await getPage(context)
  if (status === 200) return pass(`It answers (${text.length.toLocaleString('en')} characters).`)
  const what = 'It cannot be loaded.'
  if (status === 0) return fail({ what, why: reason, fix: 'Start the server, or correct --page.' })
  const to = headers.get('location')?.replace(/[?#].*$/, '')
  if (to !== undefined) {
    return fail({
      what,
      why: `It redirects (${status}) to ${to}.`,
      fix: "Give --page the address it ends at. If it is a sign-in, give --header 'Cookie: …' as well.",
    })
  }
  const fix = "Correct --page, or give --header 'Cookie: …' of a session."
  return fail({ what, why: `It answers ${status}.`, fix })
}

/** That nothing keeps Nectar's page out of the frame. */
export async function checkFrame(context: PageContext): Promise<Finding> {
  const { hostedOrigin, pageUrl } = context.options
  const answer = await getPage(context)
  const policies = readPolicies(answer)
  const hosted = new URL(`${hostedOrigin}${NECTAR_HOSTED_PATH}token`)
  const blocked = blockedBy(policies, ['frame-src', 'child-src', 'default-src'], hosted, new URL(pageUrl))
  if (blocked !== null) {
    return fail({
      what: `The Content-Security-Policy keeps ${hostedOrigin} out.`,
      why: `It says "${blocked}". The widget shows Nectar's page in a frame; customers would read that it is blocked (frame_blocked).`,
      fix: `Add it: frame-src ${hostedOrigin}`,
    })
  }
  // Opener policies concern popups of the page's own; the widget opens Nectar's page without an opener.
  const [embedder = ''] = (answer.headers.get('cross-origin-embedder-policy') ?? '').split(';')
  if (/^\s*(require-corp|credentialless)\s*$/i.test(embedder)) {
    return fail({
      what: `Cross-Origin-Embedder-Policy: ${embedder.trim()} keeps the frame out.`,
      why: 'Under it, a browser frames only pages that send this header themselves, and Nectar’s is not known to.',
      fix: 'Leave the header out on the page that shows the widget.',
    })
  }
  return pass(policies.length === 0 ? NO_POLICY : `The Content-Security-Policy lets ${hostedOrigin} in.`)
}

/** That the page may call the handler. */
export async function checkCalls(context: PageContext): Promise<Finding> {
  const page = new URL(context.options.pageUrl)
  const answer = await getPage(context)
  const policies = readPolicies(answer)
  const handler = new URL(context.options.handlerUrl ?? '/api/nectar', page)
  const route = new URL(`${handler.href}/connections`)
  const blocked = blockedBy(policies, ['connect-src', 'default-src'], route, page)
  if (blocked !== null) {
    return fail({
      what: `The Content-Security-Policy keeps the page from calling ${handler.href}.`,
      why: `It says "${blocked}".`,
      fix: `Add it: connect-src ${handler.origin === page.origin ? "'self'" : handler.origin}`,
    })
  }
  return pass(policies.length === 0 ? NO_POLICY : `The Content-Security-Policy allows ${handler.href}.`)
}

/** Looks for the secrets in the page and in every script that it leads to. */
export async function checkSecrets(context: PageContext): Promise<Finding> {
  const { options, ask } = context
  const secrets = Object.entries({
    NECTAR_API_KEY: options.apiKey ?? '',
    NECTAR_WEBHOOK_SECRET: options.webhookSecret ?? '',
  }).filter(([, secret]) => secret.length >= 6)
  if (secrets.length === 0) return skip('Set NECTAR_API_KEY, to be looked for in the page.')
  const leakedIn = (text: string) =>
    secrets.find(([, secret]) => writingsOf(secret).some((writing) => text.includes(writing)))?.[0]

  const page = new URL(options.pageUrl)
  const { text: html } = await getPage(context)
  const inPage = leakedIn(html)
  if (inPage) return describeLeak(inPage, page)
  const seen = new Set<string>()
  const queue = scriptsIn(html, page)
  let read = 0
  for (let url = queue.shift(); url !== undefined && seen.size < MAX_SCRIPTS; url = queue.shift()) {
    if (seen.has(url.href)) continue
    seen.add(url.href)
    const isOwn = url.origin === page.origin
    const answer = await ask(url.href, { headers: isOwn ? options.headers : [] })
    if (answer.status !== 200) continue
    read += 1
    const inScript = leakedIn(answer.text)
    if (inScript) return describeLeak(inScript, url)
    if (isOwn) queue.push(...importsIn(answer.text, url))
  }
  const rest = queue.length > 0 ? ' The page leads to more than these.' : ''
  return pass(`Neither in the page nor in its ${read} ${read === 1 ? 'script' : 'scripts'}.${rest}`)
}

function describeLeak(name: string, { origin, pathname }: URL): Finding {
  return fail({
    what: `${name} can be read by everybody, in ${origin}${pathname}.`,
    why: 'It was built into what browsers load: by an import of server code, or a variable with a prefix such as NEXT_PUBLIC_ or VITE_.',
    fix: 'Make a new one at once and delete this one: it is known. Then read it on the server only.',
  })
}

function writingsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64')
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64]
}

function scriptsIn(html: string, page: URL): URL[] {
  const sources = html.matchAll(/<script\b[^>]*?\bsrc\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s>]+))/gi)
  const preloads = html.matchAll(/<link\b[^>]*?\bhref\s*=\s*(?:"([^"]+\.m?js[^"]*)"|'([^']+\.m?js[^']*)')/gi)
  return [...sources, ...preloads].flatMap(([, ...found]) => toUrl(found.find(Boolean) ?? '', page))
}

/** Chunks and source maps that a script names. */
function importsIn(script: string, base: URL): URL[] {
  const imports = script.matchAll(/["'`]((?:\.{0,2}\/)[\w@./~-]+\.m?js)["'`]/g)
  const maps = script.matchAll(/\/\/# sourceMappingURL=([\w@./~-]+\.map)/g)
  return [...imports, ...maps].flatMap(([, found = '']) => toUrl(found, base))
}

function toUrl(text: string, base: URL): URL[] {
  const address = text.replaceAll('&amp;', '&')
  const url = URL.canParse(address, base) ? new URL(address, base) : null
  return url !== null && /^https?:$/.test(url.protocol) ? [url] : []
}

/** All policies that are in force on a page: those of its header, and those of its `<meta>` elements. */
function readPolicies({ headers, text }: ProbeResult): string[] {
  const inMeta = [...text.matchAll(/<meta\b[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => /http-equiv\s*=\s*["']?content-security-policy["'\s>/]/i.test(tag))
    .flatMap((tag) => /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? [])
    .map((policy) => policy.replaceAll(/&#39;|&#x27;/g, "'").replaceAll('&quot;', '"'))
  const inHeader = (headers.get('content-security-policy') ?? '').split(',')
  return [...inHeader, ...inMeta].filter((policy) => policy.trim() !== '')
}

/** The directive that keeps an address out; null: none. The first of `names` that a policy has decides. */
function blockedBy(
  policies: readonly string[],
  names: readonly string[],
  url: URL,
  page: URL,
): string | null {
  for (const policy of policies) {
    const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/))
    const deciding = names
      .map((name) => directives.find(([own]) => own?.toLowerCase() === name))
      .find((directive) => directive !== undefined)
    if (deciding && !deciding.slice(1).some((source) => matches(source, url, page))) return deciding.join(' ')
  }
  return null
}

const HOST_SOURCE = /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*|(?:\*\.)?[^:/*]+|\[[\da-f:]+\])(?::(\d+|\*))?(\/.*)?$/i

function matches(source: string, url: URL, page: URL): boolean {
  // http includes https.
  const fitsScheme = (scheme: string) =>
    scheme === url.protocol || (scheme === 'http:' && url.protocol === 'https:')
  if (source === '*') return true
  if (source.toLowerCase() === "'self'") return url.host === page.host && fitsScheme(page.protocol)
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return fitsScheme(source.toLowerCase())
  const [, scheme = page.protocol, host = '', port = '', path = '/'] = HOST_SOURCE.exec(source) ?? []
  const name = host.toLowerCase()
  const standardPort = url.protocol === 'https:' ? '443' : '80'
  return (
    fitsScheme(scheme.toLowerCase()) &&
    (name === '*' ||
      (name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : name === url.hostname)) &&
    (port === '*' || (port || standardPort) === (url.port || standardPort)) &&
    (path.endsWith('/') ? url.pathname.startsWith(path) : path === url.pathname)
  )
}
