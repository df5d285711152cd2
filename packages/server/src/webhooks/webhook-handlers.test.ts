import { samples } from '@nectar-connect/test-kit/samples'
import { describe, expect, test } from 'vitest'
import type { ConnectionChange } from '../stores/connect-store.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { createReceiver, deliver, outcomeOfDelivery, statusEvent } from '../testing/deliver.ts'
import { COMPANY, CONNECTION, json } from '../testing/fake-nectar.ts'
import { outcomeOf } from '../testing/harness.ts'
import { deferred, until } from '../testing/test-clock.ts'

const bare = samples.connectionUpdated

describe('an event about something else', () => {
  test.each([
    ['a document', { type: 'document.created.v2', data: { id: 'd1' } }, 'document.created.v2', { id: 'd1' }],
    [
      'what comes later',
      { eventType: 'site.merged.v9', id: 1 },
      'site.merged.v9',
      { eventType: 'site.merged.v9', id: 1 },
    ],
  ])('(%s) is handed on, once', async (_, payload, type, data) => {
    const events: unknown[] = []
    const { harness, told } = createReceiver({ onOtherWebhook: (event) => void events.push(event) })
    for (const outcome of ['committed', 'duplicate']) {
      expect(await outcomeOfDelivery(harness, payload, { id: 'msg_d' })).toBe(outcome)
    }
    expect(events).toEqual([{ eventId: 'msg_d', type, data }])
    expect(told).toEqual([])
  })

  test('is acknowledged where nobody wants it', async () => {
    const { harness, nectar } = createReceiver()
    expect((await deliver(harness, { type: 'document.deleted.v2' })).status).toBe(200)
    expect(nectar.webhookDeliveries()).toMatchObject([
      { type: 'document.deleted.v2', outcome: 'committed', handlerMs: null },
    ])
  })

  test('comes again when the handler throws', async () => {
    let calls = 0
    const { harness } = createReceiver({
      onOtherWebhook: () => {
        calls += 1
        if (calls === 1) throw new Error('db down')
      },
    })
    const payload = { type: 'document.created.v2', data: {} }
    expect(await outcomeOf(await deliver(harness, payload, { id: 'm' }))).toBe('500 host_error')
    expect((await deliver(harness, payload, { id: 'm' })).status).toBe(200)
    expect(calls).toBe(2)
  })
})

describe('the handler', () => {
  test('is not called again for an event that it handled', async () => {
    const { harness, told } = createReceiver()
    await deliver(harness, bare, { id: 'm' })
    expect(await outcomeOfDelivery(harness, bare, { id: 'm', aheadS: 5 })).toBe('duplicate')
    expect(told).toEqual([{ from: 'CONNECTED', to: 'PASSWORD_INCORRECT', eventId: 'm' }])
  })

  test('that throws is called again when the event comes again, and nothing is shown before', async () => {
    let calls = 0
    const { harness, get, nectar, logText } = createReceiver({
      development: false,
      onConnectionChange: async () => {
        calls += 1
        if (calls === 1) throw new Error('db down')
      },
    })
    const response = await deliver(harness, bare, { id: 'm' })
    expect(await response.clone().text()).not.toContain('db down')
    expect(await outcomeOf(response)).toBe('500 host_error')
    expect(logText()).toContain('db down')
    const changes = async () => (await (await get(`/connections/${CONNECTION}/changes`)).json()) as unknown
    expect(await changes()).toEqual({ changes: [], hasMore: false })
    expect((await deliver(harness, bare, { id: 'm' })).status).toBe(200)
    expect(calls).toBe(2)
    expect(await changes()).toMatchObject({ changes: [{ to: 'PASSWORD_INCORRECT' }] })
    expect(
      nectar
        .webhookDeliveries()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['committed', 'failed'])
  })

  test('is called once for the two events of one change, though they come at once', async () => {
    const { harness, told } = createReceiver()
    const validated = {
      ...bare,
      old: undefined,
      protectedChanges: undefined,
      eventType: 'connection.validated.v2',
    }
    const responses = await Promise.all([deliver(harness, bare), deliver(harness, validated)])
    expect(responses.map(({ status }) => status)).toEqual([200, 200])
    expect(told).toHaveLength(1)
  })

  test('that is at work makes the same event answer busy elsewhere', async () => {
    const store = createMemoryStore()
    const gate = deferred<void>()
    const first = createReceiver({ store, onConnectionChange: () => gate.promise })
    const second = createReceiver({ store })
    const working = deliver(first.harness, bare, { id: 'm' })
    await until(() => first.nectar.webhookDeliveries().some(({ outcome }) => outcome === 'pending'))
    await until(() => first.clock.pending() >= 2)
    const refused = await deliver(second.harness, bare, { id: 'm' })
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await outcomeOf(refused)).toBe('503 busy')
    gate.resolve()
    expect((await working).status).toBe(200)
    expect(await outcomeOfDelivery(second.harness, bare, { id: 'm' })).toBe('duplicate')
    expect(second.told).toEqual([])
  })

  test('that is slow does not keep the answer back, and what it did counts all the same', async () => {
    const gate = deferred<void>()
    const receiver = createReceiver({ onConnectionChange: () => gate.promise })
    const { harness, nectar, clock } = receiver
    const working = deliver(harness, bare, { id: 'm' })
    await until(() => clock.pending() >= 2)
    clock.advance(12_000)
    expect(await outcomeOf(await working)).toBe('503 busy')
    expect(nectar.webhookDeliveries()).toMatchObject([{ outcome: 'pending' }])
    clock.advance(10_000)
    gate.resolve()
    await until(() => nectar.webhookDeliveries()[0]?.outcome === 'committed')
    expect(nectar.webhookDeliveries()).toMatchObject([{ handlerMs: 22_000 }])
    expect(await outcomeOfDelivery(harness, bare, { id: 'm' })).toBe('duplicate')
  })

  test('that outlives its claim commits nothing, and the event is handled anew', async () => {
    let calls = 0
    const { harness, nectar, clock, logText } = createReceiver({
      onConnectionChange: () => {
        calls += 1
        return calls === 1 ? new Promise(() => {}) : undefined
      },
    })
    const working = deliver(harness, bare, { id: 'm' })
    await until(() => clock.pending() >= 2)
    clock.advance(60_000)
    expect(await outcomeOf(await working)).toBe('503 busy')
    await until(() => nectar.webhookDeliveries()[0]?.outcome === 'failed')
    expect(logText()).toContain('took more than 60000 ms')
    expect(await outcomeOfDelivery(harness, bare, { id: 'm' })).toBe('committed')
    expect(calls).toBe(2)
  })

  test('hears of each status in order, and of nothing that is older than what it knows', async () => {
    const { harness, told, get } = createReceiver()
    await deliver(harness, statusEvent('PENDING', '10:00:00.000001'))
    await deliver(harness, statusEvent('WEBSITE_DOWN', '10:00:00.000009'))
    await deliver(harness, statusEvent('CONNECTED', '10:00:00.000004'))
    expect(told.map(({ from, to }) => [from, to])).toEqual([
      [null, 'PENDING'],
      ['PENDING', 'WEBSITE_DOWN'],
    ])
    const history = (await (await get(`/connections/${CONNECTION}/changes`)).json()) as {
      changes: ConnectionChange[]
    }
    expect(history.changes.map(({ to, at }) => [to, at])).toEqual([
      ['WEBSITE_DOWN', '2026-11-24T10:00:00.000009Z'],
      ['CONNECTED', '2026-11-24T10:00:00.000004Z'],
      ['PENDING', '2026-11-24T10:00:00.000001Z'],
    ])
  })

  test('does not hear of an update of something else', async () => {
    const { harness, told } = createReceiver()
    await deliver(harness, statusEvent('CONNECTED', '10:00:00', { protectedChanges: ['url'] }))
    await deliver(harness, statusEvent('PENDING', '10:00:01'))
    expect(told.map(({ from, to }) => [from, to])).toEqual([['CONNECTED', 'PENDING']])
  })
})

describe('an event that does not say whose its connection is', () => {
  /** Minutes ago by the clock of the tests. */
  const nobody = { ...bare, company: undefined, updated: '2026-11-24T11:55:00' }

  test('belongs to whom Nectar says, asked once', async () => {
    const { harness, get, fake } = createReceiver()
    await deliver(harness, nobody)
    await deliver(harness, { ...nobody, status: 'CONNECTED', updated: '2026-11-24T11:56:00' })
    expect(fake.count('GET', `/connection/${CONNECTION}`)).toBe(1)
    const body = await (await get(`/connections/${CONNECTION}/changes`)).json()
    expect(body).toMatchObject({ changes: [{ to: 'CONNECTED' }, { to: 'PASSWORD_INCORRECT' }] })
  })

  test.each([
    ['answers with nobody', () => json({ id: CONNECTION, status: 'CONNECTED', company: null })],
    ['does not know it', () => json({}, 404)],
    ['refuses the key', () => json({}, 401)],
    ['is down', () => json({}, 500)],
  ])('comes again when Nectar %s', async (_, responder) => {
    const { harness, fake, told } = createReceiver()
    fake.on('GET', '/connection', responder, 3)
    expect(await outcomeOf(await deliver(harness, nobody, { id: 'm' }))).toBe('503 nectar_unavailable')
    fake.on('GET', '/connection', () =>
      json({ id: CONNECTION, status: 'CONNECTED', company: { id: COMPANY } }),
    )
    expect((await deliver(harness, nobody, { id: 'm' })).status).toBe(200)
    expect(told).toHaveLength(1)
  })
})
