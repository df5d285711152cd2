import { createNectarConnect } from '@nectar-connect/server'
import { afterEach, describe, expect, test } from 'vitest'
import { silentLogger } from '../silent-logger.ts'
import { type Ask, type Call, startLoad } from './load.ts'
import { type StartedNectar, startNectar } from './start-nectar.ts'

const [OLD, NEW] = ['key-of-the-last-quarter', 'key-of-this-quarter']
const SECRET = 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ=='
const APP = 'https://app.example.com'
const CLIENTS = 6

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** One server process, counting what Nectar refused and how often the key was read. */
function startServer(nectar: StartedNectar, apiKey: string | (() => Promise<string>)) {
  const counts = { refused: 0, reads: 0 }
  const server = createNectarConnect({
    apiKey:
      typeof apiKey === 'string'
        ? apiKey
        : () => {
            counts.reads++
            return apiKey()
          },
    webhookSecret: SECRET,
    nectar: { sandbox: nectar.origin },
    publicOrigin: APP,
    authorize: () => ({ companyId: nectar.companyId, userId: 'user-1' }),
    logger: silentLogger,
    async fetch(input, init) {
      const response = await fetch(input, init)
      if (response.status === 401) counts.refused++
      return response
    },
  })
  closing.push(() => server.close())
  const request = (path: string, body?: unknown) =>
    server.handler(
      new Request(`${APP}/api/nectar${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { origin: APP, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  async function ask(path: string, body?: unknown): Promise<Call> {
    const response = await request(path, body)
    const answer = (await response.json()) as { code?: string }
    const scope = response.headers.get('nectar-connect-scope')
    return { path, status: response.status, code: answer.code ?? '', scope, body: answer }
  }
  return { server, counts, request, ask }
}

async function startRotation() {
  const nectar = await startNectar({ apiKeys: [OLD], secret: SECRET }, 3)
  closing.push(nectar.close)
  return nectar
}

/** Ends with the test, however that ends. */
function loadOn(ask: Ask, connectionIds: readonly string[], clients: number) {
  const load = startLoad(ask, connectionIds, clients)
  closing.push(load.stop)
  return load
}

const failed = (calls: Call[]) => calls.filter(({ status }) => status !== 200)
const idOf = (answer: unknown) => (answer as { id: string }).id

describe('a key that is rotated under load, step by step', () => {
  test('no request fails, no invitation is created twice, no stream breaks, and nobody has to start over', async () => {
    const nectar = await startRotation()
    let stored = OLD
    const process = startServer(nectar, async () => stored)
    nectar.deliverTo(process.server.handler)
    const streams = await Promise.all([process.request('/changes'), process.request('/changes')])
    const read = streams.map((stream) =>
      readUntil(stream, nectar.connectionIds[0] ?? '', 'MFA_TOKEN_EXPIRED'),
    )
    const load = loadOn(process.ask, nectar.connectionIds, CLIENTS)

    await load.rounds(3)
    // 1. A second key is made: both are good.
    await nectar.control.addApiKey({ key: NEW })
    await load.rounds(2)
    // 2. It is stored where the function reads it.
    stored = NEW
    await load.rounds(2)
    expect(process.counts).toEqual({ refused: 0, reads: 1 })
    // 3. The old one is deleted, while requests are on their way.
    await nectar.control.removeApiKey({ key: OLD })
    await load.rounds(4)
    await nectar.control.setConnectionStatus({
      connectionId: nectar.connectionIds[0] ?? '',
      status: 'MFA_TOKEN_EXPIRED',
    })
    await load.rounds(2)
    await load.stop()

    expect(failed(load.calls)).toEqual([])
    expect(load.calls.length).toBeGreaterThanOrEqual(13 * 9 * CLIENTS)
    expect(process.counts.refused).toBeGreaterThan(0)
    expect(process.counts.reads).toBe(2)

    const ids = [...load.attempts.values()].map((answers) => new Set(answers.map(idOf)))
    expect(ids.every(({ size }) => size === 1)).toBe(true)
    expect((await nectar.control.stats()).invitationsCreated).toBe(load.attempts.size)
    expect(new Set(ids.map(([id]) => id)).size).toBe(load.attempts.size)

    expect(new Set(load.calls.map(({ scope }) => scope)).size).toBe(1)
    expect(await Promise.all(read)).toEqual(['change', 'change'])
  })

  test('several processes, each at its own pace', async () => {
    const nectar = await startRotation()
    const stored = { first: OLD, second: OLD }
    const first = startServer(nectar, async () => stored.first)
    const second = startServer(nectar, async () => stored.second)
    const loads = [first, second].map(({ ask }) => loadOn(ask, nectar.connectionIds, CLIENTS / 2))
    const rounds = (count: number) => Promise.all(loads.map((load) => load.rounds(count)))

    await rounds(2)
    await nectar.control.addApiKey({ key: NEW })
    stored.first = NEW
    await rounds(2)
    stored.second = NEW
    const third = startServer(nectar, async () => NEW)
    loads.push(loadOn(third.ask, nectar.connectionIds, CLIENTS / 2))
    await rounds(2)
    await nectar.control.removeApiKey({ key: OLD })
    await rounds(3)
    await Promise.all(loads.map((load) => load.stop()))

    expect(loads.flatMap(({ calls }) => failed(calls))).toEqual([])
    expect([first, second, third].map(({ counts }) => [counts.refused > 0, counts.reads])).toEqual([
      [true, 2],
      [true, 2],
      [false, 1],
    ])
    expect((await nectar.control.stats()).invitationsCreated).toBe(
      loads.reduce((sum, { attempts }) => sum + attempts.size, 0),
    )
  })
})

describe('out of order, or with a key that is a text, it is noticed', () => {
  test.each([
    ['the old one is deleted before the new one is stored', async () => OLD],
    ['the process cannot read another one', OLD],
  ])('%s', async (_, apiKey) => {
    const nectar = await startRotation()
    const { ask } = startServer(nectar, apiKey)
    const load = loadOn(ask, nectar.connectionIds, 2)
    await load.rounds(1)
    await nectar.control.addApiKey({ key: NEW })
    await nectar.control.removeApiKey({ key: OLD })
    await load.rounds(2)
    await load.stop()
    expect(new Set(failed(load.calls).map(({ code }) => code))).toEqual(new Set(['nectar_rejected_key']))
  })
})

/** Reads a stream until a connection gets a status. @returns what came last */
async function readUntil(stream: Response, connectionId: string, status: string): Promise<string> {
  const reader = stream.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const chunk = await reader?.read()
    if (chunk?.value === undefined) return 'ended'
    text += decoder.decode(chunk.value, { stream: true })
    if (text.includes(connectionId) && text.includes(`"to":"${status}"`)) break
  }
  await reader?.cancel()
  return 'change'
}
