import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.mjs'
import { tool } from './tool.ts'

const APP = path.join(ROOT, 'apps/sandbox-console')
const BUILT = path.join(ROOT, 'packages/sandbox/dist/console/index.html')

/**
 * Builds the sandbox's console into the sandbox's package, unless it is newer than all that it is made of.
 *
 * @throws Error with what the build printed
 */
export async function buildConsole(): Promise<void> {
  const sources = ['apps/sandbox-console', 'packages/contract/src'].flatMap((folder) => filesIn(folder))
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newest) return
  const { failed, all } = await tool('vite', ['build', '--logLevel', 'warn'], { cwd: APP })
  if (failed) throw new Error(`The sandbox's console could not be built.\n${all}`)
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map(({ parentPath, name }) => path.join(parentPath, name))
}
