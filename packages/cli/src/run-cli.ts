import { DOCTOR_USAGE } from './doctor/doctor-options.ts'
import { runDoctor } from './doctor/run-doctor.ts'
import { INIT_USAGE, runInit } from './init/run-init.ts'
import { type CliIo, didYouMean, type ExitCode, UsageError } from './lib/command.ts'
import { VERSION } from './lib/version.ts'
import { runTrace, TRACE_USAGE } from './trace/run-trace.ts'

const USAGE = `nectar-connect: set up, check and trace Nectar Connect

Usage: nectar-connect <command> [options]

  doctor        what is right, what is not, and how to fix it
  trace <id>    what a log tells of a request, event, invitation or connection
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
  const say = (text: string) => {
    io.print(text)
    return 0 as const
  }
  const fail = (text: string) => {
    io.printError(text)
    return 2 as const
  }
  if (name === '--version') return say(VERSION)
  if (name === '--help' || name === '-h' || name === 'help') return say(USAGE)
  if (name === '') return fail(USAGE)
  if (!isCommand(name)) {
    const guess = didYouMean(name, Object.keys(COMMANDS))
    return fail(`nectar-connect: there is no command "${name}"${guess}\n\n${USAGE}`)
  }
  const { usage, run } = COMMANDS[name]
  if (rest.includes('--help') || rest.includes('-h')) return say(usage)
  try {
    return await run(rest, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return fail(`nectar-connect ${name}: ${error.message}\nSee nectar-connect ${name} --help.`)
  }
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name)
}
