import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UsageError } from '../lib/command.ts'

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
