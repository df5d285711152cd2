import { parseArgs } from 'node:util'

export type Arguments =
  | { type: 'help' }
  | { type: 'wrong'; message: string }
  | { type: 'start'; port: number; sandboxPort: number; sandboxOrigin: string | null; dev: boolean }

export const USAGE = `Usage: pnpm --filter @nectar-connect/demo start [--port 4300] [--sandbox-port 4400] [--sandbox origin] [--dev]

  --port          where Plumbline listens (or PORT)
  --sandbox-port  where the Nectar sandbox listens (or SANDBOX_PORT)
  --sandbox       a Nectar sandbox that is running already, such as http://localhost:4400 (or SANDBOX_ORIGIN)
  --dev           serve the pages through Vite, so that edits show at once
  --help          this text`

/** What the command line and the environment ask for. Never throws. */
export function readArguments(args: string[], env: Record<string, string | undefined>): Arguments {
  let values: { port?: string; 'sandbox-port'?: string; sandbox?: string; dev?: boolean; help?: boolean }
  try {
    values = parseArgs({ args, options: OPTIONS }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return { type: 'wrong', message: `${reason}\n\n${USAGE}` }
  }
  if (values.help) return { type: 'help' }
  const port = readPort(values.port ?? env.PORT ?? '4300')
  const sandboxPort = readPort(values['sandbox-port'] ?? env.SANDBOX_PORT ?? '4400')
  if (port === null || sandboxPort === null) {
    return { type: 'wrong', message: `A port is a whole number from 0 to 65535.\n\n${USAGE}` }
  }
  if (port === sandboxPort && port !== 0) {
    return { type: 'wrong', message: `Plumbline and the sandbox cannot both have port ${port}.\n\n${USAGE}` }
  }
  const sandboxOrigin = values.sandbox ?? env.SANDBOX_ORIGIN ?? null
  if (sandboxOrigin !== null && !/^https?:\/\/[^/]+$/.test(sandboxOrigin)) {
    return { type: 'wrong', message: `--sandbox is an origin, such as http://localhost:4400.\n\n${USAGE}` }
  }
  return { type: 'start', port, sandboxPort, sandboxOrigin, dev: values.dev ?? false }
}

const OPTIONS = {
  port: { type: 'string' },
  'sandbox-port': { type: 'string' },
  sandbox: { type: 'string' },
  dev: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

function readPort(text: string): number | null {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null
}
