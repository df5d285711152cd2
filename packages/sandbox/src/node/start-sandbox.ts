import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { SandboxError } from '../errors.ts'
import { DEFAULT_PORT, type SandboxOptions } from '../options.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'

export interface StartOptions extends SandboxOptions {
  /** Default 4400; 0 takes a free one. */
  port?: number
  /** The address to listen on. Default `127.0.0.1`: this machine only. */
  host?: string
}

export interface RunningSandbox {
  sandbox: Sandbox
  /** Where it is reachable, such as `http://localhost:4400`. */
  origin: string
  /** Stops listening and ends what is under way. */
  close(): Promise<void>
}

const LOOPBACK = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost']

/**
 * Starts the sandbox on a port of this machine.
 *
 * @throws SandboxError `invalid` for an option that does not fit, `port_in_use` when another program has the
 * port, `listen_failed` when the address cannot be listened on
 * @example
 * ```ts
 * const { sandbox, origin, close } = await startSandbox({ port: 0 })
 * sandbox.control.seed([{ name: 'Harrow Lane Hotels' }])
 * console.log(`Nectar's sandbox is at ${origin}`)
 * await close()
 * ```
 */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = DEFAULT_PORT, host = '127.0.0.1', ...rest } = options
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SandboxError('invalid', `"port" is ${port}. Give a whole number from 0 to 65535.`)
  }
  // Before listening, so that a wrong option does not leave a port open.
  createSandbox(rest).close()
  const running: { sandbox: Sandbox | null } = { sandbox: null }
  const server = createAdaptorServer({
    fetch: async (request, { outgoing }) => {
      try {
        return await (running.sandbox?.fetch(request) ?? new Response(null, { status: 503 }))
      } catch {
        // It rejects only when the connection is to break, or is broken already.
        outgoing.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
  })
  const actualPort = await new Promise<number>((resolve, reject) => {
    server.once('error', (cause) => reject(listenError(cause, host, port)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
  const origin = rest.origin ?? `http://${LOOPBACK.includes(host) ? 'localhost' : host}:${actualPort}`
  const sandbox = createSandbox({ ...rest, origin })
  running.sandbox = sandbox
  return {
    sandbox,
    origin,
    close: () =>
      new Promise((resolve) => {
        sandbox.close()
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function listenError(cause: unknown, host: string, port: number): SandboxError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port.`
    return new SandboxError('port_in_use', message, { cause })
  }
  const message = `Cannot listen on port ${port} of ${host} (${code}). Choose another port or host.`
  return new SandboxError('listen_failed', message, { cause })
}
