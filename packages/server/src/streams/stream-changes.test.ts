import { describe, expect, test } from 'vitest'
import type { ConnectStore } from '../stores/connect-store.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { createStreaming, deliverFirst, opening } from '../testing/deliver.ts'
import { COMPANY, CONNECTION, OTHER_COMPANY, OTHER_CONNECTION } from '../testing/fake-nectar.ts'
import { outcomeOf, readProblem } from '../testing/harness.ts'
import { type EventReader, readEvents } from '../testing/read-events.ts'
import { until } from '../testing/test-clock.ts'

const ALL_GONE = 0

describe('the stream', () => {
  test('has the headers of every answer, and those that keep proxies from holding it back', async () => {
    const { get } = createStreaming()
    const response = await get('/changes')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'nectar-connect-protocol': '1.0',
      'nectar-connect-scope': expect.stringMatching(/^.{32}$/),
    })
    await response.body?.cancel()
  })

  test('says where it is, then each change with its cursor, and no company', async () => {
    const { open, change, harness } = createStreaming()
    await deliverFirst(harness)
    const reader = await open()
    expect(await reader.next()).toMatchObject({ event: 'ready', data: { liveUpdates: 'stream' } })
    await change('PENDING')
    const event = await reader.next()
    expect(event).toEqual({
      event: 'change',
      id: expect.stringMatching(/^[\w-]+\.1$/),
      data: {
        cursor: event?.id,
        eventId: expect.stringMatching(/^msg_/),
        connectionId: CONNECTION,
        from: null,
        to: 'PENDING',
        at: '2026-11-24T10:00:01Z',
        source: 'webhook',
      },
    })
    await change('CONNECTED')
    expect(await reader.change()).toMatchObject({ from: 'PENDING', to: 'CONNECTED' })
    await reader.leave()
  })

  test('shows a company its own changes only', async () => {
    const { open, change, session } = createStreaming()
    const mine = await open()
    session.current = { companyId: OTHER_COMPANY, userId: 'them' }
    const theirs = await open()
    await opening(mine)
    await opening(theirs)
    await change('PENDING', { id: OTHER_CONNECTION, company: { id: OTHER_COMPANY } })
    await change('CONNECTED')
    expect(await mine.change()).toMatchObject({ connectionId: CONNECTION })
    expect(await theirs.change()).toMatchObject({ connectionId: OTHER_CONNECTION })
    await Promise.all([mine.leave(), theirs.leave()])
  })

  test.each([
    ['nobody is signed in', { authorize: () => null }, '401 unauthenticated'],
    ['there is no company', { authorize: () => ({ companyId: null, userId: 'u' }) }, '409 company_missing'],
    [
      'the right is missing',
      { authorize: () => ({ companyId: COMPANY, userId: 'u', permissions: { view: false } }) },
      '403 not_allowed',
    ],
  ])('is not opened when %s', async (_, options, expected) => {
    const { get } = createStreaming(options)
    expect(await outcomeOf(await get('/changes'))).toBe(expected)
  })

  test('is not opened for a page of another protocol, nor for a HEAD request', async () => {
    const { get, clock } = createStreaming()
    const old = await get('/changes', { headers: { 'nectar-connect-protocol': '0.1' } })
    expect(await outcomeOf(old)).toBe('409 client_outdated')
    const head = await get('/changes', { method: 'HEAD' })
    expect([head.status, head.headers.get('content-type'), head.body]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      null,
    ])
    expect(clock.pending()).toBe(ALL_GONE)
  })

  test('answers an error, and no empty stream, when the store is down', async () => {
    const store = { ...createMemoryStore(), readChanges: () => Promise.reject(new Error('disk full')) }
    const { get, clock } = createStreaming({ store })
    for (let n = 0; n < 10; n += 1) {
      expect(await outcomeOf(await get('/changes'))).toBe('500 internal_error')
    }
    expect(clock.pending()).toBe(ALL_GONE)
  })
})

describe('a stream that is open', () => {
  test('gives a sign of life every 15 seconds', async () => {
    const { open, clock, harness } = createStreaming()
    await deliverFirst(harness)
    const reader = await open()
    await opening(reader)
    for (let n = 0; n < 3; n += 1) {
      const next = reader.next()
      expect(clock.pending()).toBe(1)
      clock.advance(15_000)
      expect(await next).toEqual({ event: 'ping', id: null, data: {} })
    }
    await reader.leave()
  })

  test('is let go when nobody takes its last word', async () => {
    const { open, clock } = createStreaming()
    const reader = await open()
    await opening(reader)
    for (let seconds = 15; seconds < 300; seconds += 15) {
      const next = reader.next()
      clock.advance(15_000)
      expect(await next).toMatchObject({ event: 'ping' })
    }
    clock.advance(15_000)
    expect(clock.pending()).toBe(1)
    clock.advance(15_000)
    expect(clock.pending()).toBe(ALL_GONE)
    await expect(reader.next()).rejects.toThrow('too slow')
  })

  test('ends after five minutes, with a word', async () => {
    const { open, clock, change } = createStreaming()
    const reader = await open()
    await opening(reader)
    await change('PENDING')
    await reader.change()
    const next = reader.next()
    expect(clock.pending()).toBe(1)
    clock.advance(300_000)
    const said = [await next, await reader.next(), await reader.next()].filter(
      (event) => event?.event !== 'ping',
    )
    expect(said[0]).toEqual({ event: 'end', id: null, data: { reason: 'time_limit' } })
    expect(said[1]).toBeNull()
    expect(clock.pending()).toBe(ALL_GONE)
  })

  test('ends with a word when the server shuts down, and no other opens', async () => {
    const { open, nectar, get, clock } = createStreaming()
    const readers = [await open(), await open()]
    for (const reader of readers) await opening(reader)
    const rest = readers.map(async (reader) => [(await reader.next())?.data, await reader.next()])
    await nectar.close()
    expect(await Promise.all(rest)).toEqual([
      [{ reason: 'shutdown' }, null],
      [{ reason: 'shutdown' }, null],
    ])
    expect(await outcomeOf(await get('/changes'))).toBe('503 busy')
    expect(clock.pending()).toBe(ALL_GONE)
  })

  test.each([
    ['cancels', async (reader: EventReader) => reader.leave()],
    ['aborts', async (_: EventReader, gone: AbortController) => gone.abort()],
  ])('leaves nothing behind when its reader %s', async (_, leave) => {
    const listening = new Set<object>()
    const memory = createMemoryStore()
    const store: ConnectStore = {
      ...memory,
      subscribe(companyId, onHint) {
        const stop = memory.subscribe(companyId, onHint)
        const one = {}
        listening.add(one)
        return () => {
          listening.delete(one)
          stop()
        }
      },
    }
    const { open, clock } = createStreaming({ store })
    // More than one user may hold, one after the other.
    for (let n = 0; n < 10; n += 1) {
      const gone = new AbortController()
      const reader = await open('/changes', { signal: gone.signal })
      await opening(reader)
      expect(listening.size).toBe(1)
      await leave(reader, gone)
      await until(() => listening.size === 0)
    }
    expect(clock.pending()).toBe(ALL_GONE)
  })

  test('ends without an error when the request is aborted: frameworks would print it', async () => {
    const { open } = createStreaming()
    const gone = new AbortController()
    const reader = await open('/changes', { signal: gone.signal })
    await opening(reader)
    const next = reader.next()
    gone.abort()
    expect(await next).toBeNull()
  })

  test('is dropped when its reader takes nothing for half a minute', async () => {
    const { get, clock, change } = createStreaming()
    const response = await get('/changes')
    const reader = response.body?.getReader()
    await reader?.read()
    for (let n = 0; n < 50; n += 1) await change(`S${n}`)
    clock.advance(30_000)
    expect(clock.pending()).toBe(ALL_GONE)
    await expect(reader?.read()).rejects.toThrow('too slow')
  })

  test('holds nothing back for a reader that is slow: it reads the store when it is ready', async () => {
    let reads = 0
    const memory = createMemoryStore()
    const store: ConnectStore = {
      ...memory,
      readChanges: (...args) => {
        reads += 1
        return memory.readChanges(...args)
      },
    }
    const { harness, get, change } = createStreaming({ store })
    await deliverFirst(harness)
    const response = await get('/changes')
    for (let n = 0; n < 50; n += 1) await change(`S${n}`)
    expect(reads).toBe(1)
    const reader = readEvents(response)
    await opening(reader)
    for (let n = 0; n < 50; n += 1) expect((await reader.change()).to).toBe(`S${n}`)
    expect(reads).toBe(2)
    await reader.leave()
  })

  test('is one of six at most for a user, and a typed problem after that', async () => {
    const { open, get, session } = createStreaming()
    const readers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => open()))
    const problem = await readProblem(await get('/changes'))
    expect(problem).toMatchObject({ code: 'too_many_streams', status: 429, retryAfterMs: 5_000 })
    session.current = { companyId: COMPANY, userId: 'user-2' }
    readers.push(await open())
    session.current = { companyId: COMPANY, userId: 'user-1' }
    await readers[0]?.leave()
    readers.push(await open())
    for (const reader of readers.slice(1)) await reader.leave()
  })
})
