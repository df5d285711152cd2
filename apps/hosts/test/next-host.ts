import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { commandHost, type Host, type ProcessHost } from './host.ts'
import { HOSTS } from './start-process.ts'

const nextBin = path.join(HOSTS, 'node_modules/next/dist/bin/next')
const builds = new Map<string, Promise<unknown>>()

/** Builds a Next.js app of this folder once, without any secret: a build must need none. */
export function buildNext(app: string): Promise<unknown> {
  const { NECTAR_API_KEY: _, ...env } = process.env
  const build =
    builds.get(app) ??
    promisify(execFile)(process.execPath, [nextBin, 'build'], {
      cwd: path.join(HOSTS, app),
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
  builds.set(app, build)
  return build
}

/** A Next.js app of this folder, as `next start` runs it. */
export function nextHost(app: string, about: Pick<Host, 'name'> & Partial<Host>): ProcessHost {
  const host = commandHost([process.execPath, nextBin, 'start'], about, {}, path.join(HOSTS, app))
  return {
    ...host,
    start: async (env) => {
      await buildNext(app)
      return host.start(env)
    },
  }
}

/** What browsers load of the app that was built. */
export function browserCodeOfNext(app: string): string {
  const folder = path.join(HOSTS, app, '.next/static')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
}
