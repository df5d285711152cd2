import { DOCTOR_USAGE } from './doctor/doctor-options.ts'
import { runDoctor } from './doctor/run-doctor.ts'
import { INIT_USAGE } from './init/init-options.ts'
import { runInit } from './init/run-init.ts'
import type { CliIo, ExitCode } from './lib/cli-io.ts'
import { UsageError } from './lib/usage-error.ts'
import { VERSION } from './lib/version.ts'
import { runTrace } from './trace/run-trace.ts'
import { TRACE_USAGE } from './trace/trace-options.ts'

const USAGE = `nectar-connect: set up, check and trace Nectar Connect

Usage: nectar-connect <command> [options]

  doctor        what is right, what is not, and how to mend it
  trace <id>    what happened to a request, event, invitation or connection
  init          writes the mount and the page for the framework of this folder

nectar-connect <command> --help says more.`

const COMMANDS = {
  doctor: { usage: DOCTOR_USAGE, run: runDoctor },
  trace: { usage: TRACE_USAGE, run: runTrace },
  init: { usage: INIT_USAGE, run: runInit },
} as const

/** The command `nectar-connect`. Never throws what was typed wrongly. */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const [name = '', ...rest] = args
  if (name === '--version') return say(io, VERSION)
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    return name === '' ? printError(io, USAGE) : say(io, USAGE)
  }
  if (!isCommand(name)) return printError(io, `nectar-connect: there is no command "${name}".\n\n${USAGE}`)
  const { usage, run } = COMMANDS[name]
  if (rest.includes('--help') || rest.includes('-h')) return say(io, usage)
  try {
    return await run(rest, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return printError(io, `nectar-connect ${name}: ${error.message}\nSee nectar-connect ${name} --help.`)
  }
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name)
}

function say(io: CliIo, text: string): ExitCode {
  io.print(text)
  return 0
}

function printError(io: CliIo, text: string): ExitCode {
  io.printError(text)
  return 2
}
