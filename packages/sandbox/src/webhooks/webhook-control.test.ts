import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSandboxClient, SandboxError } from '../index.ts'
import { createBench, createWebhookBench, ORIGIN, START, standardHeaders, target } from '../testing/bench.ts'

const newSecret = 'whsec_YW5vdGhlci1zZWNyZXQtYW5vdGhlcg=='
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WAITS = [5000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR]

beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

describe('retries', () => {
  test('come at the documented times, then end', async () => {
    const { control, time, settled, deliveries } = createWebhookBench({}, Array(20).fill(500))
    await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    for (const wait of WAITS) {
      await settled()
      expect(await control.deliveries()).toMatchObject([
        { state: 'waiting', nextAttemptAt: time.now() + wait },
      ])
      time.advance(wait)
    }
    await settled()
    expect(await control.deliveries()).toMatchObject([{ state: 'given-up', nextAttemptAt: null }])
    expect(time.pending()).toBe(0)
    let at = START
    expect((await control.deliveries())[0]?.attempts).toEqual(
      [0, ...WAITS].map((wait) => {
        at += wait
        return { at, outcome: 'refused', status: 500 }
      }),
    )
    expect(new Set(deliveries.map(({ headers }) => headers['svix-id'])).size).toBe(1)
  })

  test('count from their own moments, in one leap over all of them', async () => {
    const { control, time, settled } = createWebhookBench({}, Array(20).fill(500))
    await control.freezeTime()
    await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await control.advanceTime({ ms: 3 * HOUR })
    for (const _ of WAITS) {
      await settled()
      time.advance(0)
    }
    const [event] = await control.deliveries()
    expect(event?.attempts.map(({ at }) => at - START)).toEqual([0, 5000, 305_000, 2_105_000, 9_305_000])
    expect(event).toMatchObject({ state: 'waiting', nextAttemptAt: START + 9_305_000 + 5 * HOUR })
  })

  test('can be compressed', async () => {
    const { control, time, settled } = createWebhookBench({ retryScale: 0.001 }, [500])
    await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await settled()
    expect(await control.deliveries()).toMatchObject([{ nextAttemptAt: START + 5 }])
    time.advance(5)
    await settled()
    expect(await control.deliveries()).toMatchObject([
      {
        state: 'delivered',
        attempts: [{ status: 500 }, { at: START + 5, outcome: 'accepted', status: 204 }],
      },
    ])
  })

  test('go to the endpoint as it is by then', async () => {
    const { control, time, settled, deliveries } = createWebhookBench({}, [500])
    await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await settled()
    await control.setWebhook({ target: { ...target, url: 'http://localhost:3001/hooks' } })
    time.advance(5000)
    expect(deliveries.map(({ url }) => url)).toEqual([target.url, 'http://localhost:3001/hooks'])
  })

  test.each([
    [new TypeError('fetch failed'), 'unreachable'],
    [new DOMException('too late', 'TimeoutError'), 'timed-out'],
  ])('%s is a failed try as well', async (error, outcome) => {
    const { sandbox } = createBench({ webhook: target, fetch: () => Promise.reject(error) })
    await sandbox.control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await vi.waitFor(async () =>
      expect(await sandbox.control.deliveries()).toMatchObject([
        { state: 'waiting', attempts: [{ outcome, status: null }] },
      ]),
    )
  })
})

describe('an endpoint', () => {
  test('that failed for days is disabled, and is enabled again by hand', async () => {
    const { control, time, settled, deliveries } = createWebhookBench({}, Array(40).fill(500))
    await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await settled()
    expect(await control.webhook()).toMatchObject({ disabledBy: null, failingSince: START })
    await control.advanceTime({ ms: 5 * 24 * HOUR })
    await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await settled()
    expect(await control.webhook()).toMatchObject({ disabledBy: 'failures' })
    const sent = deliveries.length
    const missed = await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    time.advance(48 * HOUR)
    await settled()
    expect(deliveries).toHaveLength(sent)
    expect((await control.deliveries()).at(-1)).toMatchObject({ id: missed, state: 'not-sent', attempts: [] })
    await expect(control.sendWebhooks({ ids: [missed] })).rejects.toMatchObject({ code: 'invalid' })

    await control.setWebhookEnabled({ isEnabled: true })
    expect(await control.webhook()).toMatchObject({ disabledBy: null, failingSince: null })
    await control.sendWebhooks({ ids: [missed] })
    expect(deliveries).toHaveLength(sent + 1)
  })

  test('that accepts in between is healthy', async () => {
    const { control, settled } = createWebhookBench({}, [500, 204, 500])
    await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await settled()
    await control.advanceTime({ ms: 5 * 24 * HOUR })
    await settled()
    await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await settled()
    expect(await control.webhook()).toMatchObject({ disabledBy: null, failingSince: START + 5 * 24 * HOUR })
  })

  test('can be disabled by hand, and a reset enables it', async () => {
    const { control, change, deliveries } = createWebhookBench()
    await control.setWebhookEnabled({ isEnabled: false })
    await change('WEBSITE_DOWN')
    expect(deliveries).toHaveLength(0)
    expect(await control.webhook()).toMatchObject({ url: target.url, disabledBy: 'hand' })
    await control.reset()
    expect(await control.webhook()).toMatchObject({ url: target.url, disabledBy: null })
    expect(await control.deliveries()).toEqual([])
  })

  test('that is not there cannot be steered', async () => {
    const { control } = createBench().sandbox
    expect(await control.webhook()).toBeNull()
    const wanted = expect.objectContaining({ code: 'not_found' })
    await expect(control.setWebhookEnabled({ isEnabled: true })).rejects.toThrow(wanted)
    await expect(control.rotateWebhookSecret({ secret: newSecret })).rejects.toThrow(wanted)
  })
})

test.each(['whsec_', 'whsec_abc', 'secret'])(
  '“%s”, which nothing can be signed with, is no secret',
  async (secret) => {
    const { control, change, deliveries } = createWebhookBench()
    await expect(control.rotateWebhookSecret({ secret })).rejects.toThrow('whsec_ and base64')
    await change('WEBSITE_DOWN')
    expect(deliveries).not.toEqual([])
  },
)

test('while the secret rotates, both secrets sign; then only the new one', async () => {
  const { control, time, change, deliveries } = createWebhookBench()
  await control.rotateWebhookSecret({ secret: newSecret, overlapMs: HOUR })
  expect(await control.webhook()).toMatchObject({ rotatingUntil: START + HOUR })
  expect(JSON.stringify(await control.webhook())).not.toContain('whsec_')
  await change('WEBSITE_DOWN')
  time.advance(HOUR)
  await change('CONNECTED')
  const { headers = {}, text = '' } = deliveries[0] ?? {}
  expect(headers['svix-signature']?.split(' ')).toHaveLength(2)
  for (const secret of [target.secret, newSecret]) {
    expect(new Webhook(secret).verify(text, standardHeaders(headers))).toEqual(JSON.parse(text))
  }
  vi.setSystemTime(time.now())
  const later = deliveries.at(-1)
  const verify = (secret: string) =>
    new Webhook(secret).verify(later?.text ?? '', standardHeaders(later?.headers ?? {}))
  expect(verify(newSecret)).toMatchObject({ status: 'CONNECTED' })
  expect(() => verify(target.secret)).toThrow()
  expect(await control.webhook()).toMatchObject({ rotatingUntil: null })
  await expect(control.rotateWebhookSecret({ secret: 'secret' })).rejects.toThrow(SandboxError)
})

describe('on demand', () => {
  const idsOf = (deliveries: { headers: Record<string, string> }[]) =>
    deliveries.map(({ headers }) => headers['svix-id'])

  test('an event comes again, with its id and a signature of its own', async () => {
    const { control, change, time, deliveries } = createWebhookBench()
    await change('WEBSITE_DOWN')
    const [first, second] = await control.deliveries()
    time.advance(1000)
    await control.sendWebhooks({ ids: [first?.id ?? ''] })
    expect(idsOf(deliveries)).toEqual([first?.id, second?.id, first?.id])
    expect(deliveries[2]?.text).toBe(deliveries[0]?.text)
    expect(deliveries[2]?.headers['svix-signature']).not.toBe(deliveries[0]?.headers['svix-signature'])
    expect((await control.deliveries())[0]?.attempts).toHaveLength(2)
  })

  test('held events come in the order that is asked for, and twice where that is asked for', async () => {
    const { control, change, deliveries } = createWebhookBench()
    await control.holdWebhooks()
    await change('WEBSITE_DOWN')
    await change('CONNECTED')
    expect(deliveries).toHaveLength(0)
    const ids = (await control.deliveries()).map(({ id }) => id)
    expect((await control.deliveries()).map(({ state }) => state)).toEqual(Array(4).fill('held'))
    await control.sendWebhooks({ ids: [ids[2] ?? '', ids[0] ?? '', ids[0] ?? ''] })
    await control.releaseWebhooks()
    expect(idsOf(deliveries)).toEqual([ids[2], ids[0], ids[0], ids[1], ids[3]])
    await change('WEBSITE_DOWN')
    expect(deliveries).toHaveLength(7)
  })

  test('copies can arrive before the first was answered', async () => {
    const answers: ((response: Response) => void)[] = []
    const { sandbox } = createBench({
      webhook: target,
      fetch: () => new Promise((resolve) => answers.push(resolve)),
    })
    await sandbox.control.holdWebhooks()
    const id = await sandbox.control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    const sent = sandbox.control.sendWebhooks({ ids: [id, id, id], inParallel: true })
    expect(answers).toHaveLength(3)
    for (const [index, answer] of answers.entries()) {
      answer(new Response(null, { status: index === 1 ? 204 : 500 }))
    }
    await sent
    expect(await sandbox.control.deliveries()).toMatchObject([{ state: 'delivered', nextAttemptAt: null }])
  })

  test('a replay that fails changes no plan, and one that is accepted ends the repeats', async () => {
    const { control, settled, time, answers } = createWebhookBench({}, [500, 500, 204])
    const id = await control.sendCustomWebhook({ type: 'document.created.v2', data: {} })
    await settled()
    await control.sendWebhooks({ ids: [id] })
    expect(await control.deliveries()).toMatchObject([{ state: 'waiting', nextAttemptAt: START + 5000 }])
    await control.sendWebhooks({ ids: [id] })
    expect(await control.deliveries()).toMatchObject([{ state: 'delivered', nextAttemptAt: null }])
    expect(time.pending()).toBe(0)
    expect(answers).toEqual([])
  })

  test('an unknown id sends nothing', async () => {
    const { control, change, deliveries } = createWebhookBench()
    await change('WEBSITE_DOWN')
    const [known] = await control.deliveries()
    await expect(control.sendWebhooks({ ids: [known?.id ?? '', 'msg_x'] })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(deliveries).toHaveLength(2)
  })
})

test('the log keeps the latest thousand', async () => {
  const { control } = createWebhookBench()
  const ids = await Promise.all(
    Array.from({ length: 1001 }, () => control.sendCustomWebhook({ type: 'document.created.v2', data: {} })),
  )
  expect((await control.deliveries()).map(({ id }) => id)).toEqual(ids.slice(1))
})

test('all of it is steered from outside, and nothing secret comes out', async () => {
  const { sandbox, change, deliveries } = createWebhookBench()
  const client = createSandboxClient({
    origin: ORIGIN,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  })
  await client.setWebhook({ target: { ...target, format: 'lean', retryScale: 0.5 } })
  await client.holdWebhooks()
  await change('WEBSITE_DOWN')
  const log = await client.deliveries()
  expect(log).toMatchObject([
    { state: 'held', body: { eventType: 'connection.updated.v2' } },
    { state: 'held' },
  ])
  expect(JSON.stringify(log)).not.toContain('whsec_')
  await client.sendWebhooks({ ids: [log[1]?.id ?? ''], inParallel: true })
  await client.releaseWebhooks()
  expect(deliveries).toHaveLength(2)
  await client.rotateWebhookSecret({ secret: newSecret })
  await client.setWebhookEnabled({ isEnabled: false })
  await client.sendCustomWebhook({ type: 'document.created.v2', data: {} })
  expect(await client.webhook()).toEqual({
    url: target.url,
    format: 'lean',
    headers: 'svix',
    retryScale: 0.5,
    disabledBy: 'hand',
    failingSince: null,
    rotatingUntil: START + 24 * HOUR,
  })
  await client.setWebhook({ target: null })
  expect(await client.webhook()).toBeNull()
  await expect(client.sendWebhooks({ ids: ['msg_x'] })).rejects.toMatchObject({ code: 'not_found' })
})
