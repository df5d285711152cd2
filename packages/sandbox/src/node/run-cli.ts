import { readFile } from 'node:fs/promises'
import { SANDBOX_PROVIDER_URL } from '../core/catalog.ts'
import { SANDBOX_PASSWORD, SANDBOX_USERNAME } from '../hosted/sign-ins.ts'
import { SandboxError } from '../lib/errors.ts'
import { DEFAULT_API_KEY } from '../lib/options.ts'
import { readArguments, USAGE } from './cli-options.ts'
import { type StartOptions, startSandbox } from './start-sandbox.ts'

/** What the command needs of the process around it. */
export interface CliIo {
  print(text: string): void
  printError(text: string): void
  /** Called when the process is asked to end. */
  onStop(stop: () => void): void
  exit(code: number): void
}

/** The command `nectar-sandbox`. Settles once it listens, or is done. */
export async function runCli(args: readonly string[], io: CliIo): Promise<void> {
  try {
    const command = readArguments(args)
    if (command.kind === 'help') return io.print(USAGE)
    if (command.kind === 'version') return io.print(await readVersion())
    await start(command.options, io)
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error
    io.printError(
      `nectar-sandbox: ${error.message}${error.code === 'port_in_use' ? ' For example: --port 4401' : ''}`,
    )
    io.exit(1)
  }
}

async function start(options: StartOptions, io: CliIo): Promise<void> {
  const { origin, close } = await startSandbox(options)
  io.onStop(() => void close())
  const keys = options.apiKeys ?? [DEFAULT_API_KEY]
  io.print(
    [
      `Nectar sandbox is running at ${origin}`,
      '',
      `  Console   ${origin}  (what it holds, live, with switches)`,
      `  API       ${origin}/v2.2`,
      ...keys.map((key) => `  Key       ${key}`),
      `  Provider  ${SANDBOX_PROVIDER_URL}`,
      `  Username  ${SANDBOX_USERNAME}`,
      `  Password  ${SANDBOX_PASSWORD}`,
      ...(options.webhook ? [`  Webhooks  ${options.webhook.url}`] : []),
      '',
      'Stop it with Ctrl+C. Everything it holds is gone then.',
    ].join('\n'),
  )
}

/** The package's own version; both `src` and `dist` stand beside its package.json. */
async function readVersion(): Promise<string> {
  for (const path of ['../package.json', '../../package.json']) {
    const manifest = await readFile(new URL(path, import.meta.url), 'utf8').catch(() => null)
    if (manifest !== null) return String(JSON.parse(manifest).version)
  }
  return 'unknown'
}
