#!/usr/bin/env node
import { runCli } from './node/run-cli.ts'

await runCli(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
  onStop: (stop) => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  },
  exit: (code) => {
    process.exitCode = code
  },
})
