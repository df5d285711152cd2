import { describe, expect, test } from 'vitest'
import type { ConnectStore } from '../stores/connect-store.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { createStreaming, deliver, opening, outcomeOfDelivery, statusEvent } from '../testing/deliver.ts'
import { COMPANY } from '../testing/fake-nectar.ts'
import { outcomeOf } from '../testing/harness.ts'
import { deferred, quiet, until } from '../testing/test-clock.ts'

const event = statusEvent('CONNECTED', '11:59:00')

/** A host whose function takes as long as a test wants, and a store that tells when it is closed. */
function createSlowHost() {
  const gate = deferred<void>()
  const memory = createMemoryStore()
  const told: string[] = []
  const closed = { times: 0 }
  const store: ConnectStore = {
    ...memory,
    async close() {
      closed.times += 1
    },
  }
  const streaming = createStreaming({
    store,
    async onConnectionChange({ change }) {
      told.push(change.to)
      await gate.promise
    },
  })
  return { ...streaming, gate, told, closed, store }
}

describe('closing', () => {
  test('waits for the host’s function, shows what it made, says goodbye, and closes the store last', async () => {
    const { harness, gate, told, closed, store, open, nectar } = createSlowHost()
    const reader = await open()
    await opening(reader)
    const delivery = deliver(harness, event, { id: 'msg_slow' })
    await until(() => told.length === 1)
    const closing = nectar.close()
    await quiet()
    expect(closed.times).toBe(0)
    gate.resolve()
    expect((await delivery).status).toBe(200)
    expect(await reader.change()).toMatchObject({ to: 'CONNECTED' })
    expect(await reader.next()).toMatchObject({ event: 'end', data: { reason: 'shutdown' } })
    expect(await reader.next()).toBeNull()
    await closing
    expect([closed.times, told]).toEqual([1, ['CONNECTED']])
    // The next server finds that it was handled.
    const next = createStreaming({ store })
    expect(await outcomeOfDelivery(next.harness, event, { id: 'msg_slow' })).toBe('duplicate')
  })

  test('takes nothing new meanwhile, and says when to come back', async () => {
    const { harness, gate, told, nectar, get, post } = createSlowHost()
    const delivery = deliver(harness, event)
    await until(() => told.length === 1)
    const closing = nectar.close()
    const answers = [
      await deliver(harness, statusEvent('PENDING', '11:59:30')),
      await get('/connections'),
      await get('/changes'),
      await get('/health'),
      await post('/invitations', {
        kind: 'contributor',
        reason: 'first',
        idempotencyKey: crypto.randomUUID(),
      }),
    ]
    for (const answer of answers) {
      expect([await outcomeOf(answer), answer.headers.get('retry-after')]).toEqual(['503 busy', '1'])
    }
    await expect(nectar.reconcile(COMPANY)).rejects.toMatchObject({ code: 'busy' })
    expect(harness.logs.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
    gate.resolve()
    await Promise.all([closing, delivery])
    expect(told).toHaveLength(1)
  })

  test('waits for 10 seconds at most, or for as long as it is told', async () => {
    for (const [options, limitMs] of [
      [undefined, 10_000],
      [{ graceMs: 3_000 }, 3_000],
    ] as const) {
      const { harness, told, closed, nectar, clock, logText } = createSlowHost()
      void deliver(harness, event)
      await until(() => told.length === 1)
      const closing = nectar.close(options)
      clock.advance(limitMs - 1)
      await quiet()
      expect(closed.times).toBe(0)
      clock.advance(1)
      await closing
      expect(closed.times).toBe(1)
      expect(logText()).toContain('still under way')
    }
  })

  test('waits a second for readers that do not take the goodbye', async () => {
    const { nectar, get, clock, closed } = createSlowHost()
    const { body } = await get('/changes')
    const closing = nectar.close()
    await quiet()
    clock.advance(999)
    await quiet()
    expect(closed.times).toBe(0)
    clock.advance(1)
    await closing
    expect(closed.times).toBe(1)
    await body?.cancel()
  })

  test('is done once, however often it is asked for', async () => {
    const { nectar, closed } = createSlowHost()
    const first = nectar.close()
    expect(nectar.close()).toBe(first)
    await first
    await nectar.close()
    expect(closed.times).toBe(1)
  })

  test('leaves no timer behind', async () => {
    const { nectar, clock, open } = createSlowHost()
    const reader = await open()
    await opening(reader)
    const end = reader.next().then(() => reader.next())
    await nectar.close()
    await end
    await quiet()
    expect(clock.pending()).toBe(0)
  })
})
