import { samples } from '@nectar-connect/test-kit/samples'
import { describe, expect, test } from 'vitest'
import { createStreaming, deliver, deliverFirst, opening, statusEvent } from '../testing/deliver.ts'
import { COMPANY, CONNECTION, json } from '../testing/fake-nectar.ts'
import { createHarness, type Harness, invitationRequest } from '../testing/harness.ts'
import { quiet, until } from '../testing/test-clock.ts'

const HOUR_MS = 3_600_000

/** What pages are told of how changes get here. */
async function liveOf(harness: Harness): Promise<string> {
  // Past what was read a moment ago.
  harness.clock.advance(2_000)
  return ((await (await harness.get('/connections')).json()) as { liveUpdates: string }).liveUpdates
}

function setStatus({ fake, clock }: Harness, status: string) {
  const row = fake.connections.find(({ id }) => id === CONNECTION)
  Object.assign(row ?? {}, { status, statusLastUpdateTime: new Date(clock.now()).toISOString() })
}

async function submit(harness: Harness): Promise<string> {
  const { id } = (await (await harness.post('/invitations', invitationRequest())).json()) as { id: string }
  Object.assign(harness.fake.invitations.get(id) ?? {}, { status: 'FULFILLED', useCount: 1 })
  await harness.get(`/invitations/${id}`)
  return id
}

describe('webhooks that are configured, but silent', () => {
  test('until a first one has arrived, an open page hears within 15 seconds', async () => {
    const { harness, open, clock } = createStreaming()
    const reader = await open()
    expect(await reader.next()).toMatchObject({ event: 'ready', data: { liveUpdates: 'poll' } })
    await until(() => harness.fake.count('GET', '/connection/company') === 1)
    await quiet()
    setStatus(harness, 'CONNECTED')
    const change = reader.change()
    clock.advance(15_000)
    expect(await change).toMatchObject({ to: 'CONNECTED' })
    expect(await liveOf(harness)).toBe('poll')
    await reader.leave()
  })

  test('health says so, and that they arrive', async () => {
    const { harness, get } = createStreaming()
    const health = async () => (await (await get('/health')).json()) as { webhooks: string }
    expect(await health()).toMatchObject({ webhooks: 'none_yet', lastWebhookAt: null })
    await deliver(harness, { type: 'nectar-connect.doctor', data: {} })
    expect(await health()).toMatchObject({ webhooks: 'none_yet' })
    await deliverFirst(harness)
    expect(await health()).toMatchObject({ webhooks: 'arriving' })
  })

  test('one with a wrong secret proves nothing', async () => {
    const { harness } = createStreaming()
    await deliver(harness, samples.connectionUpdated, { secrets: ['whsec_bm90LW91cnM='] })
    expect(await liveOf(harness)).toBe('poll')
  })

  test('once one has arrived, Nectar is looked at no more than they ask for', async () => {
    const { harness, open, clock } = createStreaming()
    await deliverFirst(harness)
    const reader = await open()
    await opening(reader)
    for (let pings = 0; pings < 3; pings += 1) {
      clock.advance(15_000)
      expect(await reader.next()).toMatchObject({ event: 'ping' })
    }
    await quiet()
    expect(harness.fake.count('GET', '/connection')).toBe(0)
    expect(await liveOf(harness)).toBe('stream')
    await reader.leave()
  })
})

describe('with many companies', () => {
  /** Requests for the list of the company while 200 others are asked for, too. */
  async function askAll(harness: Harness) {
    const before = harness.fake.count('GET', `/connection/company/${COMPANY}`)
    for (let n = 0; n < 200; n += 1) {
      harness.session.current = { companyId: n === 0 ? COMPANY : idOf(n), userId: 'user-1' }
      expect((await harness.get('/connections')).status).toBe(200)
    }
    harness.session.current = { companyId: COMPANY, userId: 'user-1' }
    return harness.fake.count('GET', `/connection/company/${COMPANY}`) - before
  }
  const idOf = (n: number) => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`

  test('each list is kept for longer, but not that of whoever has just submitted details', async () => {
    const harness = createHarness()
    const reads: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      reads.push(await askAll(harness))
      harness.clock.advance(3_000)
    }
    expect(reads).toEqual([1, 0, 0, 1, 0])
    await submit(harness)
    expect([await askAll(harness), await askAll(harness)]).toEqual([1, 0])
    harness.clock.advance(2_000)
    expect(await askAll(harness)).toBe(1)
  })
})

describe('after somebody submitted details', () => {
  test('Nectar is looked at until a webhook about the company arrives', async () => {
    const { harness } = createStreaming()
    await deliverFirst(harness)
    expect(await liveOf(harness)).toBe('stream')
    const id = await submit(harness)
    expect(await liveOf(harness)).toBe('poll')
    const { company: _, ...others } = statusEvent('CONNECTED', '10:00:00', { id: crypto.randomUUID() })
    await deliver(harness, { ...others, company: { id: crypto.randomUUID() } })
    expect(await liveOf(harness)).toBe('poll')
    await deliver(harness, statusEvent('PENDING', '10:00:01', { company: { id: COMPANY } }))
    expect(await liveOf(harness)).toBe('stream')
    await harness.get(`/invitations/${id}`)
    expect(await liveOf(harness)).toBe('stream')
  })

  test('unless one arrived just before that was seen', async () => {
    const { harness, clock } = createStreaming()
    await deliver(harness, statusEvent('PENDING', '10:00:01', { company: { id: COMPANY } }))
    await submit(harness)
    expect(await liveOf(harness)).toBe('stream')
    clock.advance(60_000)
    await submit(harness)
    expect(await liveOf(harness)).toBe('poll')
  })

  test('and for an hour at most', async () => {
    const { harness, clock } = createStreaming()
    await deliverFirst(harness)
    await submit(harness)
    clock.advance(HOUR_MS)
    expect(await liveOf(harness)).toBe('stream')
  })

  test('also when a colleague did', async () => {
    const { harness, nectar } = createStreaming({ sendInvitation: () => {} })
    await deliverFirst(harness)
    const body = { kind: 'contributor', idempotencyKey: crypto.randomUUID(), to: 'dana@northpoint.example' }
    const sent = (await (await harness.post('/invitations/shared', body)).json()) as {
      invitation: { id: string }
    }
    const id = sent.invitation.id
    harness.fake.on('GET', `/invitation/${id}`, () =>
      json({ ...harness.fake.invitations.get(id), status: 'FULFILLED', useCount: 1 }),
    )
    await nectar.reconcile(COMPANY)
    expect(await liveOf(harness)).toBe('poll')
  })
})

test('what another process took of a shared log counts as arrived', async () => {
  const { createMemoryStore } = await import('../stores/memory/memory-store.ts')
  const store = createMemoryStore()
  const taking = createStreaming({ store })
  const other = createStreaming({ store })
  const reader = await other.open()
  await opening(reader)
  await taking.change('PENDING')
  await reader.change()
  expect(await liveOf(other.harness)).toBe('stream')
  await reader.leave()
})

test('without a secret nothing is relied on', async () => {
  const harness = createHarness()
  expect(await liveOf(harness)).toBe('poll')
})
