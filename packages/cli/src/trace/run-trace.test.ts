import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import { DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import { createMemoryStore, jsonLogger } from '@nectar-connect/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { COOKIE, createCliIo, listen, SECRET, startCliBench } from '../testing/host-and-nectar.ts'
import { runTrace, type Trace } from './run-trace.ts'

const REFERENCE = 'NC-7F3K-92QD'
const INVITATION = '0c44d2d7-6c55-408e-b458-d80e5b880479'

/** The lines that a logger writes on the console of a process. */
function captureConsole(): string[] {
  const lines: string[] = []
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    const spy = vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
    onTestFinished(() => spy.mockRestore())
  }
  return lines
}

/**
 * A customer opens the widget and connects; webhooks tell of it, and the host's own function fails at the first.
 * All of it is real but for the customer.
 */
async function live() {
  const store = createMemoryStore()
  const lines = captureConsole()
  let failures = 1
  const bench = await startCliBench({
    nectar: {
      store,
      logger: jsonLogger,
      onConnectionChange() {
        if (failures-- > 0) throw new Error('the database is away')
      },
    },
  })
  const { control } = bench.sandbox.sandbox
  await control.setWebhook({ target: { url: `${bench.url}/webhooks`, secret: SECRET, retryScale: 0.001 } })
  /** A page of somebody who is signed in asks for it. */
  async function post<T>(route: string, body: object, reference = 'NC-0PEN-0NCE'): Promise<T> {
    const response = await fetch(`${bench.url}${route}`, {
      method: 'POST',
      headers: {
        cookie: COOKIE,
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'nectar-connect-reference': reference,
      },
      body: JSON.stringify({ idempotencyKey: crypto.randomUUID(), ...body }),
    })
    expect(response.status).toBe(200)
    return response.json()
  }
  const { id: invitationId, url } = await post<{ id: string; url: string }>(
    '/invitations',
    { reason: 'first', kind: 'contributor' },
    REFERENCE,
  )
  const connectionId = await control.submitDetails({ invitationId, provider: 'cascadia-power' })
  await control.advanceTime({ ms: 60_000 })
  await vi.waitFor(async () => {
    expect((await store.findConnection(connectionId))?.status).toBe('CONNECTED')
    expect((await control.deliveries()).every(({ state }) => state === 'delivered')).toBe(true)
  }, 20_000)
  // Two tell of the connection, and either may come first.
  const failed = (await control.deliveries()).find(({ attempts }) => attempts.length > 1)
  const eventId = failed?.id ?? ''
  const { id: own } = await post<{ id: string }>('/invitations', {
    kind: 'reconnect',
    connectionId,
    reason: 'first',
  })
  return { bench, lines, invitationId, connectionId, own, eventId, token: url.split('/').at(-1) ?? '' }
}

/** Runs `trace --json`. */
async function trace(args: string[], lines: string[], env: Record<string, string> = {}) {
  const io = createIo(lines, env)
  const code = await runTrace([...args, '--json'], io)
  return { code, ...(JSON.parse(io.printed()) as Trace), text: io.printed() }
}

function createIo(lines: string[], env: Record<string, string> = {}) {
  const stdin = (async function* () {
    yield* lines.map((line) => `${line}\n`)
  })()
  return createCliIo({ env, stdin, columns: 80 })
}

function temporary(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-trace-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return path.join(folder, name)
}

test('the lines of a request, and how its invitation and connection stand at Nectar', async () => {
  const { lines, invitationId, connectionId, own, eventId, token, bench } = await live()
  const env = { NECTAR_API_KEY: DEFAULT_API_KEY }
  const sources = ['--log', '-', '--api-origin', bench.sandbox.origin]

  const request = await trace([REFERENCE.toLowerCase(), ...sources], lines, env)
  expect(request).toMatchObject({ code: 0, id: REFERENCE, related: [invitationId], faults: [] })
  expect(request.lines).toMatchObject([
    { level: 'info', text: 'An invitation was made.', fields: { reference: REFERENCE, kind: 'contributor' } },
  ])
  const connection = expect.stringMatching(new RegExp(`^connection ${connectionId}: CONNECTED since 20`))
  expect(request.now).toEqual([
    `invitation ${invitationId}: FULFILLED, used 1 of 1, made connection ${connectionId}`,
    connection,
  ])

  const event = await trace([eventId, ...sources], lines, env)
  const said = event.lines.map(({ level, text }) => `${level} ${text}`)
  expect(said).toEqual(
    expect.arrayContaining([
      'warn A webhook was not handled. It comes again.',
      expect.stringContaining('error The "onConnectionChange" function failed'),
      'info A webhook came.',
    ]),
  )
  expect(said.findIndex((line) => line.includes('not handled'))).toBeLessThan(
    said.indexOf('info A webhook came.'),
  )
  expect(event.now).toEqual([connection])

  const mended = await trace([own.toUpperCase(), '--api-origin', bench.sandbox.origin], [], env)
  expect(mended.now).toEqual([
    `invitation ${own}: ACTIVE, used 0 of 1, mends connection ${connectionId}`,
    connection,
  ])
  for (const { text } of [request, event, mended]) {
    for (const secret of [DEFAULT_API_KEY, SECRET, token, COOKIE]) expect(text).not.toContain(secret)
  }
})

/** A terminal does what follows it. */
const OBEYED = String.fromCharCode(27)

test('what a person reads', async () => {
  const lines = [
    JSON.stringify({
      time: '2026-11-24T23:58:01.120Z',
      level: 'info',
      message: 'An invitation was made.',
      reference: REFERENCE,
      invitationId: INVITATION,
      connectionId: null,
    }),
    JSON.stringify({
      time: '2026-11-25T00:03:44Z',
      level: 'error',
      message: 'The "onConnectionChange" function failed, so that the event was not handled. It comes again.',
      reference: REFERENCE,
      cause: { name: 'Error', stack: 'x'.repeat(500) },
    }),
    `${REFERENCE}: ${OBEYED}]0;title`,
    JSON.stringify({ level: `${OBEYED}[2J`, msg: 'Again.', id: REFERENCE }),
  ]
  const io = createIo(lines)
  expect(await runTrace([REFERENCE, '--log', '-'], io)).toBe(0)
  expect(io.printed().replace(/x{200,}/, 'x…')).toMatchInlineSnapshot(`
    "
    NC-7F3K-92QD

      2026-11-24T23:58:01.120Z  info
        An invitation was made.
        reference=NC-7F3K-92QD invitationId=0c44d2d7-6c55-408e-b458-d80e5b880479

      2026-11-25T00:03:44.000Z  error
        The "onConnectionChange" function failed, so that the event was not handled.
        It comes again.
        reference=NC-7F3K-92QD
        cause={"name":"Error","stack":"x……

      no time
        NC-7F3K-92QD: �]0;title

      no time  �[2j
        Again.
        id=NC-7F3K-92QD

    Named with it
      0c44d2d7-6c55-408e-b458-d80e5b880479
    "
  `)
})

test('what the console wrote below a line belongs to it', async () => {
  const fields = {
    reference: REFERENCE,
    invitationId: INVITATION,
    cause: { code: 'ECONNREFUSED' },
    more: 'y'.repeat(80),
  }
  const written = `before\n[nectar-connect] An invitation was made. ${inspect(fields)}\nafter {\n}`
  expect(written.split('\n').length).toBeGreaterThan(4)
  const found = await trace([REFERENCE, '--log', '-'], written.split('\n'))
  expect(found.lines).toMatchObject([
    { text: expect.stringMatching(/^\[nectar-connect\] An invitation was made\. \{ reference: .* \}$/) },
  ])
  expect(found.related).toEqual([INVITATION])
  const cut = await trace(
    [REFERENCE, '--log', '-'],
    ['[nectar-connect] It failed. {', `  reference: '${REFERENCE}',`],
  )
  expect(cut.lines).toMatchObject([{ text: `[nectar-connect] It failed. { reference: '${REFERENCE}',` }])
})

test('several logs make one order', async () => {
  const [first, second] = [temporary('web-1.log'), temporary('web-2.log')]
  const line = (time: string) =>
    `web | {"time":"${time}","message":"${time.slice(11, 16)}","reference":"${REFERENCE}"}\r\n`
  writeFileSync(first, line('2026-11-24T16:42:00Z') + line('2026-11-24T16:44:00Z'))
  writeFileSync(second, line('2026-11-24T16:43:00Z') + line('2026-11-24T16:45:00Z'))
  const { lines } = await trace([REFERENCE, '--log', first, '--log', second], [])
  expect(lines.map(({ text }) => text)).toEqual(['16:42', '16:43', '16:44', '16:45'])
})

test('what is not known, and sources that cannot be read', async () => {
  const nothing = await trace([REFERENCE, '--log', '-'], ['{"message":"something else"}'])
  expect(nothing).toMatchObject({ code: 1, lines: [], faults: [] })
  const missing = await trace([REFERENCE, '--log', '/nowhere/app.log'], [])
  expect(missing).toMatchObject({ code: 1, faults: [expect.stringContaining('/nowhere/app.log')] })
  const { origin, close } = await listen(() => {})
  await close()
  const away = ['--log', '-', '--api-origin', origin]
  const refused = await trace([INVITATION, ...away], [`{"invitationId":"${INVITATION}"}`], {
    NECTAR_API_KEY: 'k',
  })
  expect(refused).toMatchObject({
    code: 1,
    faults: [`Nectar could not be read: Nothing listens on ${new URL(origin).host}.`],
  })
})

test('lines of other loggers are read, and lose their secrets', async () => {
  const id = 'NC-1111-2222'
  const lines = [
    `{"level":50,"time":1795538526123,"msg":"refused","nectar":{"reference":"${id}","apiKey":"k-123456"}}`,
    `{"severity":"INFO","ts":1795538525.5,"message":"before","reference":"${id}"}`,
    `2026-11-24T16:42:05.000Z app says https://dash.nectarclimate.com/p/i/abc123 for ${id}`,
    `    at the same time, ${id}, in a line without any`,
    '{"msg":"nothing to do with it"}',
  ]
  const { lines: found, text } = await trace([id, '--log', '-'], lines)
  expect(found).toEqual([
    expect.objectContaining({ text: expect.stringMatching(/^app says .+\/p\/i\/\[redacted\]/) }),
    expect.objectContaining({ text: expect.stringContaining('at the same time') }),
    expect.objectContaining({ level: 'info', text: 'before', at: '2026-11-24T16:42:05.500Z' }),
    expect.objectContaining({ level: 'error', text: 'refused', at: '2026-11-24T16:42:06.123Z' }),
  ])
  expect(text).not.toMatch(/k-123456|abc123/)
})
