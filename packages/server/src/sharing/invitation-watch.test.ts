import { describe, expect, test } from 'vitest'
import type { InvitationChangeContext, NectarConnectOptions } from '../settings/options.ts'
import { createStreaming, opening } from '../testing/deliver.ts'
import { COMPANY, CONNECTION } from '../testing/fake-nectar.ts'
import { quiet, until } from '../testing/test-clock.ts'

const DANA = 'dana@northpoint.example'

/** A host that is told what becomes of invitations. */
function createHost(options: Partial<NectarConnectOptions> = {}) {
  const told: InvitationChangeContext[] = []
  const streaming = createStreaming({
    onInvitationChange: (context) => {
      told.push(context)
    },
    ...options,
  })
  const { harness } = streaming
  return {
    ...streaming,
    told,
    stages: () => told.map(({ change }) => `${change.from} ${change.to}`),
    async invite(): Promise<string> {
      const body = { kind: 'contributor', idempotencyKey: crypto.randomUUID(), to: DANA }
      const { invitation } = await (await harness.post('/invitations/shared', body)).json()
      return invitation.id
    },
    become(id: string, row: Record<string, unknown>) {
      Object.assign(harness.fake.invitations.get(id) ?? {}, row)
    },
  }
}

const used = {
  useCount: 1,
  status: 'FULFILLED',
  createdConnections: [{ id: CONNECTION, datasourceName: 'LADWP', status: 'PENDING', created: null }],
}

describe('what became of an invitation', () => {
  test('is found out when a webhook tells of a connection, and the host is told once, with all of it', async () => {
    const host = createHost()
    const id = await host.invite()
    host.become(id, used)
    await host.change('PENDING')
    await until(() => host.told.length === 1)
    expect(host.told[0]).toEqual({
      eventId: `${id}-received`,
      change: {
        invitationId: id,
        companyId: COMPANY,
        kind: 'contributor',
        connectionId: null,
        recipient: DANA,
        invitedBy: { userId: 'user-1', name: null },
        from: 'sent',
        to: 'received',
        at: new Date(host.clock.now()).toISOString(),
        createdConnections: [{ id: CONNECTION, providerName: 'LADWP' }],
      },
    })
    await host.change('CONNECTED')
    await host.nectar.reconcile(COMPANY)
    await quiet()
    expect(host.told).toHaveLength(1)
  })

  test('reaches open pages as a hint on their stream, and no other company', async () => {
    const host = createHost()
    const reader = await host.open()
    await opening(reader)
    const id = await host.invite()
    expect(await reader.next()).toEqual({ event: 'invitations', id: null, data: {} })
    host.become(id, used)
    await host.nectar.reconcile(COMPANY)
    for (;;) {
      const event = await reader.next()
      if (event?.event === 'invitations') break
      expect(event?.event).toBe('change')
    }
    await reader.leave()
  })

  test('is looked for while a page is open, now and then', async () => {
    const host = createHost()
    const id = await host.invite()
    const reader = await host.open()
    await opening(reader)
    const startedAt = host.clock.now()
    host.become(id, { events: [{ type: 'VIEWED', at: '2026-11-24T13:00:00Z' }] })
    while (host.told.length === 0) {
      host.clock.advance(15_000)
      expect((await reader.next())?.event).toMatch(/ping|invitations/)
      await quiet()
    }
    expect(host.stages()).toEqual(['sent opened'])
    expect(host.clock.now() - startedAt).toBeLessThanOrEqual(45_000)
    await reader.leave()
  })

  test('is noticed when the list is read', async () => {
    const host = createHost()
    const id = await host.invite()
    host.become(id, { status: 'EXPIRED' })
    await host.get('/invitations/shared')
    await until(() => host.told.length === 1)
    expect(host.stages()).toEqual(['sent expired'])
  })

  test('is noticed when one of them is read', async () => {
    const host = createHost()
    const id = await host.invite()
    host.become(id, used)
    await host.get(`/invitations/${id}`)
    await until(() => host.told.length === 1)
    expect(host.stages()).toEqual(['sent received'])
  })

  test('is in the list as soon as pages are told of it', async () => {
    const host = createHost()
    const id = await host.invite()
    const reader = await host.open()
    await opening(reader)
    const read = async () => (await host.get('/invitations/shared')).json()
    expect((await read()).counts).toEqual({ pending: 1, used: 0, closed: 0 })
    for (const [row, counts] of [
      [{ events: [{ type: 'VIEWED' }] }, { pending: 1, used: 0, closed: 0 }],
      [used, { pending: 0, used: 1, closed: 0 }],
    ] as const) {
      host.become(id, row)
      await host.get(`/invitations/${id}`)
      while ((await reader.next())?.event !== 'invitations');
      const answer = await read()
      expect(answer.counts).toEqual(counts)
      expect(answer.invitations[0]).toMatchObject({ opened: true, useCount: 'useCount' in row ? 1 : 0 })
    }
    await reader.leave()
  })

  test('is in the list as soon as a connection told of it', async () => {
    const host = createHost()
    const id = await host.invite()
    const read = async () => (await host.get('/invitations/shared')).json()
    await read()
    host.become(id, used)
    await host.change('PENDING')
    expect((await read()).counts).toEqual({ pending: 0, used: 1, closed: 0 })
  })

  test('goes forward only, and a use counts even after the end', async () => {
    const host = createHost()
    const id = await host.invite()
    const look = () => host.nectar.reconcile(COMPANY)
    host.become(id, { events: [{ type: 'VIEWED' }] })
    await look()
    host.become(id, { events: [] })
    await look()
    host.become(id, { status: 'SUSPENDED' })
    await look()
    host.become(id, { status: 'EXPIRED' })
    await look()
    host.become(id, { ...used, status: 'EXPIRED' })
    host.clock.advance(6_000)
    await host.get('/invitations/shared')
    await until(() => host.told.length === 3)
    expect(host.stages()).toEqual(['sent opened', 'opened expired', 'expired received'])
  })

  test('a revocation is told, a link that was replaced is not', async () => {
    const host = createHost()
    const [kept, replaced] = [await host.invite(), await host.invite()]
    expect(replaced).toBe(kept)
    await host.post(`/invitations/${kept}/remind`, { idempotencyKey: crypto.randomUUID() })
    await host.nectar.reconcile(COMPANY)
    expect(host.told).toEqual([])
    const { invitations } = await (await host.get('/invitations/shared')).json()
    await host.post(`/invitations/${invitations[0].id}/revoke`)
    expect(host.stages()).toEqual(['sent revoked'])
  })

  test('a host that fails is told again, with the same key', async () => {
    let calls = 0
    const host = createHost({
      onInvitationChange: ({ eventId }) => {
        calls += 1
        if (calls === 1) throw new Error('database down')
        expect(eventId).toMatch(/-received$/)
      },
    })
    const id = await host.invite()
    host.become(id, used)
    // Reading the connections, too, lets somebody look.
    const reconcile = () => host.nectar.reconcile(COMPANY).catch(() => {})
    await reconcile()
    await until(() => calls === 1)
    await reconcile()
    await until(() => calls === 2)
    await reconcile()
    await quiet()
    expect(calls).toBe(2)
  })

  test('a Nectar that is down costs no webhook', async () => {
    const host = createHost()
    const id = await host.invite()
    host.fake.on('GET', `/invitation/${id}`, () => new Response('', { status: 500 }), 1)
    await host.change('PENDING')
    await until(() => host.harness.logText().includes('could not be found out'))
    host.become(id, used)
    await host.change('CONNECTED')
    await until(() => host.told.length === 1)
  })
})
