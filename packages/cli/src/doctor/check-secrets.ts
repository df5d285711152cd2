import { type CheckResult, fail, pass, skip } from './check-result.ts'
import type { DoctorContext } from './doctor-context.ts'

/** Scripts that are looked through; a page with more is told so. */
const MAX_SCRIPTS = 150

/** Looks for the secrets in the page and in every script that it leads to. */
export async function checkSecrets(context: DoctorContext, page: URL, html: string): Promise<CheckResult> {
  const { options, ask } = context
  const secrets = [
    ['NECTAR_API_KEY', options.apiKey],
    ['NECTAR_WEBHOOK_SECRET', options.webhookSecret],
  ].flatMap(([name, secret]) =>
    name && secret && secret.length >= 6 ? [{ name, writings: writingsOf(secret) }] : [],
  )
  if (secrets.length === 0) return skip('secrets', 'Set NECTAR_API_KEY, to be looked for in the page.')
  const guilty = (text: string) =>
    secrets.find(({ writings }) => writings.some((writing) => text.includes(writing)))?.name

  const inPage = guilty(html)
  if (inPage) return leaked(inPage, page.href)
  const seen = new Set<string>()
  const queue = scriptsIn(html, page)
  let read = 0
  for (let url = queue.shift(); url !== undefined && seen.size < MAX_SCRIPTS; url = queue.shift()) {
    if (seen.has(url.href)) continue
    seen.add(url.href)
    const own = url.origin === page.origin ? options.headers : []
    const answer = await ask(url.href, { headers: own.map(([name, value]) => [name, value]) })
    if (answer.status !== 200) continue
    read += 1
    const inScript = guilty(answer.text)
    if (inScript) return leaked(inScript, url.href)
    if (url.origin === page.origin) queue.push(...importsIn(answer.text, url))
  }
  const rest = queue.length > 0 ? ` The page leads to more than these.` : ''
  return pass(
    'secrets',
    `Neither in the page nor in its ${read} ${read === 1 ? 'script' : 'scripts'}.${rest}`,
  )
}

function leaked(name: string, where: string): CheckResult {
  return fail('secrets', {
    what: `${name} can be read by everybody, in ${where.replace(/[?#].*$/, '')}.`,
    why: 'It was built into what browsers load: by an import of server code, or a variable with a prefix such as NEXT_PUBLIC_ or VITE_.',
    fix: 'Make a new one at once and delete this one: it is known. Then read it on the server only.',
  })
}

function writingsOf(secret: string): string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), btoa(unescapeAll(secret))]
}

/** `btoa` takes one byte for each character. */
function unescapeAll(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text))
}

function scriptsIn(html: string, page: URL): URL[] {
  const sources = [...html.matchAll(/<script\b[^>]*?\bsrc\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s>]+))/gi)]
  const preloads = [
    ...html.matchAll(/<link\b[^>]*?\bhref\s*=\s*(?:"([^"]+\.m?js[^"]*)"|'([^']+\.m?js[^']*)')/gi),
  ]
  return [...sources, ...preloads].flatMap(([, ...found]) => toUrl(found.find(Boolean) ?? '', page))
}

/** Chunks and source maps that a script names. */
function importsIn(script: string, base: URL): URL[] {
  const imports = [...script.matchAll(/["'`]((?:\.{0,2}\/)[\w@./~-]+\.m?js)["'`]/g)]
  const maps = [...script.matchAll(/\/\/# sourceMappingURL=([\w@./~-]+\.map)/g)]
  return [...imports, ...maps].flatMap(([, found = '']) => toUrl(found, base))
}

function toUrl(text: string, base: URL): URL[] {
  const address = text.replaceAll('&amp;', '&')
  return URL.canParse(address, base) && /^https?:$/.test(new URL(address, base).protocol)
    ? [new URL(address, base)]
    : []
}
