import { describe, expect, test } from 'vitest'
import type { ConnectStore } from '../stores/connect-store.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { claim } from '../testing/conformance/store-suite.ts'
import { createStreaming, deliverFirst, opening } from '../testing/deliver.ts'
import { COMPANY, CONNECTION } from '../testing/fake-nectar.ts'
import type { EventReader } from '../testing/read-events.ts'
import { deferred, until } from '../testing/test-clock.ts'

describe('a hundred readers', () => {
  test('cost one read of the store and one encoding for each change', async () => {
    const memory = createMemoryStore()
    const reads: (string | null)[] = []
    const store: ConnectStore = {
      ...memory,
      readChanges: (companyId, cursor, limit) => {
        reads.push(cursor)
        return memory.readChanges(companyId, cursor, limit)
      },
    }
    const { open, change, session } = createStreaming({ store })
    const readers: EventReader[] = []
    for (let n = 0; n < 100; n += 1) {
      session.current = { companyId: COMPANY, userId: `user-${n}` }
      readers.push(await open())
    }
    await Promise.all(readers.map((reader) => opening(reader)))
    const waiting = readers.map((reader) => reader.change())
    await until(() => reads.filter((cursor) => cursor !== null).length > 0)
    const before = reads.length
    const encoded = countEncodings('PENDING')
    await change('PENDING')
    const seen = await Promise.all(waiting)
    expect(new Set(seen.map(({ cursor }) => cursor)).size).toBe(1)
    expect([reads.length - before, encoded.stop()]).toEqual([1, 1])
    await Promise.all(readers.map((reader) => reader.leave()))
  })

  test('that read connections after a change cost Nectar one request', async () => {
    const { get, change, fake } = createStreaming()
    const readAll = () => Promise.all(Array.from({ length: 100 }, () => get('/connections')))
    await readAll()
    await change('PENDING')
    await readAll()
    expect(fake.count('GET', '/connection/company')).toBe(2)
  })

  test('never see what is older than a change that was told, not even while it is being read', async () => {
    const { get, change, fake, open } = createStreaming()
    const gate = deferred<void>()
    fake.on('GET', '/connection/company', async () => {
      const page = { connections: fake.connections, hasNext: false }
      if (fake.count('GET', '/connection/company') === 1) await gate.promise
      return Response.json(page)
    })
    // Begun before the change, answered after it.
    const stale = get('/connections')
    await until(() => fake.count('GET', '/connection/company') === 1)
    const reader = await open()
    await opening(reader)
    await change('PENDING')
    await reader.change()
    gate.resolve()
    await stale
    fake.connections = fake.connections.map((row) => ({ ...row, status: 'PENDING' }))
    expect(await (await get('/connections')).json()).toMatchObject({ connections: [{ status: 'PENDING' }] })
    expect(await (await get(`/connections/${CONNECTION}`)).json()).toMatchObject({ status: 'PENDING' })
    await reader.leave()
  })
})

test('a change that another process took makes this one read anew before it tells', async () => {
  const store = createMemoryStore()
  const [here, there] = [createStreaming({ store }), createStreaming({ store })]
  const reader = await here.open()
  await opening(reader)
  await here.get('/connections')
  await there.change('PENDING')
  await reader.change()
  await here.get('/connections')
  expect(here.fake.count('GET', '/connection/company')).toBe(2)
  await reader.leave()
})

test('a hint that gets lost is made up for at the next sign of life', async () => {
  const memory = createMemoryStore()
  const store: ConnectStore = { ...memory, subscribe: () => () => {} }
  const { open, clock, change, harness } = createStreaming({ store })
  await deliverFirst(harness)
  const reader = await open()
  await opening(reader)
  const next = reader.next()
  expect(clock.pending()).toBe(1)
  await change('PENDING')
  clock.advance(15_000)
  expect(await next).toMatchObject({ event: 'change' })
  await reader.leave()
})

test('a claim that is open elsewhere does not keep readers from reading', async () => {
  const store = createMemoryStore()
  await claim(store, 'other', 'other')
  const { open, change } = createStreaming({ store })
  const reader = await open()
  await opening(reader)
  await change('PENDING')
  expect((await reader.change()).to).toBe('PENDING')
  await reader.leave()
})

/** Counts how often something with this text in it is written as JSON for a stream. */
function countEncodings(text: string) {
  const original = JSON.stringify
  let count = 0
  JSON.stringify = ((value: unknown, ...rest: []) => {
    const isChange = typeof value === 'object' && value !== null && 'to' in value && value.to === text
    if (isChange) count += 1
    return original(value, ...rest)
  }) as typeof JSON.stringify
  return {
    stop() {
      JSON.stringify = original
      return count
    },
  }
}
