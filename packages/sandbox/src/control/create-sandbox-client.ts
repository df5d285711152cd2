import { SandboxError } from '../lib/errors.ts'
import { parseWebUrl } from '../lib/parse-url.ts'
import { CONTROL_ROUTES, type ControlName, type ControlRoute } from './control-routes.ts'
import type { SandboxControl } from './types.ts'

/** The control of a sandbox in another process: the same calls, each with a promise. */
export type SandboxClient = {
  [Name in ControlName]: (
    ...args: Parameters<SandboxControl[Name]>
  ) => Promise<Awaited<ReturnType<SandboxControl[Name]>>>
}

/** Options of `createSandboxClient`. */
export interface SandboxClientOptions {
  /** Where the sandbox is, such as `http://localhost:4400`. */
  origin: string
  /** Default: the platform's. */
  fetch?: typeof fetch
}

/**
 * Steers a sandbox over HTTP. What it answers holds no invitation links and no secrets.
 *
 * Each call throws SandboxError: `invalid` and `not_found` with the sandbox's own words, `unreachable` when no
 * sandbox answers.
 *
 * @throws SandboxError `invalid` for an origin that is no web address
 * @example
 * const sandbox = createSandboxClient({ origin: 'http://localhost:4400' })
 * await sandbox.advanceTime(48 * 3_600_000)
 * const id = await sandbox.addFault({ kind: 'status', code: 503, times: 2 })
 * await sandbox.clearFaults(id)
 */
export function createSandboxClient(options: SandboxClientOptions): SandboxClient {
  const { origin } = options
  if (parseWebUrl(origin) === null) {
    throw new SandboxError('invalid', `"origin" is "${origin}". Write it like http://localhost:4400.`)
  }
  const send: typeof fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))

  function callOf<Name extends ControlName>(name: Name) {
    return async (...args: Parameters<SandboxControl[Name]>) => {
      const { verb, path = name, pack }: ControlRoute<Name> = CONTROL_ROUTES[name]
      const body = pack(...args)
      const init: RequestInit =
        verb === 'GET'
          ? {}
          : { method: verb, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      return readAnswer(origin, () => send(new URL(`/_sandbox/${path}`, origin), init))
    }
  }

  const names = Object.keys(CONTROL_ROUTES) as ControlName[]
  return Object.fromEntries(names.map((name) => [name, callOf(name)])) as SandboxClient
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
  throw new SandboxError(response.status === 404 ? 'not_found' : 'invalid', detailOf(body, response.status))
}

function detailOf(body: unknown, status: number): string {
  if (typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string') {
    return body.detail
  }
  return `The sandbox refused with status ${status}.`
}
