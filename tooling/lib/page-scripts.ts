import path from 'node:path'
import { build } from 'esbuild'
import { ROOT } from './root.mjs'

const SOURCES = 'packages/sandbox/src/browser'

/** The scripts of the pages that the sandbox serves, each with the module that carries it: the sandbox has no files. */
export const PAGE_SCRIPTS = [
  {
    name: 'CONSOLE_SCRIPT',
    source: `${SOURCES}/console/main.ts`,
    target: 'packages/sandbox/src/assets/console-script.ts',
  },
  {
    name: 'HOSTED_SCRIPT',
    source: `${SOURCES}/hosted/main.ts`,
    target: 'packages/sandbox/src/assets/hosted-script.ts',
  },
]

/** The module that carries a page's script. */
export async function pageScriptModule({ name, source }: { name: string; source: string }): Promise<string> {
  const {
    outputFiles: [script],
  } = await build({
    absWorkingDir: ROOT,
    entryPoints: [source],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  })
  if (!script) throw new Error(`${source} came to nothing.`)
  const code = script.text.trimEnd()
  const from = path.posix.relative('packages/sandbox/src/assets', source)
  return `/** Made of \`${from}\` by \`pnpm page-scripts\`. */
export const ${name} = ${inSource(code)}
`
}

function inSource(text: string) {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``
}
