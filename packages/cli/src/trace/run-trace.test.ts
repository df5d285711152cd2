import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import type { ConnectStore, NectarConnectOptions } from '@nectar-connect/server'
import { jsonLogger } from '@nectar-connect/server'
import { createRedisStore } from '@nectar-connect/server/redis'
import { createSqliteStore } from '@nectar-connect/server/sqlite'
import { REDIS_SERVER, startRedisServer } from '@nectar-connect/test-kit/redis-server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { COOKIE, createCliIo, SECRET, startCliBench } from '../testing/host-and-nectar.ts'
import type { FoundTrace } from './format-trace.ts'
import { runTrace } from './run-trace.ts'

const REFERENCE = 'NC-7F3K-92QD'

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
async function live(store: ConnectStore, more: Partial<NectarConnectOptions> = {}) {
  const lines = captureConsole()
  let failures = 1
  const bench = await startCliBench({
    nectar: {
      store,
      logger: jsonLogger,
      ...more,
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
  const eventId = (await control.deliveries())[0]?.id ?? ''
  return { bench, post, lines, invitationId, connectionId, eventId, token: url.split('/').at(-1) ?? '' }
}

async function trace(args: string[], lines: string[], env: Record<string, string> = {}) {
  const stdin = (async function* () {
    yield* lines.map((line) => `${line}\n`)
  })()
  const io = createCliIo({ env, stdin })
  const code = await runTrace([...args, '--json'], io)
  return { code, ...(JSON.parse(io.printed()) as FoundTrace), text: io.printed() }
}

function temporary(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nectar-connect-trace-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return path.join(folder, name)
}

/** A customer asks a colleague to mend the connection. @returns the invitation's id */
async function askColleague({ post, connectionId }: Awaited<ReturnType<typeof live>>): Promise<string> {
  const { results } = await post<{ results: { invitation: { id: string } }[] }>('/invitations/shared', {
    kind: 'reconnect',
    connectionId,
    to: ['theo@northpoint.example'],
    language: 'en',
  })
  return results[0]?.invitation.id ?? ''
}

test('one timeline of a request, from the log, the store and Nectar', async () => {
  const file = temporary('changes.db')
  const story = await live(createSqliteStore({ path: file }))
  const { lines, invitationId, connectionId, eventId, token, bench } = story
  const env = { NECTAR_API_KEY: DEFAULT_API_KEY }
  const sources = ['--log', '-', '--sqlite', file, '--api-origin', bench.sandbox.origin]

  const request = await trace([REFERENCE, ...sources], lines, env)
  expect(request.code).toBe(0)
  expect(request.faults).toEqual([])
  expect(request.related).toEqual(expect.arrayContaining([invitationId, connectionId]))
  const said = request.entries.map(({ source, text }) => `${source}: ${text}`)
  // Nectar's times have no milliseconds, so that only what lies apart has an order.
  expect(said).toEqual(expect.arrayContaining(['log: An invitation was made.', 'nectar: Invitation made.']))
  expect(said).toContain('nectar: The invitation made a connection.')
  expect(said).toContain('changes: CONNECTED, was PENDING.')
  expect(said.indexOf('changes: CONNECTED, was PENDING.')).toBeGreaterThan(
    said.indexOf('log: An invitation was made.'),
  )
  expect(request.now).toEqual([
    `invitation ${invitationId}: FULFILLED, used 1 of 1, made connection ${connectionId}`,
    `connection ${connectionId}: CONNECTED`,
  ])

  const event = await trace([eventId, ...sources], lines, env)
  expect(event.code).toBe(0)
  const told = event.entries.map(({ source, level, text }) => `${source} ${level ?? ''} ${text}`)
  expect(told).toEqual(
    expect.arrayContaining([
      'log warn A webhook was not handled. It comes again.',
      expect.stringContaining('log error The "onConnectionChange" function failed'),
      'log info A webhook came.',
      'changes  The event was handled.',
    ]),
  )
  expect(told.findIndex((line) => line.includes('not handled'))).toBeLessThan(
    told.indexOf('log info A webhook came.'),
  )

  for (const id of [invitationId, connectionId, connectionId.toUpperCase()]) {
    const found = await trace([id, ...sources], lines, env)
    expect(found.entries.map(({ text }) => text)).toContain('CONNECTED, was PENDING.')
    expect(found.text).not.toContain(token)
  }
  for (const { text } of [request, event]) {
    for (const secret of [DEFAULT_API_KEY, SECRET, token, COOKIE]) expect(text).not.toContain(secret)
  }
})

describe('what mends a connection', () => {
  /** The connection of a customer who opens the widget to mend it, and asks a colleague to. */
  async function mend() {
    const file = temporary('all.db')
    const story = await live(createSqliteStore({ path: file }))
    const { post, connectionId, bench } = story
    const { id: own } = await post<{ id: string }>('/invitations', {
      kind: 'reconnect',
      connectionId,
      reason: 'first',
    })
    const shared = await askColleague(story)
    return { ...story, own, shared, file, api: ['--api-origin', bench.sandbox.origin] }
  }

  test('a connection leads to the invitation that made it, and to all that mend it', async () => {
    const { invitationId, connectionId, own, shared, file, api } = await mend()
    const env = { NECTAR_API_KEY: DEFAULT_API_KEY }
    const found = await trace([connectionId, '--sqlite', file, ...api], [], env)
    expect(found.related).toEqual(expect.arrayContaining([invitationId, own, shared]))
    expect(found.now).toEqual([
      `connection ${connectionId}: CONNECTED`,
      ...[invitationId, own, shared].map(() => expect.stringMatching(/^invitation /)),
    ])
    expect(found.now).toEqual(
      expect.arrayContaining([
        `invitation ${invitationId}: FULFILLED, used 1 of 1, made connection ${connectionId}`,
        `invitation ${own}: ACTIVE, used 0 of 1, mends connection ${connectionId}`,
        `invitation ${shared}: ACTIVE, used 0 of 1, mends connection ${connectionId}`,
      ]),
    )
    const made = found.entries.filter(({ text }) => text === 'Invitation made.')
    expect(made.map(({ fields }) => fields.invitationId).toSorted()).toEqual(
      [invitationId, own, shared].toSorted(),
    )
    expect(found.entries.map(({ text }) => text)).toContain('A colleague was sent a mail.')
  })

  test('without Nectar, those whom a colleague was sent are known, and the log names the others', async () => {
    const { connectionId, own, shared, file, lines } = await mend()
    const recorded = await trace([connectionId, '--sqlite', file], [])
    expect(recorded.related).toContain(shared)
    expect(recorded.related).not.toContain(own)
    const logged = await trace([connectionId, '--log', '-'], lines)
    expect(logged.related).toEqual(expect.arrayContaining([own, shared]))
  })

  test('an invitation leads to the connection that it mends, wherever that is known', async () => {
    const { connectionId, own, shared, file, api, lines } = await mend()
    const env = { NECTAR_API_KEY: DEFAULT_API_KEY }
    const ways: [string, string[], string[], Record<string, string>][] = [
      [own, api, [], env],
      [shared, ['--sqlite', file], [], {}],
      [own, ['--sqlite', file, '--log', '-'], lines, {}],
    ]
    for (const [id, sources, log, secrets] of ways) {
      const found = await trace([id, ...sources], log, secrets)
      expect(found.related).toContain(connectionId)
      if (sources.includes(file)) {
        expect(found.entries.map(({ text }) => text)).toContain('CONNECTED, was PENDING.')
      }
    }
    const { now } = await trace([own, ...api], [], env)
    expect(now).toEqual([
      `invitation ${own}: ACTIVE, used 0 of 1, mends connection ${connectionId}`,
      `connection ${connectionId}: CONNECTED`,
    ])
  })
})

test('the log alone leads from a reference to what it was about', async () => {
  const { lines, invitationId } = await live(createSqliteStore({ path: temporary('changes.db') }))
  const file = temporary('app.log')
  writeFileSync(file, lines.map((line) => `web-1 | ${line}\r\n`).join(''))
  const found = await trace([REFERENCE.toLowerCase(), '--log', file], [])
  expect(found.related).toEqual([invitationId])
  expect(found.entries).toMatchObject([
    { level: 'info', text: 'An invitation was made.', fields: { reference: REFERENCE, kind: 'contributor' } },
  ])
  expect(found.unasked).toEqual(['the store (--sqlite, --redis)', 'Nectar (NECTAR_API_KEY)'])
})

test('what the console logger wrote is shown whole', async () => {
  const lines = ['[nectar-connect] It failed. {', "  reference: 'NC-7F3K-92QD',", "  code: 'busy'", '}']
  const { entries } = await trace(['NC-7F3K-92QD', '--log', '-'], lines)
  expect(entries).toMatchObject([
    { text: "[nectar-connect] It failed. { reference: 'NC-7F3K-92QD', code: 'busy' }" },
  ])
})

test.skipIf(REDIS_SERVER === null)('a store in Redis (needs redis-server)', async () => {
  const redis = await startRedisServer()
  onTestFinished(redis.close)
  const story = await live(createRedisStore({ url: redis.url, prefix: 'app' }))
  const { eventId, connectionId } = story
  const shared = await askColleague(story)
  const sources = ['--redis', redis.url, '--redis-prefix', 'app']
  const event = await trace([eventId, ...sources], [])
  expect(event.entries.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['The event was handled.', expect.stringMatching(/^PENDING, was /)]),
  )
  const connection = await trace([connectionId, ...sources], [])
  expect(connection.code).toBe(0)
  expect(connection.entries.map(({ text }) => text)).toContain('CONNECTED, was PENDING.')
  expect(connection.related).toContain(shared)
  const asked = await trace([shared, ...sources], [])
  expect(asked.entries.map(({ text }) => text)).toContain('A colleague was sent a mail.')
  expect(asked.related).toContain(connectionId)
})

test('what is not known, and sources that cannot be read', async () => {
  const nothing = await trace(['NC-0000-0000', '--log', '-'], ['{"message":"something else"}'])
  expect(nothing).toMatchObject({ code: 1, entries: [], faults: [] })
  const missing = await trace(['NC-0000-0000', '--log', '/nowhere/app.log', '--sqlite', '/nowhere/a.db'], [])
  expect(missing.code).toBe(1)
  expect(missing.faults.map(({ source }) => source)).toEqual(['SQLite', 'log'])
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
  const { entries, text } = await trace([id, '--log', '-'], lines)
  expect(entries).toEqual([
    expect.objectContaining({ text: expect.stringMatching(/^app says .+\/p\/i\/\[redacted\]/) }),
    expect.objectContaining({ text: expect.stringContaining('at the same time') }),
    expect.objectContaining({ level: 'info', text: 'before', at: '2026-11-24T16:42:05.500Z' }),
    expect.objectContaining({ level: 'error', text: 'refused', at: '2026-11-24T16:42:06.123Z' }),
  ])
  expect(text).not.toMatch(/k-123456|abc123/)
})
