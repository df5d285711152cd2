import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tool } from '../lib/tool.ts'

/** Installed where the packed packages are. Turbopack comes with Next.js alone. */
export const TURBOPACK = { next: '16.4.6' }

const FILES = {
  'next.config.js': "export default { output: 'export' }\n",
  'app/layout.js': `import { createElement } from 'react'

export default function Layout({ children }) {
  return createElement('html', { lang: 'en' }, createElement('body', null, children))
}
`,
  'app/page.js': `import { ConnectionList, NectarConnect } from '@nectar-connect/react'
import { createElement } from 'react'

export default function Page() {
  return createElement('main', null, createElement(NectarConnect), createElement(ConnectionList))
}
`,
}

/**
 * Builds a page of server components that uses the embed, with Turbopack, into files that any server can answer with.
 *
 * @param folder Where Next.js and the packed packages are installed.
 * @returns What was built, by path: `index.html` and what it loads.
 * @throws Error with what was printed, when it fails
 */
export async function bundleWithTurbopack(folder: string): Promise<Record<string, string>> {
  mkdirSync(path.join(folder, 'app'), { recursive: true })
  for (const [file, text] of Object.entries(FILES)) writeFileSync(path.join(folder, file), text)
  const { failed, all } = await tool('next', ['build', '--turbopack'], {
    cwd: folder,
    localDir: folder,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (failed) throw new Error(all)
  const out = path.join(folder, 'out')
  return Object.fromEntries(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(html|js|css)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(out, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')]),
  )
}
