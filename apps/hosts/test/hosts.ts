import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { HOSTS, type RunningHost, startProcess } from './start-process.ts'
import { startWorker } from './start-worker.ts'

export interface Host {
  name: string
  /** Why it cannot run here; null: it can. */
  missing: string | null
  basePath: string
  start(env: Record<string, string>): Promise<RunningHost>
  /** Whether it holds streams. */
  streams: boolean
  /** What the host itself sets on every answer, which has to be there in the end. */
  ownCookies: boolean
  /** Whether methods that no route has get to the handler. */
  foreignMethods: boolean
  /** Whether something in front keeps the bytes and gets at them first: it answers then for what it refuses. */
  parsesFirst: boolean
}

const require = createRequire(import.meta.url)
const NEXT = path.join(HOSTS, 'next')
const nextBin = path.join(HOSTS, 'node_modules/next/dist/bin/next')

const USUAL = {
  missing: null,
  basePath: '/api/nectar',
  streams: true,
  ownCookies: false,
  foreignMethods: true,
  parsesFirst: false,
}

const node = (file: string): Pick<Host, 'start'> => ({
  start: (env) => startProcess([process.execPath, file], env, '/api/nectar/health'),
})
const nodeElsewhere = (file: string) => ({
  start: (env: Record<string, string>) =>
    startProcess([process.execPath, `elsewhere/${file}`], env, '/v1/connect/health'),
  basePath: '/v1/connect',
  ownCookies: true,
})
const next = (basePath: string): Pick<Host, 'start' | 'basePath' | 'foreignMethods'> => ({
  basePath,
  // Next answers those by itself, and so shortly that no client can tell why.
  foreignMethods: false,
  start: (env) => startProcess([process.execPath, nextBin, 'start'], env, `${basePath}/health`, NEXT),
})

/** A runtime whose binary comes in a package for one platform. */
function packaged(name: string, binary: string, ...args: string[]): Pick<Host, 'name' | 'start' | 'missing'> {
  const file = resolveBinary(binary)
  return {
    name,
    missing:
      file === null ? `its binary is not published for ${process.platform} on ${process.arch} here` : null,
    start: (env) => startProcess([file ?? name, ...args], env, '/api/nectar/health'),
  }
}

function resolveBinary(binary: string): string | null {
  const [scope, name, ...rest] = binary.split('/')
  try {
    const folder = path.dirname(require.resolve(`${scope}/${name}/package.json`))
    const file = path.join(folder, ...rest)
    return existsSync(file) ? file : null
  } catch {
    return null
  }
}

/** Where Nectar Connect is said to run. */
export const ALL_HOSTS: readonly Host[] = [
  { ...USUAL, name: 'Node http', ...node('node-http.ts') },
  { ...USUAL, name: 'Express 5', ...node('express.ts') },
  { ...USUAL, name: 'Express 4', ...node('express-4.ts') },
  { ...USUAL, name: 'Express 5 behind express.json()', ...node('express-behind-json.ts'), parsesFirst: true },
  { ...USUAL, name: 'Express 5, elsewhere', ...nodeElsewhere('express.ts') },
  { ...USUAL, name: 'Fastify 5', ...node('fastify.ts') },
  { ...USUAL, name: 'Fastify 5, elsewhere', ...nodeElsewhere('fastify.ts') },
  { ...USUAL, name: 'Hono', ...node('hono.ts') },
  { ...USUAL, name: 'Hono, elsewhere', ...nodeElsewhere('hono.ts') },
  { ...USUAL, name: 'Next.js App Router', ...next('/api/nectar') },
  { ...USUAL, name: 'Next.js App Router, elsewhere', ...next('/v1/connect') },
  { ...USUAL, name: 'Cloudflare Workers', start: startWorker, streams: false },
  { ...USUAL, ...packaged('Deno', '@deno/linux-x64-glibc/deno', 'run', '--allow-all', 'deno.ts') },
  { ...USUAL, ...packaged('Bun', '@oven/bun-linux-x64/bin/bun', 'run', 'bun.ts') },
]

/** Builds the Next.js app, without any secret: a build must need none. */
export async function buildNext(): Promise<void> {
  const { NECTAR_API_KEY: _, ...env } = process.env
  await promisify(execFile)(process.execPath, [nextBin, 'build'], {
    cwd: NEXT,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

/** What browsers load of the app that was built. */
export function browserCodeOfNext(): string {
  const folder = path.join(NEXT, '.next/static')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
}
