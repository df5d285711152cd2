import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { ROOT } from './root.mjs'

const SOURCE = path.join(ROOT, 'packages/sandbox/src')

/** The modules that carry the files of the sandbox's pages, each by the name that it is served under. */
const MODULES = {
  'assets/hosted-files.ts': {
    'hosted.css': 'hosted/styles/hosted.css',
    'hosted.js': 'hosted/page-script.ts',
    'figtree.woff2': 'hosted/fonts/figtree.woff2',
    'figtree-license.txt': 'hosted/fonts/figtree-license.txt',
  },
}

/** Writes them where they are not what their sources make. Git does not know them: see `docs/decisions/0028`. */
export function makePageFiles() {
  for (const [module, files] of Object.entries(MODULES)) {
    const contents = Object.entries(files).map(([name, source]) => [
      name,
      contentOf(path.join(SOURCE, source)),
    ])
    const code = `export const FILES = ${JSON.stringify(Object.fromEntries(contents), null, 2)}\n`
    const target = path.join(SOURCE, module)
    if (existsSync(target) && readFileSync(target, 'utf8') === code) continue
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, code)
  }
}

/**
 * Scripts and style sheets are bundled, typefaces are in base64.
 *
 * @param {string} file
 */
function contentOf(file) {
  if (file.endsWith('.woff2')) return readFileSync(file, 'base64')
  if (file.endsWith('.txt')) return readFileSync(file, 'utf8')
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    external: ['/assets/*'],
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  })
  return outputFiles[0]?.text ?? ''
}
