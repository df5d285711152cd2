import type { ConnectionChange } from '@nectar-connect/contract/wire'
import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import '../styles/styles.css'
import { NectarConnectProvider } from '../context/nectar-connect-provider.tsx'
import { ConnectionCard } from '../lists/connection-card.tsx'
import { ConnectionList } from '../lists/connection-list.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { changeOf } from '../testing/fake-changes.ts'
import { connection, MIXED } from '../testing/fixtures.ts'
import { Announcement, reads, Statuses, settled, startLive, waiting } from '../testing/live-page.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test.each([
  ['with a query client of the host', new QueryClient()],
  ['without one', undefined],
])('%s, changes arrive by themselves', async (_, queryClient) => {
  const { changes, backend } = startLive()
  render(
    <NectarConnectProvider fetch={backend.fetch} queryClient={queryClient}>
      <Statuses />
    </NectarConnectProvider>,
  )
  await screen.findByText('streaming PENDING')
  await settled(backend)
  changes.send(changeOf(connection({ status: 'PENDING' }), 'CONNECTED'))
  await screen.findByText('streaming CONNECTED')
})

test('with all components gone, the stream is closed', async () => {
  const { changes, backend } = startLive()
  const { unmount } = render(
    <WithBackend backend={backend}>
      <ConnectionList />
      <ConnectionCard connectionId={connection().id} />
      <Announcement onChange={() => {}} />
    </WithBackend>,
  )
  await settled(backend)
  expect(changes.opened()).toBe(1)
  unmount()
  await waitFor(() => expect(changes.lines()).toBe(0))
})

test('one that leaves takes nothing from the others', async () => {
  const { changes, backend } = startLive()
  const page = (hasCard: boolean) => (
    <WithBackend backend={backend}>
      <Statuses />
      {hasCard && <ConnectionCard connectionId={connection().id} />}
    </WithBackend>
  )
  const { rerender } = render(page(true))
  await screen.findByText('Coast Range Gas')
  await settled(backend)
  rerender(page(false))
  changes.send(changeOf(connection({ status: 'PENDING' }), 'CONNECTED'))
  await screen.findByText('streaming CONNECTED')
})

test('a page reads the list once, and the stream goes on from there', async () => {
  const { changes, backend } = startLive()
  const { fetch } = backend
  const missed = changeOf(connection({ status: 'PENDING' }), 'CONNECTED')
  // The head says who is here; what happens before the body is there, it does not tell.
  backend.fetch = async (input, init) => {
    const answer = await fetch(input, init)
    if (!String(input).endsWith('/connections')) return answer
    const text = await answer.text()
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await screen.findByText('loading')
        await new Promise(requestAnimationFrame)
        changes.send(missed)
        controller.enqueue(new TextEncoder().encode(text))
        controller.close()
      },
    })
    return new Response(body, { headers: answer.headers })
  }
  render(
    <WithBackend backend={backend}>
      <Statuses />
      <ConnectionList />
    </WithBackend>,
  )
  await screen.findByText('streaming CONNECTED')
  expect(reads(backend)).toBe(1)
})

test('a storm is drawn as it comes, and nothing is read for it', async () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    waiting({ id: `a6c70a54-34e7-4277-80b0-${String(index).padStart(12, '0')}` }),
  )
  const { changes, backend } = startLive(many)
  const timers = vi.spyOn(window, 'setTimeout')
  vi.spyOn(Math, 'random').mockReturnValue(0.3)
  render(
    <WithBackend backend={backend}>
      <Statuses />
    </WithBackend>,
  )
  await screen.findByText(/^streaming PENDING/)
  for (const one of many) changes.send(changeOf(one, 'CONNECTED'))
  await screen.findByText(`streaming ${many.map(() => 'CONNECTED').join(' ')}`)
  const readings = timers.mock.calls.filter(([, ms]) => ms === 2_200)
  expect(readings).toHaveLength(1)
  for (const [readAgain] of readings) if (typeof readAgain === 'function') readAgain()
  await new Promise(requestAnimationFrame)
  expect(reads(backend)).toBe(1)
})

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

/** Each says something that the page has no way to know. */
const UNTOLD = [
  [
    'of a connection that is new',
    waiting(),
    changeOf({ ...connection(), id: MIXED[8]?.id ?? '' }, 'PENDING'),
  ],
  ['that switches collecting off', waiting(), changeOf(waiting(), 'COMPANY_INACTIVE')],
  ['of one that was switched off', waiting({ isActive: false }), changeOf(waiting(), 'CONNECTED')],
  ['that is older than what was read', waiting({ updatedAt: soon(1) }), changeOf(waiting(), 'CONNECTED')],
] as const

test.each(UNTOLD)('a change %s is read: once, and each page at its own time', async (_, known, change) => {
  const { changes, backend } = startLive([known])
  const timers = vi.spyOn(window, 'setTimeout')
  vi.spyOn(Math, 'random').mockReturnValue(0.3)
  render(
    <WithBackend backend={backend}>
      <Statuses />
      <ConnectionList />
    </WithBackend>,
  )
  await screen.findByText('streaming PENDING')
  backend.connections = [waiting({ status: 'UNDER_INVESTIGATION', updatedAt: soon(2) })]
  changes.send(change)
  changes.send({ ...change, eventId: 'again' })
  await screen.findByText('streaming UNDER_INVESTIGATION')
  expect(timers.mock.calls.filter(([, ms]) => ms === 2_200)).toHaveLength(1)
  expect(reads(backend)).toBe(2)
})

test('a host’s callback hears each change once, the newest callback, and a list’s is the same', async () => {
  const { changes, backend } = startLive()
  const first = vi.fn()
  const second = vi.fn()
  const ofList = vi.fn()
  const page = (onChange: (change: ConnectionChange) => void) => (
    <WithBackend backend={backend}>
      <Announcement onChange={onChange} />
      <ConnectionList onStatusChange={ofList} />
    </WithBackend>
  )
  const { rerender } = render(page(first))
  await settled(backend)
  rerender(page(second))
  act(() => changes.send(changeOf(connection({ status: 'PENDING' }), 'CONNECTED')))
  await waitFor(() => expect(second).toHaveBeenCalledOnce())
  expect(second.mock.calls[0]?.[0]).toMatchObject({ from: 'PENDING', to: 'CONNECTED' })
  expect([first.mock.calls.length, ofList.mock.calls.length, changes.opened()]).toEqual([0, 1, 1])
})

test('where the stream does not get through, it says so, and still shows what it knows', async () => {
  const backend = createFakeBackend({ connections: MIXED.slice(4, 6) })
  render(
    <WithBackend backend={backend}>
      <Statuses />
      <ConnectionList />
    </WithBackend>,
  )
  await screen.findByText('polling CONNECTED CONNECTED')
  await screen.findByText('Not live: looking every minute')
})

test('nothing is said about how news comes while it comes by itself, or is looked for all the time', async () => {
  const { backend } = startLive(MIXED.slice(4, 6))
  render(
    <WithBackend backend={backend}>
      <ConnectionList />
    </WithBackend>,
  )
  await screen.findByText('Ironwood Waste')
  await settled(backend)
  expect(screen.queryByText(/Not live/)).toBeNull()
  cleanup()
  const waiting = createFakeBackend({ connections: [connection({ status: 'PENDING' })] })
  render(
    <WithBackend backend={waiting}>
      <ConnectionList />
    </WithBackend>,
  )
  await screen.findByText('Coast Range Gas')
  await waitFor(() => expect(waiting.requests).toContain('GET /changes'))
  expect(screen.queryByText(/Not live/)).toBeNull()
})

test('however many components show it, a change is said in one place', async () => {
  const { changes, backend } = startLive()
  render(
    <WithBackend backend={backend}>
      <ConnectionList />
      <ConnectionCard connectionId={connection().id} />
      <ConnectionCard connectionId={connection().id} />
    </WithBackend>,
  )
  await screen.findAllByText('Coast Range Gas')
  await settled(backend)
  changes.send(changeOf(connection({ status: 'PENDING' }), 'CONNECTED'))
  await screen.findByText('Coast Range Gas: Connected', {}, { timeout: 10_000 })
  expect(screen.getAllByText('Coast Range Gas: Connected')).toHaveLength(1)
  expect(screen.getAllByRole('status')).toHaveLength(1)
})
