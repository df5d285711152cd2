import { mkdirSync } from 'node:fs'
import { freePort } from '@nectar-connect/test-kit/free-port'
import { tool } from '../lib/tool.ts'
import { layOut } from './fresh-folder.ts'
import { commandsWith, installedBy, readGuide } from './guide.ts'
import type { Tarballs } from './pack.ts'
import { type RunningShell, startShell } from './start-shell.ts'

/** As the guide has them: what runs there gets free ports in their place. */
const SANDBOX = 'localhost:4400'
const HOST = 'localhost:3000'

/** How somebody departs from the guide, who does not use Express. */
export interface Departure {
  /** Beside those of the guide, or in their place. */
  files?: Record<string, string>
  /** What is installed on top. */
  packages?: string[]
  /** Instead of `node express.ts`. */
  start?: string
}

/** Follows docs/quick-start.md in an empty folder: installs, lays out its files, and types its commands. */
export async function followQuickStart(folder: string, tarballs: Tarballs, departure: Departure = {}) {
  const { files = {}, packages = [], start = 'node express.ts' } = departure
  const guide = readGuide('docs/quick-start.md')
  const [sandboxPort, hostPort, pagePort] = [await freePort(), await freePort(), await freePort()]
  const here = (text: string) =>
    text.replaceAll(SANDBOX, `localhost:${sandboxPort}`).replaceAll(HOST, `localhost:${hostPort}`)
  const commands = (part: string) => here(commandsWith(guide, part))

  mkdirSync(folder, { recursive: true })
  await makeProject(folder, commands('npm init'))
  const all = Object.entries({ ...guide.files, ...files }).map(([name, text]) => [name, here(text)] as const)
  await layOut(
    folder,
    { files: Object.fromEntries(all), packages: [...installedBy(guide), ...packages] },
    tarballs,
  )

  const running: RunningShell[] = []
  const close = async () => {
    for (const shell of running.splice(0).reverse()) await shell.close()
  }
  const type = async (text: string, url: string, env: NodeJS.ProcessEnv = {}) => {
    const shell = await startShell(text, { cwd: folder, url, env })
    running.push(shell)
    return shell
  }
  try {
    const sandbox = `http://localhost:${sandboxPort}`
    const origin = `http://localhost:${hostPort}`
    await type(`${commands('npx nectar-sandbox')} --port ${sandboxPort}`, sandbox)
    const server = commands('node express.ts').replace(/^node express\.ts.*$/m, start)
    const host = await type(server, `${origin}/api/nectar/health`, {
      PORT: String(hostPort),
      NEXT_TELEMETRY_DISABLED: '1',
    })
    return {
      sandbox,
      origin,
      output: host.output,
      async startPage() {
        const page = `http://localhost:${pagePort}`
        await type(`${commands('npx vite')} --strictPort --port ${pagePort}`, page)
        return page
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function makeProject(folder: string, commands: string) {
  const lines = commands.split('\n').filter((line) => !line.startsWith('npm install '))
  for (const line of lines) {
    const { failed, all } = await tool('sh', ['-c', line], { cwd: folder, preferLocal: false })
    if (failed) throw new Error(`${line}\n${all}`)
  }
}
