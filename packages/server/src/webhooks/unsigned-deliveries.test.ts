import { samples } from '@nectar-connect/test-kit/samples'
import { describe, expect, test } from 'vitest'
import { deliver, SECRET, statusEvent } from '../testing/deliver.ts'
import { json, networkError } from '../testing/fake-nectar.ts'
import { createHarness, type Harness, outcomeOf } from '../testing/harness.ts'

const MINUTE_MS = 60_000

function warnings({ logs }: Harness) {
  return logs.filter(({ level }) => level === 'warn' || level === 'error')
}

/** A body that notes whether anybody read it. */
function unreadBody() {
  const seen = { isRead: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        seen.isRead = true
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { seen, body }
}

describe('deliveries that are not from Nectar', () => {
  test('are told once and counted, with nothing of theirs', async () => {
    const harness = createHarness({ webhookSecret: SECRET })
    for (let count = 0; count < 400; count += 1) {
      const unsigned = `unsigned-${count}-`.padEnd(200, 'x')
      for (const headers of [
        {},
        { 'svix-id': unsigned },
        { 'svix-id': unsigned, 'svix-timestamp': unsigned, 'svix-signature': `v1,${unsigned}` },
        {
          'svix-id': unsigned,
          'svix-timestamp': String(Math.floor(harness.clock.now() / 1_000)),
          'svix-signature': `v1,${'A'.repeat(43)}=`,
        },
      ]) {
        const response = await harness.get('/webhooks', { method: 'POST', body: unsigned, headers })
        expect(response.status).toBe(401)
      }
    }
    expect(warnings(harness).length).toBeLessThanOrEqual(4)
    expect(harness.logText()).not.toContain('unsigned-')
    expect(harness.logText()).toContain('"count":1000')
  })

  test.each([
    ['no signature', { 'svix-signature': '' }],
    ['a signature of another kind', { 'svix-signature': 'v1a,AAAA v2,BBBB' }],
    ['a signature that is too short', { 'svix-signature': 'v1,AAAA' }],
    ['an old timestamp', { 'svix-timestamp': '1700000000' }],
    ['no timestamp', { 'svix-timestamp': 'today' }],
    ['an id with a line break in it', { 'svix-id': 'a b' }],
    ['a length above the limit', { 'content-length': '600000' }],
  ])('are refused before the body is read where the headers say no: %s', async (_name, spoilt) => {
    const harness = createHarness({ webhookSecret: SECRET })
    const { seen, body } = unreadBody()
    const headers = {
      'svix-id': 'msg_1',
      'svix-timestamp': String(Math.floor(harness.clock.now() / 1_000)),
      'svix-signature': `v1,${'A'.repeat(43)}=`,
      ...spoilt,
    }
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
    const response = await harness.get('/webhooks', init)
    expect(await outcomeOf(response)).toBe(
      'content-length' in spoilt ? '413 payload_too_large' : '401 signature_invalid',
    )
    expect(seen.isRead).toBe(false)
  })
})

describe('a delivery for a connection that Nectar does not know for us', () => {
  const unknown = (harness: Harness) => {
    const { company: _, ...event } = statusEvent('CONNECTED', '12:00:00')
    harness.fake.on('GET', `/connection/${event.id}`, () => json({ detail: 'Not found.' }, 404))
    return event
  }

  test('comes again for 10 minutes, and is acknowledged after that, told of once', async () => {
    const harness = createHarness({ webhookSecret: SECRET })
    const event = unknown(harness)
    const outcomes: string[] = []
    for (const id of ['msg_a', 'msg_a', 'msg_a', 'msg_b']) {
      outcomes.push(await outcomeOf(await deliver(harness, event, { id })))
      harness.clock.advance(6 * MINUTE_MS)
    }
    expect(outcomes).toEqual(['503 nectar_unavailable', '503 nectar_unavailable', '200', '200'])
    expect(warnings(harness).filter(({ message }) => message.includes('not ours'))).toHaveLength(1)
    expect(harness.nectar.webhookDeliveries()[0]).toMatchObject({ outcome: 'committed', change: null })
  })

  test('is counted from when it first came, where it does not say how old it is', async () => {
    const harness = createHarness({ webhookSecret: SECRET })
    const { updated: _, created: __, ...event } = unknown(harness) as Record<string, unknown>
    expect(await outcomeOf(await deliver(harness, event, { id: 'msg_a' }))).toBe('503 nectar_unavailable')
    harness.clock.advance(11 * MINUTE_MS)
    expect(await outcomeOf(await deliver(harness, event, { id: 'msg_a' }))).toBe('200')
  })

  test('comes again for as long as Nectar cannot be asked', async () => {
    const harness = createHarness({ webhookSecret: SECRET })
    const event = unknown(harness)
    const answers = [
      () => Promise.reject(networkError('ECONNREFUSED')),
      () => json({ detail: 'Key inactive.' }, 401),
      () => json({ detail: 'Oops' }, 500),
    ]
    for (const answer of answers) {
      harness.fake.on('GET', `/connection/${event.id}`, answer)
      harness.clock.advance(60 * MINUTE_MS)
      expect((await deliver(harness, event, { id: 'msg_a' })).status).toBe(503)
    }
  })

  test('is read again once Nectar knows it', async () => {
    const harness = createHarness({ webhookSecret: SECRET })
    const event = unknown(harness)
    expect((await deliver(harness, event, { id: 'msg_a' })).status).toBe(503)
    harness.fake.on('GET', `/connection/${event.id}`, () => json(samples.connectionsPage.connections[0]))
    expect((await deliver(harness, event, { id: 'msg_a' })).status).toBe(200)
  })
})
