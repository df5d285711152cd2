import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import * as z from 'zod/mini'
import { type SeedCompany, seedCompany } from '../control/seed-schema.ts'
import { explain, SandboxError } from '../errors.ts'
import { DEFAULT_PORT, type SandboxOptions } from '../options.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'
import { serveConsole } from './serve-console.ts'

/** Options of `startSandbox`. */
export interface StartOptions extends SandboxOptions {
  /** Default 4400; 0 takes a free one. */
  port?: number
  /** The address to listen on. Default `127.0.0.1`: this machine only. */
  host?: string
  /**
   * A JSON file with a list of `SeedCompany` to begin with; `resetToSeed` comes back to them. Default: the sandbox begins
   * empty.
   */
  seedFile?: string
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
 * @throws SandboxError `invalid` for an option or a seed file that does not fit, `port_in_use` when another program has
 * the port, `listen_failed` when the address cannot be listened on
 * @example
 * const { sandbox, origin, close } = await startSandbox({ port: 0 })
 * await sandbox.control.seed({ companies: [{ name: 'Harrow Lane Hotels' }] })
 * console.log(`Nectar's sandbox is at ${origin}`)
 * await close()
 */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = DEFAULT_PORT, host = '127.0.0.1', seedFile, ...rest } = options
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SandboxError('invalid', `"port" is ${port}. Give a whole number from 0 to 65535.`)
  }
  const companies = seedFile === undefined ? [] : await readSeedFile(seedFile)
  // Before listening, so that a wrong option or company does not leave a port open.
  const trial = createSandbox(rest)
  await trial.control.seed({ companies })
  trial.close()
  let sandbox: Sandbox | null = null
  const server = createAdaptorServer({
    fetch: async (request, { outgoing }) => {
      try {
        const page = await serveConsole(request.url)
        return page ?? (await sandbox?.fetch(request)) ?? new Response(null, { status: 503 })
      } catch {
        // It rejects only when the connection is to break, or is broken already.
        outgoing.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
  })
  const actualPort = await new Promise<number>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, host, port)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
  const origin = rest.origin ?? originAt(host, actualPort)
  const started = createSandbox({ ...rest, origin })
  await started.control.seed({ companies })
  sandbox = started
  return {
    sandbox: started,
    origin,
    close: () =>
      new Promise((resolve) => {
        started.close()
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** @throws SandboxError `invalid`, saying what is wrong with the file, and where */
async function readSeedFile(file: string): Promise<SeedCompany[]> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unreadable'
    throw new SandboxError('invalid', `The seed file ${file} cannot be read: ${reason}.`, { cause })
  }
  const parsed = z.array(seedCompany).safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new SandboxError('invalid', `The seed file ${file} does not fit. ${explain(issue, 'The file')}`)
}

const LOOPBACK = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost']

/** Where a sandbox that listens there is reached, as browsers write it: without the port that goes without saying. */
function originAt(host: string, port: number): string {
  const name = LOOPBACK.includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return new URL(`http://${name}:${port}`).origin
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): SandboxError {
  const { code = 'unknown' } = cause
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port.`
    return new SandboxError('port_in_use', message, { cause })
  }
  const message = `Cannot listen on port ${port} of ${host} (${code}). Choose another port or host.`
  return new SandboxError('listen_failed', message, { cause })
}
