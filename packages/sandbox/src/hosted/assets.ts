import type { Hono } from 'hono'
import { FILES } from '../assets/hosted-files.ts'
import { FAULT_SCRIPTS } from '../faults/apply-hosted-faults.ts'
import type { Brand } from '../lib/options.ts'
import { brandStyle } from './brand-style.ts'

const CSS = 'text/css; charset=utf-8'
const JAVASCRIPT = 'text/javascript; charset=utf-8'

/** Style sheet, scripts and typeface of the hosted page. */
export function mountAssets(brand: Brand, app: Hono): void {
  const font = Uint8Array.from(atob(FILES['figtree.woff2']), (char) => char.charCodeAt(0))
  const files: Record<string, { type: string; body: BodyInit; cache: string }> = {
    'brand.css': { type: CSS, body: brandStyle(brand), cache: 'no-cache' },
    'hosted.css': { type: CSS, body: FILES['hosted.css'], cache: 'no-cache' },
    'hosted.js': { type: JAVASCRIPT, body: FILES['hosted.js'], cache: 'no-cache' },
    ...Object.fromEntries(
      Object.entries(FAULT_SCRIPTS).map(([name, body]) => [
        name,
        { type: JAVASCRIPT, body, cache: 'no-cache' },
      ]),
    ),
    'figtree.woff2': { type: 'font/woff2', body: font, cache: 'public, max-age=31536000, immutable' },
    'figtree-license.txt': {
      type: 'text/plain; charset=utf-8',
      body: FILES['figtree-license.txt'],
      cache: 'no-cache',
    },
  }
  for (const [name, { type, body, cache }] of Object.entries(files)) {
    app.get(
      `/assets/${name}`,
      () =>
        new Response(body, {
          headers: {
            'content-type': type,
            'cache-control': cache,
            'x-content-type-options': 'nosniff',
            // A frame with an opaque origin may load the typeface too.
            'access-control-allow-origin': '*',
          },
        }),
    )
  }
}
