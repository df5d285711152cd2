import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { runCli } from './run-cli.ts'
import { createCliIo } from './testing/host-and-nectar.ts'

async function run(...args: string[]) {
  const io = createCliIo()
  const code = await runCli(args, io)
  return { code, printed: io.printed(), printedErrors: io.printedErrors() }
}

test('help and version', async () => {
  expect(await run('--version')).toEqual({ code: 0, printed: `${manifest.version}\n`, printedErrors: '' })
  expect((await run('--help')).printed).toContain('doctor')
  for (const command of ['doctor', 'trace', 'init']) {
    const { code, printed } = await run(command, '--help')
    expect(code).toBe(0)
    expect(printed).toContain(`Usage: nectar-connect ${command}`)
  }
})

test.each([
  [[], 'Usage: nectar-connect'],
  [['docter'], 'there is no command "docter". Did you mean doctor?'],
  [['doctor'], 'nothing to look at'],
  [['doctor', '--what'], "Unknown option '--what'"],
  [['doctor', '--compny', '42'], "Unknown option '--compny'. Did you mean --company?"],
  [['doctor', '--url'], "Option '--url <value>' argument missing"],
  [['doctor', '--url', 'app.example.com'], '--url is no web address'],
  [['doctor', '--url', 'https://user:pass@app.example.com'], '--url is no web address'],
  [['doctor', '--company', '42'], '--company is no UUID'],
  [['doctor', '--page', 'https://a.example', '--header', 'Cookie'], 'A header cannot be read'],
  [
    ['doctor', '--page', 'https://a.example', '--api-origin', 'http://nectar.example'],
    '--api-origin is no origin',
  ],
  [['doctor', '--page', 'https://a.example', '--api-version', 'v3'], '--api-version is none of v2.2'],
  [['trace'], 'Give one id'],
  [['trace', 'NC-7F3K-92QD'], 'nowhere to look'],
  [['trace', 'a b', '--log', '-'], 'is no id'],
  [['trace', 'NC-7F3K-92QD', '--redis', 'localhost'], "Unknown option '--redis'"],
  [['init', '--dryrun'], 'Did you mean --dry-run?'],
])('used wrongly: %j', async (args, message) => {
  const { code, printed, printedErrors } = await run(...args)
  expect({ code, printed }).toEqual({ code: 2, printed: '' })
  expect(printedErrors).toContain(message)
})
