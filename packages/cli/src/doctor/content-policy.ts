/** One Content-Security-Policy: the sources of each directive, all in lower case but for paths. */
export type ContentPolicy = ReadonlyMap<string, readonly string[]>

/** All that are in force on a page: those of its header, and those of its `<meta>` elements. */
export function readPolicies(headers: Headers, html: string): ContentPolicy[] {
  const inMeta = [...html.matchAll(/<meta\b[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => /http-equiv\s*=\s*["']?content-security-policy["'\s>/]/i.test(tag))
    .flatMap((tag) => /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? [])
    .map((text) => text.replaceAll('&#39;', "'").replaceAll('&#x27;', "'").replaceAll('&quot;', '"'))
  const inHeader = (headers.get('content-security-policy') ?? '').split(',')
  return [...inHeader, ...inMeta].filter((text) => text.trim() !== '').map(parsePolicy)
}

function parsePolicy(text: string): ContentPolicy {
  const directives = new Map<string, string[]>()
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/)
    // The first of a name counts.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources)
  }
  return directives
}

/**
 * The directive that keeps an address out; null when it is allowed. The first of `names` that a policy has decides,
 * as browsers fall back.
 *
 * @param page The address of the page: `'self'`.
 */
export function blockedBy(
  policies: readonly ContentPolicy[],
  names: readonly string[],
  url: URL,
  page: URL,
): string | null {
  for (const policy of policies) {
    const name = names.find((candidate) => policy.has(candidate))
    const sources = name === undefined ? undefined : policy.get(name)
    if (sources && !sources.some((source) => matches(source, url, page))) return [name, ...sources].join(' ')
  }
  return null
}

const HOST_SOURCE = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^:/*]+|\[[\da-f:]+\])(?::(\d+|\*))?(\/.*)?$/i

function matches(source: string, url: URL, page: URL): boolean {
  if (source === '*') return /^(https?|wss?):$/.test(url.protocol) || url.protocol === page.protocol
  if (source.toLowerCase() === "'self'") return url.origin === page.origin || isUpgrade(url, page)
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return fitsScheme(source.slice(0, -1), url)
  const [, scheme, host = '', port, path] = HOST_SOURCE.exec(source) ?? []
  if (host === '') return false
  return (
    fitsScheme(scheme ?? page.protocol.slice(0, -1), url) &&
    fitsHost(host.toLowerCase(), url.hostname) &&
    fitsPort(port, url) &&
    fitsPath(path, url.pathname)
  )
}

/** http includes https. */
function fitsScheme(scheme: string, { protocol }: URL): boolean {
  const own = protocol.slice(0, -1)
  return scheme.toLowerCase() === own || (scheme.toLowerCase() === 'http' && own === 'https')
}

function isUpgrade(url: URL, page: URL): boolean {
  return (
    page.protocol === 'http:' &&
    url.protocol === 'https:' &&
    url.hostname === page.hostname &&
    url.port === page.port
  )
}

function fitsHost(host: string, hostname: string): boolean {
  if (host === '*') return true
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host
}

function fitsPort(port: string | undefined, url: URL): boolean {
  if (port === undefined) return url.port === ''
  return port === '*' || port === (url.port || (url.protocol === 'https:' ? '443' : '80'))
}

function fitsPath(path: string | undefined, pathname: string): boolean {
  if (path === undefined || path === '/') return true
  return path.endsWith('/') ? pathname.startsWith(path) : pathname === path
}
