import { describe, expect, test } from 'vitest'
import { changeEvent, ready, setScope, settle, startStream } from './testing/stream-world.ts'

describe('with all the streams open that the tabs of a site may have', () => {
  test('a page asks for itself, and looks for room now and then', async () => {
    const { world, changes, heard } = await startStream(null)
    world.seats = 0
    await open(world)
    expect([world.requests.length, changes.state.get()]).toEqual([0, 'polling'])
    await world.advance(29_999)
    world.seats = 1
    await world.advance(1)
    await ready(world)
    expect([world.seats, changes.state.get(), heard]).toEqual([0, 'streaming', ['reset']])
  })

  test('one that is looked at again looks at once', async () => {
    const { world, changes } = await startStream(null)
    world.seats = 0
    await open(world)
    world.seats = 1
    await world.hide()
    await world.show()
    await ready(world)
    expect(changes.state.get()).toBe('streaming')
  })

  test.each([
    ['is hidden', async ({ world }: Started) => world.hide()],
    ['hears nothing more', async ({ world }: Started) => world.last().cut()],
    ['is left', async ({ end }: Started) => end()],
  ])('one that %s gives its place back', async (_, stop) => {
    const started = await startStream()
    await ready(started.world)
    expect(started.world.seats).toBe(2)
    await stop(started)
    await settle()
    expect(started.world.seats).toBe(3)
  })
})

type Started = Awaited<ReturnType<typeof startStream>>

/** What there is has been read. */
async function open({ client }: Started['world']) {
  setScope(client, 'scope-a')
  await settle()
}

describe('after a goodbye', () => {
  test.each([
    ['shutdown', 0.5, 2_500],
    ['shutdown', 1, 5_000],
    ['failure', 0.2, 1_000],
    ['something that a newer server says', 1, 5_000],
  ])(
    'to everybody (%s), a page comes back at random within 5 s, and misses nothing',
    async (reason, random, ms) => {
      const { world, changes, heard } = await startStream()
      await ready(world)
      await world.advance(10_000)
      world.random = random
      world.last().event('end', { reason })
      await world.advance(ms - 1)
      expect([world.requests.length, changes.state.get()]).toEqual([1, 'streaming'])
      await world.advance(1)
      expect([world.requests.length, world.last().cursor, changes.state.get()]).toEqual([
        2,
        'e.0',
        'streaming',
      ])
      const line = await ready(world)
      line.event(...changeEvent(1))
      await settle()
      expect(heard).toEqual(['reset', 'msg-1'])
    },
  )

  test('that comes at its own time, a page comes back at once', async () => {
    const { world } = await startStream()
    await ready(world)
    await world.advance(10_000)
    world.last().event('end', { reason: 'time_limit' })
    await settle()
    expect(world.requests).toHaveLength(2)
  })
})
