import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startSandbox } from '../node.ts'
import { runCli } from './run-cli.ts'

test('listens on a free port, makes links to itself, tells a taken port, and stops', async () => {
  const now = () => Date.parse('2026-11-24T05:31:56Z')
  const running = await startSandbox({ port: 0, now })
  const { sandbox, origin, close } = running
  const [company] = await sandbox.control.seed({ companies: [{ name: 'Harrow Lane Hotels' }] })
  const response = await fetch(`${origin}/v2.2/invitation/company/${company?.id}`, {
    method: 'POST',
    headers: { 'X-API-Key': 'nectar-sandbox-key' },
    body: '{}',
  })
  expect(response.status).toBe(201)
  expect(response.headers.get('date')).toBe('Tue, 24 Nov 2026 05:31:56 GMT')
  const { invitationUrl } = await response.json()
  expect(new URL(invitationUrl).origin).toBe(origin)
  expect((await fetch(invitationUrl)).status).toBe(200)
  const port = Number(new URL(origin).port)
  await expect(startSandbox({ port })).rejects.toMatchObject({
    code: 'port_in_use',
    message: expect.stringContaining(`Port ${port}`),
  })
  const said: string[] = []
  const codes: number[] = []
  await runCli(['--port', String(port)], {
    print: (text) => said.push(text),
    printError: (text) => said.push(text),
    onStop: () => {},
    exit: (code) => codes.push(code),
  })
  expect(said.join()).toContain('taken by another program')
  expect(codes).toEqual([1])
  await close()
  await expect(fetch(`${origin}/`)).rejects.toThrow()
})

test('a wrong option is said before anything listens', async () => {
  await expect(startSandbox({ port: 70_000 })).rejects.toMatchObject({ code: 'invalid' })
  await expect(startSandbox({ port: 0, apiKeys: [] })).rejects.toMatchObject({ code: 'invalid' })
})

test('a seed file brings the first companies, and starting over brings them back', async () => {
  const file = await write(JSON.stringify([{ name: 'Harrow Lane Hotels', sites: [{ name: 'The Alder' }] }]))
  const { sandbox, close } = await startSandbox({ port: 0, seedFile: file })
  const before = (await sandbox.control.snapshot()).companies
  expect(before).toMatchObject([{ name: 'Harrow Lane Hotels', sites: [{ name: 'The Alder' }] }])
  await sandbox.control.reset()
  await sandbox.control.resetToSeed()
  expect((await sandbox.control.snapshot()).companies).toEqual(before)
  await close()
})

test.each([
  ['no list', '{}', 'expected array'],
  ['not JSON', '[{"name": ]', 'is not valid JSON'],
  ['a wrong field', '[{"name": "A"}, {"name": "B", "sites": [{"name": ""}]}]', '1.sites.0.name: must be'],
  ['an unknown field', '[{"name": "A", "nmae": "B"}]', '0: unknown field "nmae"'],
  [
    'an unknown provider',
    '[{"name": "A", "connections": [{"provider": "nobody", "status": "X"}]}]',
    'the provider "nobody"',
  ],
])('a seed file with %s is refused, and says where', async (_, text, said) => {
  const file = await write(text)
  await expect(startSandbox({ port: 0, seedFile: file })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining(said),
  })
})

test('a seed file that is missing is said', async () => {
  const errors: string[] = []
  const io = {
    print: () => {},
    printError: (text: string) => errors.push(text),
    onStop: () => {},
    exit: () => {},
  }
  await runCli(['--port', '0', '--seed-file', 'none.json'], io)
  expect(errors).toEqual([
    "nectar-sandbox: The seed file none.json cannot be read: ENOENT: no such file or directory, open 'none.json'.",
  ])
})

async function write(text: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'nectar-sandbox-')), 'companies.json')
  await writeFile(file, text)
  return file
}

async function run(args: string[]) {
  const said: string[] = []
  const stops: (() => void)[] = []
  const codes: number[] = []
  await runCli(args, {
    print: (text) => said.push(text),
    printError: (text) => said.push(text),
    onStop: (stop) => stops.push(stop),
    exit: (code) => codes.push(code),
  })
  for (const stop of stops) stop()
  return { said: said.join(), codes }
}

test('the command line becomes options', async () => {
  const webhook = ['--webhook-url', 'http://localhost:1/', '--webhook-secret', 'whsec_AAAA']
  const more = ['--webhook-format', 'lean', '--retry-scale', '0.01', '--brand-name', 'Plumbline']
  const keys = ['--api-key', 'a', '--api-key', 'b', '--check', '10']
  const { said, codes } = await run(['--port', '0', ...keys, ...webhook, ...more])
  expect(said).toMatch(/running at http:\/\/localhost:\d+/)
  expect(said).toMatch(/Key +a\n +Key +b\n/)
  expect(said).toContain('Webhooks  http://localhost:1/')
  expect(codes).toEqual([])
})

test.each([
  ['an unknown option', ['--prot', '1'], '--prot'],
  ['a port in words', ['--port', 'many'], '--port 4400'],
  ['half a webhook', ['--webhook-url', 'http://localhost:1/'], '--webhook-secret'],
  ['the other half', ['--retry-scale', '1'], '--webhook-url'],
  [
    'an unknown format',
    ['--webhook-url', 'http://localhost:1/', '--webhook-secret', 'whsec_AAAA', '--webhook-format', 'x'],
    'catalog, lean',
  ],
  ['a stray word', ['start'], '--help'],
  ['a seed without a file', ['--seed-file', ''], '--seed-file companies.json'],
  ['an option without its value', ['--seed-file'], '--help'],
])('%s is said with the fix', async (_, args, fix) => {
  const { said, codes } = await run(args)
  expect(said).toContain(fix)
  expect(codes).toEqual([1])
})

test('help and version are printed', async () => {
  expect((await run(['--help'])).said).toContain('--webhook-secret')
  expect((await run(['--version'])).said).toMatch(/^\d+\.\d+\.\d+/)
})
