import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const file = (path) => fileURLToPath(new URL(path, import.meta.url))

/** One file, for hosts without a bundler for styles, and without what the oldest supported browsers cannot read. */
await build({
  entryPoints: [file('./src/styles/styles.css')],
  outfile: file('./dist/styles.css'),
  bundle: true,
  target: ['chrome109', 'firefox115', 'safari16.4'],
})
