import { expect, test } from 'vitest'
import { createPageLine } from './page-line.ts'
import { changeEvent, createStreamWorld, listen, ready, setScope, settle } from './testing/stream-world.ts'

function start() {
  const world = createStreamWorld()
  const line = createPageLine('/api/nectar', world.platform())
  const join = (scope: string | null) => {
    const client = world.createClient(scope)
    const changes = line.join(client)
    return { client, changes, ...listen(changes) }
  }
  return { world, join }
}

test('eight providers for one user have one stream, and all hear what it tells', async () => {
  const { world, join } = start()
  const members = Array.from({ length: 8 }, () => join('scope-a'))
  const open = await ready(world)
  open.event(...changeEvent(1))
  await settle()
  expect(world.requests).toHaveLength(1)
  for (const { heard, changes } of members) {
    expect([heard, changes.state.get()]).toEqual([['reset', 'msg-1'], 'streaming'])
  }
})

test('what is told to one user reaches nobody else: they poll', async () => {
  const { world, join } = start()
  const one = join('scope-a')
  const other = join('scope-b')
  const open = await ready(world)
  open.event(...changeEvent(1))
  await settle()
  expect([one.heard, one.changes.state.get()]).toEqual([['reset', 'msg-1'], 'streaming'])
  expect([other.heard, other.changes.state.get()]).toEqual([['reset'], 'polling'])
})

test('one that does not know yet who is here hears nothing, and reads anew what it may have missed', async () => {
  const { world, join } = start()
  join('scope-a')
  const late = join(null)
  const open = await ready(world)
  open.event(...changeEvent(1))
  await settle()
  expect(late.heard).toEqual(['reset'])
  setScope(late.client, 'scope-a')
  open.event(...changeEvent(2))
  await settle()
  expect([late.heard, late.changes.state.get()]).toEqual([['reset', 'reset', 'msg-2'], 'streaming'])
})

test('it goes on without the one that opened it', async () => {
  const { world, join } = start()
  const first = join('scope-a')
  const second = join('scope-a')
  const open = await ready(world)
  first.end()
  open.event(...changeEvent(1))
  await settle()
  expect([world.requests.length, first.changes.state.get(), second.heard]).toEqual([
    1,
    'off',
    ['reset', 'msg-1'],
  ])
  second.end()
  await settle()
  expect([world.openLines(), second.changes.state.get()]).toEqual([0, 'off'])
})

test('where the one that opened it was somebody else, the next starts anew', async () => {
  const { world, join } = start()
  const first = join('scope-a')
  const second = join('scope-b')
  await ready(world, 5)
  first.end()
  await settle()
  expect([world.openLines(), world.last().cursor]).toEqual([1, null])
  await ready(world, 7, 'ready', 'scope-b')
  expect(second.changes.state.get()).toBe('streaming')
})

test('nobody waits for one who is not signed in', async () => {
  const { world, join } = start()
  join(null)
  const other = join('scope-a')
  await settle()
  await ready(world)
  expect(other.changes.state.get()).toBe('streaming')
})

test('when the user changes, nobody hears what was told to the one before', async () => {
  const { world, join } = start()
  const members = [join('scope-a'), join('scope-a')]
  const open = await ready(world)
  for (const { client } of members) setScope(client, 'scope-b')
  open.event(...changeEvent(1))
  await settle()
  await ready(world, 9, 'ready', 'scope-b')
  for (const { heard } of members) expect(heard).toEqual(['reset', 'reset'])
})

test('one that was alone goes on where it stopped; another that comes after it starts anew', async () => {
  const { world, join } = start()
  const first = join('scope-a')
  await ready(world, 5)
  first.end()
  const again = listen(first.changes)
  await settle()
  expect(world.last().cursor).toBe('e.5')
  again.end()
  join('scope-a')
  await settle()
  expect(world.last().cursor).toBeNull()
})
