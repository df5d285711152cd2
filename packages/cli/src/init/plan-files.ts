import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../lib/command.ts'
import { ENV_LINES, MOUNT, NEXT_ROUTE, PAGE, writeServer } from './templates.ts'

/** What can be written for, by how surely a dependency tells it: Next apps often have an Express around them. */
export const FRAMEWORKS = ['next', 'fastify', 'hono', 'express', 'node'] as const
export type Framework = (typeof FRAMEWORKS)[number]

/** A host's project, as far as it matters here. */
export type Project = ReturnType<typeof detectProject>

const MANAGERS = [
  ['pnpm-lock.yaml', 'pnpm add'],
  ['yarn.lock', 'yarn add'],
  ['bun.lock', 'bun add'],
  ['bun.lockb', 'bun add'],
] as const

/** @throws UsageError when there is no package.json that can be read. */
export function detectProject(folder: string, asked: Framework | null) {
  const has = (name: string) => existsSync(path.join(folder, name))
  const { dependencies, type } = readManifest(folder)
  const detected = FRAMEWORKS.find((name) => dependencies.has(name)) ?? null
  const framework: Framework = asked ?? detected ?? 'node'
  const hasReact = framework === 'next' || dependencies.has('react')
  const needed = [
    '@nectar-connect/server',
    ...(hasReact ? ['@nectar-connect/react', '@tanstack/react-query'] : []),
  ]
  return {
    folder,
    framework,
    /** Whether package.json says so, and not `--framework` or nothing. */
    isDetected: asked === null && detected !== null,
    isTypeScript: has('tsconfig.json') || dependencies.has('typescript'),
    /** Whether a `.js` file is a module of ECMAScript. */
    isModule: type === 'module',
    /** How a TypeScript file names another one. */
    importExtension: namesTypeScript(folder) ? '.ts' : '.js',
    /** `src`, where there is one, else empty. */
    source: has('src') ? 'src' : '',
    hasReact,
    /** What has to be installed. */
    missing: needed.filter((name) => !dependencies.has(name)),
    /** Such as `pnpm add`. */
    installCommand: MANAGERS.find(([lockfile]) => has(lockfile))?.[1] ?? 'npm install',
  }
}

function readManifest(folder: string): { dependencies: Set<string>; type: unknown } {
  let manifest: unknown
  try {
    manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  } catch {
    throw new UsageError('There is no package.json here that can be read. Run it in the folder of your app.')
  }
  const { dependencies, devDependencies, type } = Object(manifest) as Record<string, unknown>
  const names = [...Object.keys(Object(dependencies)), ...Object.keys(Object(devDependencies))]
  return { dependencies: new Set(names), type }
}

/** Read as text: it may hold comments. */
function namesTypeScript(folder: string): boolean {
  const file = path.join(folder, 'tsconfig.json')
  if (!existsSync(file)) return false
  return /"(allowImportingTsExtensions|rewriteRelativeImportExtensions)"\s*:\s*true/.test(
    readFileSync(file, 'utf8'),
  )
}

/** A file that is to be there in the end. */
export interface PlannedFile {
  /** From the folder of the project, with slashes. */
  name: string
  content: string
  /** `add`: at the end of the file that is there. `keep`: it is there, and stays as it is. */
  action: 'write' | 'add' | 'keep'
}

export interface Plan {
  files: PlannedFile[]
  /** What is left, a step each; lines of code are indented. */
  byHand: string[]
}

/** What to write, and what to leave to a person. Reads, and writes nothing. */
export function planFiles(project: Project): Plan {
  const { folder, framework, isTypeScript, isModule, source, hasReact } = project
  const [script, component] = isTypeScript ? ['ts', 'tsx'] : ['js', 'jsx']
  const file = (name: string, content: string): PlannedFile => ({
    name,
    content,
    action: existsSync(path.join(folder, name)) ? 'keep' : 'write',
  })
  const { join, dirname, relative } = path.posix
  const env = planEnv(folder)
  if (framework !== 'next') {
    const server = join(source, `nectar.${isTypeScript || isModule ? script : 'mjs'}`)
    const page = hasReact ? [file(join(source, `utilities.${component}`), PAGE)] : []
    const files = [file(server, writeServer(framework)), ...page, env]
    return { files, byHand: stepsFor(project, server) }
  }
  const app = existsSync(path.join(folder, 'app')) ? 'app' : join(source, 'app')
  const route = join(app, 'api/nectar/[...path]')
  const server = join(dirname(app), 'lib', `nectar.${script}`)
  const imported = relative(route, server.slice(0, -script.length - 1))
  const files = [
    file(server, writeServer(framework)),
    file(join(route, `route.${script}`), NEXT_ROUTE.replace('PATH', imported)),
    file(join(app, `utilities/page.${component}`), PAGE),
    env,
  ]
  return { files, byHand: stepsFor(project, server) }
}

function planEnv(folder: string): PlannedFile {
  const name = '.env.example'
  const file = path.join(folder, name)
  const there = existsSync(file) ? readFileSync(file, 'utf8') : null
  const lines = Object.entries(ENV_LINES)
    .filter(([variable]) => !new RegExp(`^\\s*#?\\s*(export\\s+)?${variable}\\s*=`, 'm').test(there ?? ''))
    .map(([variable, comment]) => `${comment}\n${variable}=\n`)
  if (lines.length === 0) return { name, content: '', action: 'keep' }
  if (there === null) return { name, content: lines.join(''), action: 'write' }
  const gap = there === '' || there.endsWith('\n') ? '' : '\n'
  return { name, content: gap + lines.join(''), action: 'add' }
}

function stepsFor(project: Project, server: string): string[] {
  const { framework, missing, installCommand, hasReact } = project
  return [
    ...(missing.length === 0 ? [] : [`Install what is missing:\n    ${installCommand} ${missing.join(' ')}`]),
    ...(framework === 'next' ? [] : [mountStep(project, framework, server)]),
    `Say in "authorize" of ${server} who is signed in. Until then everybody is answered 401.`,
    'Set NECTAR_API_KEY on the server. To begin without one: npx nectar-sandbox, of the package @nectar-connect/sandbox, NECTAR_ORIGIN=http://localhost:4400 and NECTAR_API_KEY=nectar-sandbox-key.',
    ...(hasReact
      ? framework === 'next'
        ? []
        : ['Show <Utilities /> of the page that was written somewhere in your app.']
      : ['Show <NectarConnect /> of @nectar-connect/react in the app that your customers see.']),
    `See whether all is right:\n    npx nectar-connect doctor --url http://localhost:3000/api/nectar${framework === 'next' ? ' --page http://localhost:3000/utilities' : ''}`,
  ]
}

function mountStep(project: Project, framework: keyof typeof MOUNT, server: string): string {
  const { isTypeScript, isModule, importExtension } = project
  const { name: mounted, line, where } = MOUNT[framework]
  const name = `./${path.posix.basename(server).replace(/\.ts$/, importExtension)}`
  // An old server in CommonJS can still load a module, since Node 22.12.
  const load =
    isTypeScript || isModule
      ? `import { ${mounted} } from '${name}'`
      : `const { ${mounted} } = require('${name}') // Node 22.12 or newer; in an older one: await import('${name}')`
  return `Mount it, ${where}:\n    ${load}\n    ${line}`
}
