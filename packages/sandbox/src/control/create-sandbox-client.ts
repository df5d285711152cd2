import { SandboxError } from '../lib/errors.ts'
import { parseWebUrl } from '../lib/parse-url.ts'
import { CALLS, type SandboxControl } from './calls.ts'

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
