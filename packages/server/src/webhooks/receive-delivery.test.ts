import { healthResponse } from '@nectar-connect/contract/wire'
import { samples } from '@nectar-connect/test-kit/samples'
import { describe, expect, test } from 'vitest'
import type { ConnectionChange } from '../stores/connect-store.ts'
import { createReceiver, deliver, OTHER_SECRET, SECRET } from '../testing/deliver.ts'
import { COMPANY, CONNECTION, OTHER_COMPANY } from '../testing/fake-nectar.ts'
import { outcomeOf } from '../testing/harness.ts'

const bare = samples.connectionUpdated

describe('a delivery is taken', () => {
  test.each([
    ['a bare connection', samples.connectionCreated, 'CONNECTED'],
    ['an update', bare, 'PASSWORD_INCORRECT'],
    ['an envelope', { type: 'connection.updated.v2', data: bare }, 'PASSWORD_INCORRECT'],
    ['an eventType', { ...bare, eventType: 'connection.validated.v2' }, 'PASSWORD_INCORRECT'],
    ['only what is indispensable', { id: CONNECTION, status: 'CONNECTED' }, 'CONNECTED'],
    ['an alias of a status', { ...bare, status: 'INCORRECT_PASSWORD' }, 'PASSWORD_INCORRECT'],
  ])('as %s', async (_, payload, status) => {
    for (const family of ['svix', 'webhook'] as const) {
      const { harness, told, get } = createReceiver()
      const response = await deliver(harness, payload, { id: 'msg_1', family })
      expect([response.status, await response.text()]).toEqual([200, ''])
      expect(harness.nectar.webhookDeliveries()).toMatchObject([{ outcome: 'committed' }])
      expect(told).toMatchObject([{ to: status, eventId: 'msg_1' }])
      const history = (await (await get(`/connections/${CONNECTION}/changes`)).json()) as {
        changes: ConnectionChange[]
      }
      expect(history.changes).toMatchObject([{ to: status, source: 'webhook', connectionId: CONNECTION }])
    }
  })

  test.each([
    ['with the second secret while one rotates', [OTHER_SECRET]],
    ['with both signatures', [SECRET, OTHER_SECRET]],
    ['with one right signature behind a foreign one', ['whsec_bm90LW91cnM=', SECRET]],
  ])('%s', async (_, secrets) => {
    const { harness } = createReceiver({ webhookSecret: [` ${SECRET}\n`, OTHER_SECRET] })
    expect((await deliver(harness, bare, { secrets })).status).toBe(200)
  })

  test('when the clocks are five minutes apart, either way', async () => {
    const { harness } = createReceiver()
    expect((await deliver(harness, bare, { aheadS: 300 })).status).toBe(200)
    expect((await deliver(harness, bare, { aheadS: -300 })).status).toBe(200)
  })

  test('whatever session, origin or protocol the request has', async () => {
    const { harness } = createReceiver({ authorize: () => null })
    const tamper = ({ headers, body }: { headers: Headers; body: string }) => {
      headers.set('nectar-connect-protocol', '9.9')
      headers.set('origin', 'https://evil.example')
      return { headers, body }
    }
    expect((await deliver(harness, bare, { tamper })).status).toBe(200)
  })
})

describe('a delivery is refused', () => {
  const without = (name: string) => (request: { headers: Headers; body: string }) => {
    request.headers.delete(name)
    return request
  }
  const withHeader = (name: string, value: string) => (request: { headers: Headers; body: string }) => {
    request.headers.set(name, value)
    return request
  }
  test.each([
    ['a secret of another endpoint', bare, { secrets: [OTHER_SECRET] }],
    ['a clock six minutes ahead', bare, { aheadS: 301 }],
    ['a clock six minutes behind', bare, { aheadS: -301 }],
    ['no id', bare, { tamper: without('svix-id') }],
    ['no timestamp', bare, { tamper: without('svix-timestamp') }],
    ['no signature', bare, { tamper: without('svix-signature') }],
    ['another id', bare, { tamper: withHeader('svix-id', 'msg_x') }],
    ['an id with spaces', bare, { id: 'msg 1' }],
    ['a timestamp that is none', bare, { tamper: withHeader('svix-timestamp', 'now') }],
    ['an empty signature', bare, { tamper: withHeader('svix-signature', 'v1,') }],
    ['another version of signature', bare, { tamper: withHeader('svix-signature', 'v2,AAAA') }],
    [
      'bytes that mean the same',
      bare,
      {
        tamper: ({ headers, body }: { headers: Headers; body: string }) => ({ headers, body: `${body} ` }),
      },
    ],
    [
      'a byte order mark that was not signed',
      bare,
      {
        tamper: ({ headers, body }: { headers: Headers; body: string }) => ({
          headers,
          body: `\uFEFF${body}`,
        }),
      },
    ],
    [
      'bytes that are no text',
      bare,
      { tamper: ({ headers }: { headers: Headers }) => ({ headers, body: new Uint8Array([0xff]) }) },
    ],
    // Not 400: nothing is parsed before it is verified.
    ['no JSON, not signed', '{', { secrets: [OTHER_SECRET] }],
  ])('with %s', async (_, payload, init) => {
    const { harness, told, nectar } = createReceiver()
    expect(await outcomeOf(await deliver(harness, payload, init))).toBe('401 signature_invalid')
    expect(told).toEqual([])
    expect(nectar.webhookDeliveries()).toMatchObject([
      { outcome: 'refused', type: null, reason: { code: 'signature_invalid' } },
    ])
  })

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', []],
    ['something else', { hello: 1 }],
    ['a connection without a status', { id: CONNECTION }],
    ['an envelope around junk', { type: 'connection.created.v2', data: { id: 1 } }],
  ])('that is signed well, but is %s', async (_, payload) => {
    const { harness, nectar } = createReceiver()
    expect(await outcomeOf(await deliver(harness, payload))).toBe('400 invalid_request')
    expect(nectar.webhookDeliveries()).toMatchObject([
      { outcome: 'refused', reason: { code: 'invalid_request' } },
    ])
  })

  test('that is too large, whatever its length is said to be', async () => {
    const { harness } = createReceiver()
    const large = JSON.stringify({ ...bare, note: 'x'.repeat(512 * 1024) })
    expect(await outcomeOf(await deliver(harness, large))).toBe('413 payload_too_large')
    const fits = JSON.stringify({ ...bare, note: 'x'.repeat(500 * 1024) })
    expect((await deliver(harness, fits)).status).toBe(200)
  })

  test.each([
    ['without a secret', undefined, 'set NECTAR_WEBHOOK_SECRET'],
    ['with a secret that is none', 'whsec_%%%', 'is no signing secret'],
  ])('%s, so that it comes again; the log says once how to set it', async (_, webhookSecret, said) => {
    const { harness, get, logs } = createReceiver(
      webhookSecret === undefined ? { webhookSecret: [] } : { webhookSecret },
    )
    for (const _ of [1, 2]) {
      expect(await outcomeOf(await deliver(harness, bare))).toBe('503 not_configured')
    }
    expect(logs.filter(({ message }) => message.includes(said))).toHaveLength(1)
    expect(await (await get('/health')).json()).toMatchObject({ webhooks: 'not_configured' })
  })

  test('says in the log once why, so that nobody can fill it', async () => {
    const { harness, logs } = createReceiver()
    for (const _ of [1, 2, 3]) await deliver(harness, bare, { aheadS: 900 })
    const warnings = logs.filter(({ level, message }) => level === 'warn' && message.includes('5 minutes'))
    expect(warnings).toHaveLength(1)
  })

  test('and cannot push others out of the record', async () => {
    const { harness, nectar } = createReceiver()
    await deliver(harness, bare, { id: 'good' })
    for (let n = 0; n < 300; n += 1) await deliver(harness, bare, { secrets: [OTHER_SECRET] })
    expect(nectar.webhookDeliveries()).toHaveLength(51)
    expect(nectar.webhookDeliveries().map(({ eventId }) => eventId)).toContain('good')
  })
})

test('the log names each event that was handled', async () => {
  const { harness, logs } = createReceiver()
  for (const _ of [1, 2]) await deliver(harness, bare, { id: 'one' })
  const fields = logs.filter(({ level }) => level === 'info').map((line) => line.fields)
  expect(fields).toMatchObject([
    { eventId: 'one', type: 'connection.updated.v2', outcome: 'committed' },
    { eventId: 'one', type: 'connection.updated.v2', outcome: 'done' },
  ])
})

test('what becomes of each delivery can be read, and health says when the last good one came', async () => {
  const { harness, nectar, clock, get } = createReceiver()
  const health = async () => healthResponse(await (await get('/health')).json())
  expect(await health()).toMatchObject({ webhooks: 'none_yet', lastWebhookAt: null })
  await deliver(harness, bare, { id: 'one' })
  const at = new Date(clock.now()).toISOString()
  clock.advance(1_000)
  await deliver(harness, bare, { id: 'two', secrets: [OTHER_SECRET] })
  expect(await health()).toMatchObject({ lastWebhookAt: at })
  expect(nectar.webhookDeliveries()).toEqual([
    {
      receivedAt: new Date(clock.now()).toISOString(),
      eventId: 'two',
      type: null,
      outcome: 'refused',
      reason: { code: 'signature_invalid', message: expect.stringContaining('webhookSecret') },
      handlerMs: null,
      change: null,
    },
    {
      receivedAt: at,
      eventId: 'one',
      type: 'connection.updated.v2',
      outcome: 'committed',
      reason: null,
      handlerMs: 0,
      change: expect.objectContaining({ companyId: COMPANY, to: 'PASSWORD_INCORRECT' }),
    },
  ])
})

test('a connection of another company is not shown', async () => {
  const { harness, get } = createReceiver()
  await deliver(harness, { ...bare, company: { id: OTHER_COMPANY } })
  // Nectar says that the connection is ours, the event said that it is not: its history is not shown.
  expect(await (await get(`/connections/${CONNECTION}/changes`)).json()).toMatchObject({ changes: [] })
})
