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

afterEach(cleanup)

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

test('a storm is drawn as it comes, and read once', async () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    waiting({ id: `a6c70a54-34e7-4277-80b0-${String(index).padStart(12, '0')}` }),
  )
  const { changes, backend } = startLive(many)
  render(
    <WithBackend backend={backend}>
      <Statuses />
    </WithBackend>,
  )
  await screen.findByText(/^streaming PENDING/)
  await settled(backend)
  const before = reads(backend)
  for (const one of many) {
    const change = changeOf(one, 'CONNECTED')
    backend.connections = backend.connections.map((known) =>
      known.id === one.id ? { ...known, status: 'CONNECTED', statusAt: change.at } : known,
    )
    changes.send(change)
  }
  await screen.findByText(`streaming ${many.map(() => 'CONNECTED').join(' ')}`)
  expect(reads(backend)).toBe(before)
  await waitFor(() => expect(reads(backend)).toBe(before + 1))
  changes.send(changeOf({ ...connection(many[0]), status: 'CONNECTED' }, 'WEBSITE_DOWN'))
  await screen.findByText(/WEBSITE_DOWN/)
  await waitFor(() => expect(reads(backend)).toBeGreaterThan(before + 1))
  expect(reads(backend)).toBe(before + 2)
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
