import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const file = (path) => fileURLToPath(new URL(path, import.meta.url))

/** One file each, for hosts without a bundler for styles, and without what the oldest supported browsers cannot read. */
await build({
  entryPoints: ['styles', 'connect', 'lists', 'sharp'].map((name) => file(`./src/styles/${name}.css`)),
  outdir: file('./dist'),
  bundle: true,
  target: ['chrome109', 'firefox115', 'safari16.4'],
})
