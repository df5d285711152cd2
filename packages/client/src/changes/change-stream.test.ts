import { describe, expect, test } from 'vitest'
import { createChangeStream } from './change-stream.ts'
import {
  changeEvent,
  createStreamWorld,
  encodeEvent,
  listen,
  ready,
  settle,
  startStream,
} from './testing/stream-world.ts'

const NOBODY = 0

describe('the stream is open', () => {
  test('only while the page is visible', async () => {
    const { world, changes } = await startStream()
    await ready(world)
    expect([world.openLines(), changes.state.get()]).toEqual([1, 'streaming'])
    await world.hide()
    expect([world.openLines(), changes.state.get()]).toEqual([NOBODY, 'off'])
    await world.advance(3_600_000)
    expect(world.requests).toHaveLength(1)
    await world.show()
    expect([world.openLines(), changes.state.get()]).toEqual([1, 'connecting'])
  })

  test('only while somebody listens, once for all of them', async () => {
    const { world, changes, end } = await startStream()
    const other = listen(changes)
    await ready(world)
    expect(world.requests).toHaveLength(1)
    end()
    end()
    await settle()
    expect(world.openLines()).toBe(1)
    other.end()
    await settle()
    expect([world.openLines(), changes.state.get()]).toEqual([NOBODY, 'off'])
  })

  test('and when nobody does any more, nothing of it stays', async () => {
    const { world, end } = await startStream()
    await ready(world)
    end()
    await world.advance(60_000)
    expect([world.timers(), world.channels(), world.wakers()]).toEqual([0, 0, 0])
  })

  test('not for a page that was hidden from the start', async () => {
    const { world, changes } = await startStream()
    world.isVisible = false
    await world.wake()
    expect([world.openLines(), changes.state.get()]).toEqual([NOBODY, 'off'])
  })
})

describe('it goes on', () => {
  test('after the last change that came, when the page is shown again', async () => {
    const { world, heard } = await startStream()
    const line = await ready(world)
    line.event(...changeEvent(1))
    line.event(...changeEvent(2))
    await settle()
    await world.hide()
    await world.show()
    expect(world.last().cursor).toBe('e.2')
    const next = await ready(world, 2)
    next.event(...changeEvent(3))
    await settle()
    expect(heard).toEqual(['reset', 'msg-1', 'msg-2', 'msg-3'])
  })

  test('from where it began, when it was cut before any change', async () => {
    const { world } = await startStream()
    const line = await ready(world, 7)
    line.cut()
    await world.advance(2_000)
    expect(world.requests.map(({ cursor }) => cursor)).toEqual([null, 'e.7'])
  })

  test('before a change that arrived in part', async () => {
    const { world, heard } = await startStream()
    const line = await ready(world)
    line.write('id: e.1\nevent: change\ndata: {"cursor":"e.1"')
    await settle()
    line.cut()
    await world.advance(2_000)
    expect([world.last().cursor, heard]).toEqual(['e.0', ['reset']])
  })

  test('at once and without a flicker when the server says goodbye', async () => {
    const { world, changes } = await startStream()
    const line = await ready(world)
    const states: string[] = []
    changes.state.subscribe(() => states.push(changes.state.get()))
    await world.advance(9_000)
    line.event('end', { reason: 'time_limit' })
    await settle()
    expect([world.requests.length, world.last().cursor]).toEqual([2, 'e.0'])
    await ready(world)
    expect(states).toEqual([])
  })

  test('less eagerly when every stream says goodbye as soon as it began', async () => {
    const { world } = await startStream()
    for (let turn = 0; turn < 200; turn++) {
      await ready(world)
      world.last().event('end', { reason: 'failure' })
      await world.advance(1_000)
      if (world.last().isAborted()) break
    }
    await world.advance(30_000)
    expect(world.requests.length).toBeLessThan(6)
  })

  test('within a minute of nobody listening; later it starts anew', async () => {
    const { world, changes, end } = await startStream()
    await ready(world, 4)
    end()
    end()
    await world.advance(59_000)
    const back = listen(changes)
    await ready(world, 4)
    await world.advance(5_000)
    await world.hide()
    await world.show()
    expect(world.requests.map(({ cursor }) => cursor)).toEqual([null, 'e.4', 'e.4'])
    back.end()
    await world.advance(61_000)
    listen(changes)
    await settle()
    expect(world.last().cursor).toBeNull()
  })
})

describe('those who listen', () => {
  test('read anew when the stream starts now, since what they know may be older; not when it resumed', async () => {
    const { world, heard } = await startStream()
    await ready(world)
    expect(heard).toEqual(['reset'])
    world.last().cut()
    await world.advance(2_000)
    await ready(world)
    expect(heard).toEqual(['reset'])
  })

  test('read anew when the server says that changes may be missing', async () => {
    const { world, heard } = await startStream()
    await ready(world)
    world.last().cut()
    await world.advance(2_000)
    await ready(world, 90, 'reset')
    world.last().cut()
    await world.advance(4_000)
    expect([heard, world.last().cursor]).toEqual([['reset', 'reset'], 'e.90'])
  })

  test('read anew where a change is written in a way that is not known', async () => {
    const { world, heard } = await startStream()
    const line = await ready(world)
    line.event('change', { something: 'else' }, 'e.1')
    line.event('change', 'nothing at all', 'e.2')
    line.event('newer', { kind: 'of event' })
    line.event(...changeEvent(3))
    await settle()
    expect(heard).toEqual(['reset', 'reset', 'reset', 'msg-3'])
  })

  test('take nothing from each other: one that throws is reported, and the stream goes on', async () => {
    const { world, changes, heard } = await startStream()
    changes.subscribe({
      onChange() {
        throw new Error('mine')
      },
      onReset() {},
    })
    const second = listen(changes)
    const line = await ready(world)
    line.event(...changeEvent(1))
    line.event(...changeEvent(2))
    await settle()
    expect([heard, second.heard]).toEqual([
      ['reset', 'msg-1', 'msg-2'],
      ['reset', 'msg-1', 'msg-2'],
    ])
    expect(world.reported).toHaveLength(2)
    expect(world.requests).toHaveLength(1)
  })

  test('may leave while they are told', async () => {
    const { world, changes, end } = await startStream()
    end()
    await settle()
    const heard: string[] = []
    const leave = changes.subscribe({
      onChange({ eventId }) {
        heard.push(eventId)
        leave()
      },
      onReset() {},
    })
    const line = await ready(world)
    line.write(encodeEvent(...changeEvent(1)) + encodeEvent(...changeEvent(2)))
    await settle()
    expect([heard, world.openLines()]).toEqual([['msg-1'], NOBODY])
    listen(changes)
    await settle()
    expect(world.last().cursor).toBe('e.1')
  })

  test('that were sent away while others are told hear nothing any more', async () => {
    const { world, changes } = await startStream()
    changes.subscribe({ onChange: () => second.end(), onReset() {} })
    const second = listen(changes)
    const line = await ready(world)
    line.event(...changeEvent(1))
    await settle()
    expect(second.heard).toEqual(['reset'])
  })
})

test('those who listen hear that something became of an invitation', async () => {
  const { world, changes } = await startStream()
  let told = 0
  changes.subscribe({ onChange() {}, onReset() {}, onInvitations: () => told++ })
  // Not everybody wants to know.
  changes.subscribe({ onChange() {}, onReset() {} })
  const line = await ready(world)
  line.event('invitations', {})
  await settle()
  expect([told, changes.state.get()]).toEqual([1, 'streaming'])
})

test('it goes on from the list that was read: nothing is read anew but what no cursor tells', async () => {
  const world = createStreamWorld('scope-a')
  world.client.listCursor = async () => 'e.7'
  const changes = createChangeStream(world.client, world.platform())
  const heard: string[] = []
  changes.subscribe({
    onChange: ({ eventId }) => heard.push(eventId),
    onReset: () => heard.push('reset'),
    onInvitations: () => heard.push('invitations'),
  })
  await settle()
  expect(world.last().cursor).toBe('e.7')
  await ready(world)
  expect(heard).toEqual(['invitations'])
})

test('a list that says no cursor is read anew', async () => {
  const { world, heard } = await startStream()
  expect(world.last().cursor).toBe(null)
  await ready(world)
  expect(heard).toEqual(['reset'])
})
