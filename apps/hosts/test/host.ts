import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type RunningHost, type RunningProcess, startProcess } from './start-process.ts'

/** A column of the matrix: a host on which every case is run. */
export interface Host {
  name: string
  /** Whether it runs with every `npm test`; else only with `npm run test:full`. */
  always: boolean
  /** Why it cannot run here; null: it can. */
  missing: string | null
  basePath: string
  start(env: Record<string, string>): Promise<RunningHost>
  /** Whether it holds streams. */
  streams: boolean
  /** Whether the host is told that a client has left. */
  noticesLeaving: boolean
  /** What the host itself sets on every answer, which has to be there in the end. */
  ownCookies: boolean
  /** Whether pages of `https://app.example` may call it. */
  allowsApp: boolean
  /** Whether methods that no route has get to the handler. */
  foreignMethods: boolean
  /** Whether something in front keeps the bytes and gets at them first: it answers then for what it refuses. */
  parsesFirst: boolean
}

/** One that runs in a process of its own. */
export interface ProcessHost extends Host {
  start(env: Record<string, string>): Promise<RunningProcess>
}

const USUAL = {
  always: true,
  missing: null,
  basePath: '/api/nectar',
  streams: true,
  noticesLeaving: true,
  ownCookies: false,
  allowsApp: false,
  foreignMethods: true,
  parsesFirst: false,
}

/** What is mounted at another path, in hosts that do more than that. */
const ELSEWHERE = { basePath: '/v1/connect', ownCookies: true, allowsApp: true }

type About = Pick<Host, 'name'> & Partial<Omit<Host, 'start'>>

/** A host that a file of this folder starts, on the Node that runs the tests. One of `elsewhere` is mounted at `/v1/connect`. */
export function nodeHost(file: string, about: About, env: Record<string, string> = {}): Host {
  return commandHost(
    [process.execPath, file],
    file.startsWith('elsewhere/') ? { ...ELSEWHERE, ...about } : about,
    env,
  )
}

/** A module whose `handler` is called as AWS Lambda does it, behind a gateway. */
export function lambdaHost(file: string, about: About): Host {
  const place = file.startsWith('elsewhere/') ? ELSEWHERE : {}
  return commandHost([process.execPath, 'test/runners/lambda.ts', file], {
    ...place,
    streams: false,
    noticesLeaving: false,
    ...about,
  })
}

/** A runtime whose binary comes in a package for one platform. */
export function packagedHost([binary, ...args]: [string, ...string[]], about: About): Host {
  const file = resolveBinary(binary)
  return commandHost([file ?? binary, ...args], {
    ...about,
    missing:
      file === null ? `its binary is not published for ${process.platform} on ${process.arch} here` : null,
  })
}

/** A host that a command starts, in this folder unless it says otherwise. */
export function commandHost(
  command: readonly [string, ...string[]],
  about: About,
  own: Record<string, string> = {},
  cwd?: string,
): ProcessHost {
  const host = { ...USUAL, ...about }
  return {
    ...host,
    start: (env) => startProcess(command, { ...env, ...own }, `${host.basePath}/health`, cwd),
  }
}

/** A host that starts in another way. */
export function hostOf(start: Host['start'], about: About): Host {
  return { ...USUAL, ...about, start }
}

const require = createRequire(import.meta.url)

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
