import { SandboxError } from '../errors.ts'
import { parseWebUrl } from '../options.ts'
import { CALLS } from './calls.ts'
import type { Call, ControlParts, FunctionsOf } from './define-call.ts'

/**
 * Steers the sandbox from outside, in its process or over HTTP under `/_sandbox/`. Each call throws SandboxError:
 * `invalid` for an input that does not fit, `not_found` for something that there is not.
 */
export type SandboxControl = FunctionsOf<typeof CALLS>

/** The control in this process. @param onChange called after each call that may have changed something */
export function createLocalControl(parts: ControlParts, onChange: () => void): SandboxControl {
  const functions = Object.entries(CALLS as Record<string, Call<unknown, unknown>>).map(
    ([name, { method, run }]) => [
      name,
      async (input?: unknown) => {
        try {
          return await run(parts, input)
        } finally {
          if (method === 'POST') onChange()
        }
      },
    ],
  )
  return Object.fromEntries(functions)
}

/** Options of `createSandboxClient`. */
export interface SandboxClientOptions {
  /** Where the sandbox is, such as `http://localhost:4400`. */
  origin: string
  /** Default: the platform's. */
  fetch?: typeof fetch
}

/**
 * The control of a sandbox in another process, over HTTP. Its calls also throw SandboxError `unreachable`, when no sandbox
 * answers.
 *
 * @throws SandboxError `invalid` for an origin that is no web address
 * @example
 * const sandbox = createSandboxClient({ origin: 'http://localhost:4400' })
 * await sandbox.advanceTime({ ms: 48 * 3_600_000 })
 * const id = await sandbox.addFault({ kind: 'status', code: 503, times: 2 })
 * await sandbox.clearFaults({ id })
 */
export function createSandboxClient(options: SandboxClientOptions): SandboxControl {
  const { origin } = options
  if (parseWebUrl(origin) === null) {
    throw new SandboxError('invalid', `"origin" is "${origin}". Write it like http://localhost:4400.`)
  }
  const send: typeof fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  const functions = Object.entries(CALLS).map(([name, { method }]) => [
    name,
    (input: unknown = {}) => {
      const headers = { 'content-type': 'application/json' }
      const init = method === 'GET' ? {} : { method, headers, body: JSON.stringify(input) }
      return readAnswer(origin, () => send(new URL(`/_sandbox/${name}`, origin), init))
    },
  ])
  return Object.fromEntries(functions)
}

async function readAnswer(origin: string, send: () => Promise<Response>): Promise<unknown> {
  let response: Response
  let body: unknown
  try {
    response = await send()
    body = await response.json()
  } catch (cause) {
    throw new SandboxError('unreachable', `No sandbox answers at ${origin}. Is it running there?`, { cause })
  }
  if (response.ok) return body
  const { detail = `The sandbox refused with status ${response.status}.` } = Object(body)
  throw new SandboxError(response.status === 404 ? 'not_found' : 'invalid', String(detail))
}
