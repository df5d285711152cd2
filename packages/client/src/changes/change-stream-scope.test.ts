import { expect, test } from 'vitest'
import { changeEvent, ready, setScope, settle, startStream } from './testing/stream-world.ts'

test('somebody else starts anew: no cursor of the one before is sent', async () => {
  const { world } = await startStream()
  await ready(world, 5)
  setScope(world.client, 'scope-b')
  await settle()
  expect([world.openLines(), world.last().cursor]).toEqual([1, null])
})

test('the stream’s own head tells who it is for, and what it says after that reaches nobody', async () => {
  const { world, heard } = await startStream()
  await ready(world, 5)
  world.last().cut()
  await world.advance(2_000)
  const stale = world.last()
  expect(stale.cursor).toBe('e.5')
  stale.open({ scope: 'scope-b' })
  stale.event('ready', { cursor: 'e.5' }, 'e.5')
  stale.event(...changeEvent(6))
  await settle()
  expect([stale.isAborted(), world.last().cursor, heard]).toEqual([true, null, ['reset']])
  await ready(world, 9, 'ready', 'scope-b')
  expect(heard).toEqual(['reset', 'reset'])
})

test('who it is may change while nobody listens', async () => {
  const { world, changes, end } = await startStream()
  await ready(world, 5)
  end()
  setScope(world.client, 'scope-b')
  changes.subscribe({ onChange() {}, onReset() {} })
  await settle()
  expect(world.last().cursor).toBeNull()
})

test('it waits until what there is was read, which says who it is', async () => {
  const { world, changes } = await startStream(null)
  await world.advance(60_000)
  expect([world.requests.length, changes.state.get()]).toEqual([0, 'connecting'])
  setScope(world.client, 'scope-a')
  await ready(world)
  expect(world.requests).toHaveLength(1)
})

test('servers that do not agree on who it is are not asked without a pause', async () => {
  const { world } = await startStream()
  world.onRequest = () => world.last().open({ scope: `scope-${world.requests.length % 2}` })
  world.onRequest()
  await world.advance(60_000)
  expect(world.requests.length).toBeLessThan(20)
})

test('other tabs are told who is here, once, and nothing more', async () => {
  const { world } = await startStream()
  await ready(world)
  world.last().cut()
  await world.advance(2_000)
  await ready(world)
  setScope(world.client, 'scope-b')
  await settle()
  expect(world.told).toEqual(['scope-a', 'scope-b'])
})

test('a tab that hears of somebody else reads anew; of the same one, nothing happens', async () => {
  const { world, heard } = await startStream(null)
  await world.hear('scope-b')
  expect(heard).toEqual([])
  setScope(world.client, 'scope-a')
  await ready(world)
  await world.hear('scope-a')
  expect(heard).toEqual(['reset'])
  await world.hear('scope-b')
  expect(heard).toEqual(['reset', 'reset'])
})
