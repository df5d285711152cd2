import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startSandbox } from '../node.ts'
import { runCli } from './run-cli.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nectar-sandbox-'))
  file = path.join(folder, 'state.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const COMPANY = {
  name: 'Harrow Lane Hotels',
  connections: [{ provider: 'coast-range-gas', status: 'CONNECTED' }],
}

const post = (origin: string, call: string, body: unknown) =>
  fetch(`${origin}/_sandbox/${call}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const read = async () => JSON.parse(await readFile(file, 'utf8'))

test('what one process held, the next one goes on with', async () => {
  const first = await startSandbox({ port: 0, stateFile: file })
  await post(first.origin, 'seed', [COMPANY])
  const before = first.sandbox.control.snapshot()
  await first.close()
  const second = await startSandbox({ port: 0, stateFile: file })
  expect(second.sandbox.control.snapshot()).toEqual(before)
  expect(before.connections).toHaveLength(1)
  await second.close()
  expect(await readdir(folder)).toEqual(['state.json'])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('it is written a moment after a request, and after a check, without anybody closing', async () => {
  const { origin, sandbox, close } = await startSandbox({ port: 0, stateFile: file, checkDelayMs: 0 })
  await post(origin, 'seed', [COMPANY])
  await vi.waitFor(async () => expect((await read()).companies).toHaveLength(1), 10_000)
  const { invitationUrl } = await (
    await fetch(`${origin}/v2.2/invitation/connection/${sandbox.control.snapshot().connections[0]?.id}`, {
      method: 'POST',
      headers: { 'X-API-Key': 'nectar-sandbox-key' },
      body: '{}',
    })
  ).json()
  const markup = await (await fetch(invitationUrl)).text()
  const flow = /name="flow" value="(.*?)"/.exec(markup)?.[1] ?? ''
  const form = new URLSearchParams({
    flow,
    at: 'sign-in',
    action: 'next',
    username: 'dana',
    password: 'wrong',
  })
  await fetch(invitationUrl, { method: 'POST', body: form })
  await vi.waitFor(
    async () => expect((await read()).connections[0].status).toBe('PASSWORD_INCORRECT'),
    10_000,
  )
  await close()
})

test.each([
  ['is cut off', '{"format":"nectar-sandbox","version":1,"comp', 'no JSON'],
  ['is of something else', '{"name":"my-app"}', 'no state of a sandbox'],
  ['is of a later version', '{"format":"nectar-sandbox","version":9}', 'version 9'],
])('a file that %s is said, left alone, and nothing listens', async (_, text, said) => {
  await writeFile(file, text)
  const printed: string[] = []
  const codes: number[] = []
  await runCli(['--port', '0', '--state', file], {
    print: (line) => printed.push(`printed: ${line}`),
    printError: (line) => printed.push(line),
    onStop: () => {},
    exit: (code) => codes.push(code),
  })
  expect(printed).toEqual([expect.stringContaining(said)])
  expect(printed[0]).toContain(file)
  expect(codes).toEqual([1])
  expect(await readFile(file, 'utf8')).toBe(text)
})

test('a place that cannot be written to is said at the start', async () => {
  const nowhere = path.join(folder, 'missing', 'state.json')
  await expect(startSandbox({ port: 0, stateFile: nowhere })).rejects.toMatchObject({
    code: 'bad_state',
    message: expect.stringContaining(nowhere),
  })
})

test('a file that can no longer be written is told, and the sandbox goes on', async () => {
  const told: string[] = []
  const { origin, close } = await startSandbox({
    port: 0,
    stateFile: file,
    onStateError: ({ message }) => told.push(message),
  })
  await rm(folder, { recursive: true })
  await post(origin, 'seed', [COMPANY])
  await vi.waitFor(() => expect(told).toEqual([expect.stringContaining('cannot be written')]), 10_000)
  expect((await fetch(origin)).status).toBe(200)
  await close()
})
