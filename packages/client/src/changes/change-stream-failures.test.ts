import {
  ERROR_STATUSES,
  IS_RETRYABLE,
  PROBLEM_MEDIA_TYPE,
  type WireErrorCode,
} from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import { changeEvent, ready, type StreamWorld, settle, startStream } from './testing/stream-world.ts'

const MINUTE_MS = 60_000

function problem(code: WireErrorCode, retryAfterMs?: number): Response {
  const [status, retryable] = [ERROR_STATUSES[code], IS_RETRYABLE[code]]
  const title = code
  const body = { type: 'about:blank', title, status, code, requestId: 'NC-1', retryable, retryAfterMs }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': PROBLEM_MEDIA_TYPE } })
}

/** Refuses every request, for so long. @returns how many there were */
async function refuse(world: StreamWorld, answer: () => Response, ms: number): Promise<number> {
  const before = world.requests.length - 1
  world.onRequest = () => world.last().answer(answer())
  world.onRequest()
  await world.advance(ms)
  world.onRequest = () => {}
  return world.requests.length - before
}

describe('a line that fails', () => {
  test('is tried again, later each time, at most a minute apart, and jittered', async () => {
    const { world } = await startStream()
    const waits: number[] = []
    for (let failure = 0; failure < 8; failure++) {
      world.last().fail()
      await settle()
      const before = world.requests.length
      let waited = 0
      while (world.requests.length === before) {
        await world.advance(500)
        waited += 500
      }
      waits.push(waited / 1_000)
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60, 60])
    world.random = 0
    world.last().fail()
    await world.advance(29_500)
    const before = world.requests.length
    await world.advance(500)
    expect(world.requests.length).toBe(before + 1)
  })

  test('leaves pages to ask for themselves after three times, and works again when it does', async () => {
    const { world, changes, heard } = await startStream()
    const states: string[] = []
    for (const ms of [2_000, 4_000, 8_000]) {
      world.last().fail()
      await world.advance(ms)
      states.push(changes.state.get())
    }
    expect(states).toEqual(['connecting', 'connecting', 'polling'])
    await ready(world)
    expect(changes.state.get()).toBe('streaming')
    world.last().event(...changeEvent(1))
    await settle()
    expect(heard).toEqual(['reset', 'msg-1'])
  })

  test('is tried at once when the network or the customer is back', async () => {
    const { world } = await startStream()
    world.last().fail()
    await settle()
    await world.wake()
    expect(world.requests).toHaveLength(2)
  })

  test('that is cut again and again soon after it began counts as one that fails', async () => {
    const { world, changes } = await startStream()
    for (let turn = 0; turn < 3; turn++) {
      await ready(world)
      await world.advance(1_000)
      world.last().cut()
      await settle()
      if (turn < 2) await world.advance(8_000)
    }
    expect(changes.state.get()).toBe('polling')
  })

  test('after it worked for a while is resumed soon, however often that happens', async () => {
    const { world, changes } = await startStream()
    for (let turn = 0; turn < 8; turn++) {
      await ready(world)
      await world.advance(20_000)
      world.last().cut()
      await world.advance(2_000)
      expect(changes.state.get()).toBe('connecting')
    }
    expect(world.requests).toHaveLength(9)
  })
})

describe('silence', () => {
  test('of two signs of life is a broken line, whatever else keeps coming', async () => {
    const { world } = await startStream()
    const line = await ready(world, 3)
    for (let turn = 0; turn < 4; turn++) {
      await world.advance(15_000)
      line.event('ping', {})
    }
    await world.advance(20_000)
    line.write(': a comment of a proxy\n\n')
    await world.advance(14_000)
    expect([world.openLines(), world.requests.length]).toEqual([1, 1])
    await world.advance(1_000)
    expect(line.isAborted()).toBe(true)
    await world.advance(2_000)
    expect(world.last().cursor).toBe('e.3')
  })

  test('after the head: a proxy that lets nothing else through', async () => {
    const { world, changes } = await startStream()
    for (let attempt = 0; attempt < 3; attempt++) {
      world.last().open()
      await world.advance(10_000)
      expect(world.last().isAborted()).toBe(true)
      if (attempt < 2) await world.advance(8_000)
    }
    expect(changes.state.get()).toBe('polling')
  })

  test('instead of a head: given up after half a minute', async () => {
    const { world } = await startStream()
    await world.advance(29_000)
    expect(world.openLines()).toBe(1)
    await world.advance(1_000)
    expect(world.openLines()).toBe(0)
  })

  test('of a host that never says which headers to send holds nothing up', async () => {
    const { world, changes } = await startStream()
    world.client.openChanges = () => new Promise(() => {})
    world.last().fail()
    await world.advance(10 * MINUTE_MS)
    expect(changes.state.get()).toBe('polling')
  })

  test('of a device that slept is noticed when it wakes', async () => {
    const { world } = await startStream()
    const line = await ready(world, 3)
    await world.sleep(19_000)
    expect(world.requests).toHaveLength(1)
    await world.sleep(3_600_000)
    expect([world.requests.length, line.isAborted(), world.last().cursor]).toEqual([2, true, 'e.3'])
  })
})

describe('a server that holds no streams', () => {
  const HTML = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
  test.each<[string, () => Response]>([
    ['501', () => problem('not_implemented')],
    ['404', () => problem('not_found')],
    ['401', () => problem('unauthenticated')],
    ['a page of the host', HTML],
    ['a 404 page of the host', () => new Response('', { status: 404 })],
    ['nothing', () => new Response(null, { status: 204 })],
  ])('answers %s: pages ask for themselves, and it is seldom tried', async (_, answer) => {
    const { world, changes } = await startStream()
    expect(await refuse(world, answer, 1_000)).toBe(1)
    expect(changes.state.get()).toBe('polling')
    expect(await refuse(world, answer, 60 * MINUTE_MS)).toBeLessThan(14)
    await world.advance(11 * MINUTE_MS)
    await ready(world)
    expect(changes.state.get()).toBe('streaming')
  })

  test('is not asked each time that the customer comes back to the page', async () => {
    const { world } = await startStream()
    world.last().answer(problem('not_implemented'))
    await settle()
    for (let turn = 0; turn < 20; turn++) {
      await world.hide()
      await world.show()
    }
    expect(world.requests).toHaveLength(1)
  })

  test('but somebody who was signed out may be back from signing in', async () => {
    const { world } = await startStream()
    world.last().answer(problem('unauthenticated'))
    await settle()
    await world.wake()
    expect(world.requests).toHaveLength(2)
  })

  test('or says when to come back: not earlier, whoever looks', async () => {
    const { world, changes } = await startStream()
    world.last().answer(problem('too_many_streams', 90_000))
    await settle()
    await world.hide()
    await world.show()
    expect(changes.state.get()).toBe('connecting')
    await world.advance(89_000)
    expect(world.requests).toHaveLength(1)
    await world.advance(1_000)
    expect(world.requests).toHaveLength(2)
  })

  test('a line that waits until then waits without a page that shows it, too', async () => {
    const { world } = await startStream()
    world.last().answer(problem('too_many_streams', 90_000))
    await settle()
    await world.hide()
    await world.advance(120_000)
    expect(world.requests).toHaveLength(1)
    await world.show()
    expect(world.requests).toHaveLength(2)
  })
})
