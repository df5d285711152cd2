import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { SandboxError } from '../lib/errors.ts'
import { DEFAULT_PORT, type SandboxOptions } from '../lib/options.ts'
import { platformScheduler } from '../lib/scheduler.ts'
import { createSandbox, type Sandbox } from '../sandbox/create-sandbox.ts'
import { originAt } from './origin-at.ts'
import { createStateFile, type StateFile } from './state-file.ts'

/** Options of `startSandbox`. */
export interface StartOptions extends SandboxOptions {
  /** Default 4400; 0 takes a free one. */
  port?: number
  /** The address to listen on. Default `127.0.0.1`: this machine only. */
  host?: string
  /**
   * Keeps what the sandbox holds in this file: read at the start, written a moment after each change and at the end.
   * Default: it is in memory only.
   */
  stateFile?: string
  /** Told when the file can no longer be written. Default: nobody is. */
  onStateError?: (error: SandboxError) => void
}

/** A sandbox on a port. */
export interface RunningSandbox {
  sandbox: Sandbox
  /** Where it is reachable, such as `http://localhost:4400`. */
  origin: string
  /** Stops listening and ends what is under way. */
  close(): Promise<void>
}

/**
 * Starts the sandbox on a port of this machine.
 *
 * @throws SandboxError `invalid` for an option that does not fit, `port_in_use` when another program has the
 * port, `listen_failed` when the address cannot be listened on, `bad_state` for a file of state that is damaged, of
 * something else, or not to be written
 * @example
 * const { sandbox, origin, close } = await startSandbox({ port: 0 })
 * sandbox.control.seed([{ name: 'Harrow Lane Hotels' }])
 * console.log(`Nectar's sandbox is at ${origin}`)
 * await close()
 */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = DEFAULT_PORT, host = '127.0.0.1', stateFile, onStateError = () => {}, ...rest } = options
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SandboxError('invalid', `"port" is ${port}. Give a whole number from 0 to 65535.`)
  }
  // Before listening, so that a wrong option does not leave a port open.
  createSandbox(rest).close()
  const running: { sandbox: Sandbox | null } = { sandbox: null }
  const kept =
    stateFile === undefined ? null : createStateFile(stateFile, () => running.sandbox?.save(), onStateError)
  const saved = (await kept?.read()) ?? null
  // Before listening, too.
  if (saved !== null) restoreFrom(stateFile, createSandbox({ ...rest, ...STILL }), saved)
  const server = createAdaptorServer({
    fetch: async (request, { outgoing }) => {
      try {
        return await (running.sandbox?.fetch(request) ?? new Response(null, { status: 503 }))
      } catch {
        // It rejects only when the connection is to break, or is broken already.
        outgoing.destroy()
        return RESPONSE_ALREADY_SENT
      } finally {
        kept?.touch()
      }
    },
  })
  const actualPort = await new Promise<number>((resolve, reject) => {
    server.once('error', (cause) => reject(listenError(cause, host, port)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
  const origin = rest.origin ?? originAt(host, actualPort)
  const sandbox = createSandbox({ ...rest, ...(kept && touching(rest, kept)), origin })
  if (saved !== null) restoreFrom(stateFile, sandbox, saved)
  running.sandbox = sandbox
  const stop = () =>
    new Promise<void>((resolve) => {
      sandbox.close()
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  // A file that cannot be written is said now, and not when everything is lost.
  await kept?.write().catch(async (error) => {
    await stop()
    throw error
  })
  return {
    sandbox,
    origin,
    async close() {
      // Before anything is called off, so that it is gone on with.
      await kept?.write().catch(onStateError)
      await stop()
    },
  }
}

/** Nothing runs in a sandbox that is only to try whether a state can be read. */
const STILL = { schedule: () => () => {}, fetch: () => new Promise<Response>(() => {}) }

function restoreFrom(file: string | undefined, sandbox: Sandbox, saved: unknown): void {
  try {
    sandbox.restore(saved)
  } catch (cause) {
    if (!(cause instanceof SandboxError)) throw cause
    throw new SandboxError('bad_state', `${file}: ${cause.message} Move it away to begin anew.`, { cause })
  }
}

/** Whatever changes something beside requests: what falls due, and what a webhook's receiver answers. */
function touching(options: SandboxOptions, { touch }: StateFile): Pick<SandboxOptions, 'schedule' | 'fetch'> {
  const { schedule = platformScheduler, fetch = globalThis.fetch } = options
  return {
    schedule: (run, delayMs) =>
      schedule(() => {
        run()
        touch()
      }, delayMs),
    fetch: (input, init) => fetch(input, init).finally(touch),
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
