import { readFile } from 'node:fs/promises'

/** Beside what is published, and from this source. */
const FOLDERS = ['./console/', '../../dist/console/'].map((folder) => new URL(folder, import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
}

/** Nothing inline, nothing from elsewhere, and nobody may put the page, which has buttons, into a frame. */
const POLICY = [
  "default-src 'none'",
  ...["style-src 'self'", "script-src 'self'", "connect-src 'self'", "font-src 'self'", "frame-src 'self'"],
  'img-src data:',
  ...["form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ')

/**
 * Answers `/console` and what it loads, from the files that `apps/sandbox-console` is built into.
 *
 * @returns null for any other address
 */
export async function serveConsole(url: string, folders = FOLDERS): Promise<Response | null> {
  const [matched, name = 'index.html'] =
    /^\/console(?:\/(assets\/\w[\w.-]+))?$/.exec(new URL(url).pathname) ?? []
  if (matched === undefined) return null
  const file = await readFirst(folders.map((folder) => new URL(name, folder)))
  if (file === null) {
    const text = 'The console is not built. Run: pnpm --filter @nectar-connect/sandbox-console build'
    return new Response(text, { status: 404 })
  }
  return new Response(file, {
    headers: {
      'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'cache-control': name === 'index.html' ? 'no-store' : 'public, max-age=31536000, immutable',
      'content-security-policy': POLICY,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  })
}

async function readFirst(urls: readonly URL[]): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const url of urls) {
    const file = await readFile(url).catch(() => null)
    if (file !== null) return new Uint8Array(file)
  }
  return null
}
