import { describe, expect, test } from 'vitest'
import type { NectarConnectOptions } from '../settings/options.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { deliver, deliverFirst, SECRET, statusEvent } from '../testing/deliver.ts'
import {
  COMPANY,
  CONNECTION,
  connectionRow,
  json,
  OTHER_COMPANY,
  OTHER_CONNECTION,
} from '../testing/fake-nectar.ts'
import { createHarness, type Harness } from '../testing/harness.ts'
import { readEvents } from '../testing/read-events.ts'
import { quiet, until } from '../testing/test-clock.ts'

const NEW_CONNECTION = 'c6c70a54-34e7-4277-80b0-412869ce087c'

/** Nectar gives a connection another status without a word. */
function setStatus({ fake }: Pick<Harness, 'fake'>, id: string, status: string, at: string) {
  fake.connections = fake.connections.map((row) =>
    row.id === id ? { ...row, status, updated: at, statusLastUpdateTime: at } : row,
  )
}

function createHost(options: Partial<NectarConnectOptions> = {}) {
  const told: string[] = []
  const harness = createHarness({
    onConnectionChange: ({ change }) => {
      told.push(`${change.from} ${change.to} ${change.source}`)
    },
    ...options,
  })
  const history = async (id = CONNECTION) => {
    const body = (await (await harness.get(`/connections/${id}/changes`)).json()) as {
      changes: { from: string | null; to: string; source: string }[]
    }
    return body.changes.map(({ from, to, source }) => `${from} ${to} ${source}`)
  }
  return { ...harness, harness, told, history }
}

describe('reconcile', () => {
  test('records what a webhook did not tell, tells the host, and streams it', async () => {
    const host = createHost({ webhookSecret: SECRET })
    await deliver(host.harness, statusEvent('CONNECTED', '10:00:00.000001'))
    const reader = readEvents(await host.get('/changes'))
    await reader.next()
    setStatus(host, CONNECTION, 'MFA_TOKEN_EXPIRED', '2026-11-24T11:00:00Z')
    const changes = await host.nectar.reconcile(COMPANY)
    expect(changes).toEqual([
      {
        cursor: expect.any(String),
        eventId: `read:${CONNECTION}:2026-11-24T11:00:00Z:MFA_TOKEN_EXPIRED`,
        companyId: COMPANY,
        connectionId: CONNECTION,
        from: 'CONNECTED',
        to: 'MFA_TOKEN_EXPIRED',
        at: '2026-11-24T11:00:00Z',
        source: 'reconcile',
      },
    ])
    expect(await reader.change()).toMatchObject({ to: 'MFA_TOKEN_EXPIRED', cursor: changes[0]?.cursor })
    expect(host.told).toEqual(['null CONNECTED webhook', 'CONNECTED MFA_TOKEN_EXPIRED reconcile'])
    expect(await host.nectar.reconcile(COMPANY)).toEqual([])
    await reader.leave()
  })

  test('the webhook that comes after all changes nothing', async () => {
    const host = createHost({ webhookSecret: SECRET })
    await deliver(host.harness, statusEvent('CONNECTED', '10:00:00.000001'))
    setStatus(host, CONNECTION, 'MFA_TOKEN_EXPIRED', '2026-11-24T11:00:00Z')
    await host.nectar.reconcile(COMPANY)
    await deliver(host.harness, statusEvent('MFA_TOKEN_EXPIRED', '11:00:00.123456'))
    expect(host.told).toHaveLength(2)
    expect(await host.history()).toHaveLength(2)
  })

  test('never undoes what a newer webhook said', async () => {
    const host = createHost({ webhookSecret: SECRET })
    await deliver(host.harness, statusEvent('WEBSITE_DOWN', '11:00:01.000001'))
    setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T11:00:00Z')
    expect(await host.nectar.reconcile(COMPANY)).toEqual([])
    expect(await host.history()).toEqual(['null WEBSITE_DOWN webhook'])
    setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T11:00:01Z')
    expect(await host.nectar.reconcile(COMPANY)).toHaveLength(1)
  })

  test('what confirms a status keeps an older event from changing it', async () => {
    const host = createHost({ webhookSecret: SECRET })
    await deliver(host.harness, statusEvent('CONNECTED', '10:00:00.000001'))
    setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T11:00:00Z')
    expect(await host.nectar.reconcile(COMPANY)).toEqual([])
    await deliver(host.harness, statusEvent('WEBSITE_DOWN', '10:30:00'))
    expect(host.told).toHaveLength(1)
    expect((await host.history())[0]).toBe('WEBSITE_DOWN CONNECTED reconcile')
  })

  test('what is older than the log is a starting point, what is younger was missed', async () => {
    const host = createHost({ webhookSecret: SECRET })
    expect(await host.nectar.reconcile(COMPANY)).toEqual([])
    expect(await host.history()).toEqual(['null PASSWORD_INCORRECT reconcile'])
    const row = { ...connectionRow(NEW_CONNECTION, COMPANY), created: '2026-11-24T13:00:00Z' }
    host.fake.connections.push({ ...row, updated: '2026-11-24T13:00:00Z' })
    expect(await host.nectar.reconcile(COMPANY)).toMatchObject([
      { connectionId: NEW_CONNECTION, from: null, to: 'PASSWORD_INCORRECT' },
    ])
    expect(host.told).toEqual(['null PASSWORD_INCORRECT reconcile'])
  })

  test('on two machines at once makes one change and one call', async () => {
    const store = createMemoryStore()
    const [one, two] = [createHost({ store }), createHost({ store })]
    for (const host of [one, two]) {
      await host.nectar.reconcile(COMPANY)
      setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T11:00:00Z')
    }
    const found = await Promise.all([one.nectar.reconcile(COMPANY), two.nectar.reconcile(COMPANY)])
    expect(found.flat()).toHaveLength(1)
    expect([...one.told, ...two.told]).toHaveLength(1)
  })

  test('of all companies goes on when one fails, and says which', async () => {
    const host = createHost({ webhookSecret: SECRET })
    await host.nectar.reconcile()
    for (const id of [CONNECTION, OTHER_CONNECTION]) {
      setStatus(host, id, 'CONNECTED', '2026-11-24T11:00:00Z')
    }
    host.fake.on('GET', `/connection/company/${COMPANY}`, () => json({}, 403))
    const { changes, failed } = await host.nectar.reconcile()
    expect(changes).toMatchObject([{ companyId: OTHER_COMPANY, to: 'CONNECTED' }])
    expect(failed).toEqual([COMPANY])
    await expect(host.nectar.reconcile(COMPANY)).rejects.toMatchObject({ code: 'nectar_rejected' })
    await expect(host.nectar.reconcile('org-1')).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test('a handler that throws is called again the next time', async () => {
    let calls = 0
    const host = createHost({
      webhookSecret: SECRET,
      onConnectionChange: () => {
        calls += 1
        if (calls === 1) throw new Error('db down')
      },
    })
    await host.nectar.reconcile(COMPANY)
    setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T11:00:00Z')
    await expect(host.nectar.reconcile(COMPANY)).rejects.toMatchObject({ code: 'host_error' })
    expect(await host.nectar.reconcile(COMPANY)).toHaveLength(1)
    expect(calls).toBe(2)
  })
})

describe('the timer', () => {
  test('starts with the first request, goes on after a failure, and ends with close()', async () => {
    const host = createHost({ webhookSecret: SECRET, reconcileEveryMs: 60_000 })
    expect(host.clock.pending()).toBe(0)
    await host.get('/health')
    await host.get('/health')
    expect(host.clock.pending()).toBe(1)
    host.fake.on('GET', '/company', () => json({}, 403), 1)
    host.clock.advance(60_000)
    await until(() => host.clock.pending() === 1 && host.logText().includes('Reconciling failed'))
    host.clock.advance(60_000)
    await until(() => host.fake.count('GET', '/connection/company') === 2)
    await until(() => host.clock.pending() === 1)
    await host.nectar.close()
    expect(host.clock.pending()).toBe(0)
  })

  test.each([59_999, Number.NaN, 2 ** 31, '60000'])('cannot be set to %s', async (reconcileEveryMs) => {
    const host = createHost({ reconcileEveryMs: reconcileEveryMs as number })
    expect((await host.get('/connections')).status).toBe(503)
    expect(host.logText()).toContain('reconcileEveryMs')
  })

  test('does not start by itself', async () => {
    const host = createHost({ webhookSecret: SECRET })
    await host.get('/health')
    expect(host.clock.pending()).toBe(0)
  })
})

describe('without webhooks', () => {
  test('reading connections finds changes, marks them, tells the host, and streams them', async () => {
    const host = createHost()
    const reader = readEvents(await host.get('/changes'))
    expect(await reader.next()).toMatchObject({ event: 'ready', data: { liveUpdates: 'poll' } })
    await host.get('/connections')
    expect(await host.history()).toEqual(['null PASSWORD_INCORRECT poll'])
    expect(host.told).toEqual([])
    setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T12:00:00Z')
    host.clock.advance(2_000)
    await host.get('/connections')
    expect(await reader.change()).toMatchObject({ from: 'PASSWORD_INCORRECT', to: 'CONNECTED' })
    expect(host.told).toEqual(['PASSWORD_INCORRECT CONNECTED poll'])
    setStatus(host, CONNECTION, 'WEBSITE_DOWN', '2026-11-24T12:00:05Z')
    host.clock.advance(2_000)
    await host.get(`/connections/${CONNECTION}`)
    expect(await reader.change()).toMatchObject({ from: 'CONNECTED', to: 'WEBSITE_DOWN' })
    expect(await (await host.get('/health')).json()).toMatchObject({ webhooks: 'not_configured' })
    await reader.leave()
  })

  test('a stream looks by itself, once for all readers of a company', async () => {
    const host = createHost()
    const readers = [1, 2, 3].map(() => host.get('/changes'))
    const open = (await Promise.all(readers)).map(readEvents)
    for (const reader of open) await reader.next()
    await until(() => host.fake.count('GET', '/company') === 1)
    setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T12:00:00Z')
    const waiting = open.map((reader) => reader.change())
    await until(() => host.clock.pending() === 3)
    host.clock.advance(15_000)
    expect((await Promise.all(waiting)).map(({ to }) => to)).toEqual(['CONNECTED', 'CONNECTED', 'CONNECTED'])
    expect(host.fake.count('GET', '/connection/company')).toBe(2)
    for (const reader of open) await reader.leave()
  })

  test('a stream that opens soon after another does not look again', async () => {
    const host = createHost()
    const first = readEvents(await host.get('/changes'))
    await until(() => host.fake.count('GET', '/company') === 1)
    await quiet()
    host.clock.advance(9_000)
    const second = readEvents(await host.get('/changes'))
    expect(await second.next()).toMatchObject({ event: 'ready' })
    await quiet()
    expect(host.fake.count('GET', '/connection/company')).toBe(1)
    await Promise.all([first.leave(), second.leave()])
  })

  test('a hundred open tabs cost Nectar one request', async () => {
    const host = createHost()
    await Promise.all(Array.from({ length: 100 }, () => host.get('/connections')))
    await Promise.all(Array.from({ length: 100 }, () => host.get('/connections')))
    expect(host.fake.count('GET', '/connection/company')).toBe(1)
  })

  test('a log that fails costs no reader its connections', async () => {
    const store = { ...createMemoryStore(), latestStatuses: () => Promise.reject(new Error('disk full')) }
    const host = createHost({ store })
    expect((await host.get('/connections')).status).toBe(200)
    expect(host.logText()).toContain('disk full')
  })

  test('a handler that hangs costs no reader its connections', async () => {
    const host = createHost({ onConnectionChange: () => new Promise(() => {}) })
    await host.get('/connections')
    setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T12:00:00Z')
    host.clock.advance(2_000)
    const reading = host.get('/connections')
    await until(() => host.clock.pending() === 3)
    host.clock.advance(3_000)
    expect((await reading).status).toBe(200)
  })
})

test('where webhooks come, reading changes nothing: the webhook is to tell the host', async () => {
  const host = createHost({ webhookSecret: SECRET })
  await deliverFirst(host)
  await host.get('/connections')
  setStatus(host, CONNECTION, 'CONNECTED', '2026-11-24T12:00:00Z')
  host.clock.advance(2_000)
  await host.get('/connections')
  expect(await host.history()).toEqual([])
  expect(host.told).toEqual([])
})
