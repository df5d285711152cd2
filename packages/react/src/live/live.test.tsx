import type { ConnectionChange } from '@nectar-connect/contract'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { ConnectionCard } from '../connections/connection-card.tsx'
import { ConnectionHistory } from '../connections/connection-history.tsx'
import { ConnectionList } from '../connections/connection-list.tsx'
import { useConnections } from '../connections/use-connections.ts'
import { NectarConnectProvider } from '../provider/nectar-connect-provider.tsx'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { connection, MIXED } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { useStatusChanges } from './use-status-changes.ts'

afterEach(cleanup)

const OLD = '2026-11-01T00:00:00Z'

function start(connections = [connection({ status: 'PENDING', statusAt: OLD, updatedAt: OLD })]) {
  const changes = createFakeChanges()
  const backend = createFakeBackend({ connections, changes, live: 'stream' })
  return { changes, backend }
}

const reads = ({ requests }: FakeBackend) => requests.filter((made) => made === 'GET /connections').length

/** The stream is open, and what it asked to read anew has been read. */
async function settled(backend: FakeBackend) {
  await waitFor(() => expect(backend.changes?.lines()).toBe(1))
  await waitFor(() => expect(reads(backend)).toBeGreaterThan(1))
}

function Statuses() {
  const state = useConnections()
  if (state.type !== 'success') return <p>{state.type}</p>
  return (
    <p>
      {state.live} {state.connections.map(({ status }) => status).join(' ')}
    </p>
  )
}

function Told({ onChange }: { onChange: (change: ConnectionChange) => void }) {
  useStatusChanges(onChange)
  return null
}

test.each([
  ['with the host’s own query client', new QueryClient()],
  ['without one', null],
])('%s, changes arrive by themselves', async (_, client) => {
  const { changes, backend } = start()
  const page = (
    <NectarConnectProvider fetch={backend.fetch}>
      <Statuses />
    </NectarConnectProvider>
  )
  render(client ? <QueryClientProvider client={client}>{page}</QueryClientProvider> : page)
  await screen.findByText('streaming PENDING')
  await settled(backend)
  changes.tell(changeOf(connection({ status: 'PENDING' }), 'CONNECTED'))
  await screen.findByText('streaming CONNECTED')
})

test('with all components gone, the stream is closed', async () => {
  const { changes, backend } = start()
  const { unmount } = render(
    <WithBackend backend={backend}>
      <ConnectionList />
      <ConnectionCard connectionId={connection().id} />
      <Told onChange={() => {}} />
    </WithBackend>,
  )
  await settled(backend)
  expect(changes.opened()).toBe(1)
  unmount()
  await waitFor(() => expect(changes.lines()).toBe(0))
})

test('one that leaves takes nothing from the others', async () => {
  const { changes, backend } = start()
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
  changes.tell(changeOf(connection({ status: 'PENDING' }), 'CONNECTED'))
  await screen.findByText('streaming CONNECTED')
})

test('a storm is drawn as it comes, and read once', async () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    connection({
      id: `a6c70a54-34e7-4277-80b0-${String(index).padStart(12, '0')}`,
      status: 'PENDING',
      statusAt: OLD,
      updatedAt: OLD,
    }),
  )
  const { changes, backend } = start(many)
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
    changes.tell(change)
  }
  await screen.findByText(`streaming ${many.map(() => 'CONNECTED').join(' ')}`)
  expect(reads(backend)).toBe(before)
  await waitFor(() => expect(reads(backend)).toBe(before + 1))
  changes.tell(changeOf({ ...connection(many[0]), status: 'CONNECTED' }, 'WEBSITE_DOWN'))
  await screen.findByText(/WEBSITE_DOWN/)
  await waitFor(() => expect(reads(backend)).toBeGreaterThan(before + 1))
  expect(reads(backend)).toBe(before + 2)
})

test('a host’s callback hears each change once, the newest callback, and a list’s is the same', async () => {
  const { changes, backend } = start()
  const first = vi.fn()
  const second = vi.fn()
  const ofList = vi.fn()
  const page = (onChange: (change: ConnectionChange) => void) => (
    <WithBackend backend={backend}>
      <Told onChange={onChange} />
      <ConnectionList onStatusChange={ofList} />
    </WithBackend>
  )
  const { rerender } = render(page(first))
  await settled(backend)
  rerender(page(second))
  act(() => changes.tell(changeOf(connection({ status: 'PENDING' }), 'CONNECTED')))
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
  const { backend } = start(MIXED.slice(4, 6))
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

describe('another tab tells that somebody else is here', () => {
  const tab = () => new BroadcastChannel('nectar-connect:/api/nectar')

  test('everything of the one before goes: rows, history, search, what was said', async () => {
    const { changes, backend } = start([...MIXED])
    const queryClient = new QueryClient()
    const owners = () => {
      const filled = queryClient
        .getQueryCache()
        .findAll({ predicate: ({ state }) => state.data !== undefined })
      return new Set(filled.map(({ queryKey }) => queryKey[2]))
    }
    render(
      <QueryClientProvider client={queryClient}>
        <NectarConnectProvider fetch={backend.fetch}>
          <ConnectionList />
          <ConnectionHistory connectionId={MIXED[5]?.id ?? ''} />
        </NectarConnectProvider>
      </QueryClientProvider>,
    )
    await userEvent.fill(await screen.findByRole('searchbox'), 'ironwood')
    await settled(backend)
    changes.tell(changeOf(MIXED[5] ?? connection(), 'WEBSITE_DOWN'))
    await screen.findByText('Ironwood Waste: Utility site down', {}, { timeout: 10_000 })
    expect(owners()).toEqual(new Set(['scope-a']))
    backend.scope = 'scope-b'
    backend.connections = MIXED.map((one) => ({ ...one, providerName: 'Somebody else’s' }))
    const other = tab()
    other.postMessage({ scope: 'scope-b' })
    await waitFor(() => expect(screen.getAllByText('Somebody else’s').length).toBeGreaterThan(MIXED.length))
    expect(document.body.textContent).not.toContain('Ironwood')
    expect(owners()).toEqual(new Set(['scope-b']))
    other.close()
  })

  test('also while the page is hidden', async () => {
    const { backend } = start()
    render(
      <WithBackend backend={backend}>
        <Statuses />
      </WithBackend>,
    )
    await settled(backend)
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    await waitFor(() => expect(backend.changes?.lines()).toBe(0))
    backend.scope = 'scope-b'
    backend.connections = [connection({ status: 'WEBSITE_DOWN' })]
    const other = tab()
    other.postMessage({ scope: 'scope-b' })
    await screen.findByText('polling WEBSITE_DOWN')
    other.close()
    visibility.mockRestore()
  })

  test('and is told by this one when it finds out first', async () => {
    const { backend } = start()
    const heard: unknown[] = []
    const other = tab()
    other.onmessage = ({ data }) => heard.push(data)
    render(
      <WithBackend backend={backend}>
        <ConnectionList />
      </WithBackend>,
    )
    await settled(backend)
    backend.scope = 'scope-b'
    backend.changes?.reset()
    await waitFor(() => expect(heard.at(-1)).toEqual({ scope: 'scope-b' }))
    other.close()
  })
})

test('a stream that breaks gives way to asking, and takes over again', async () => {
  const { changes, backend } = start([connection({ status: 'PENDING', createdAt: new Date().toISOString() })])
  let isBroken = false
  const fetcher: typeof fetch = (input, init) =>
    isBroken && String(input).endsWith('/changes')
      ? Promise.reject(new TypeError('Failed to fetch'))
      : backend.fetch(input, init)
  render(
    <WithBackend backend={{ fetch: fetcher }}>
      <Statuses />
    </WithBackend>,
  )
  await screen.findByText('streaming PENDING')
  await settled(backend)
  isBroken = true
  changes.cut()
  await screen.findByText('polling PENDING')
  backend.connections = [connection({ status: 'CONNECTED', statusAt: new Date().toISOString() })]
  await screen.findByText('polling CONNECTED', {}, { timeout: 10_000 })
  isBroken = false
  window.dispatchEvent(new Event('online'))
  await screen.findByText('streaming CONNECTED')
  changes.tell(changeOf(connection(), 'WEBSITE_DOWN'))
  await screen.findByText('streaming WEBSITE_DOWN')
})

test('however many components show it, a change is said in one place', async () => {
  const { changes, backend } = start()
  render(
    <WithBackend backend={backend}>
      <ConnectionList />
      <ConnectionCard connectionId={connection().id} />
      <ConnectionCard connectionId={connection().id} />
    </WithBackend>,
  )
  await screen.findAllByText('Coast Range Gas')
  await settled(backend)
  changes.tell(changeOf(connection({ status: 'PENDING' }), 'CONNECTED'))
  await screen.findByText('Coast Range Gas: Connected', {}, { timeout: 10_000 })
  expect(screen.getAllByText('Coast Range Gas: Connected')).toHaveLength(1)
  expect(screen.getAllByRole('status')).toHaveLength(1)
})

test('two query clients on one page are both kept current over one stream', async () => {
  const { changes, backend } = start()
  const [one, two] = [new QueryClient(), new QueryClient()]
  render(
    <NectarConnectProvider fetch={backend.fetch}>
      <QueryClientProvider client={one}>
        <Statuses />
      </QueryClientProvider>
      <QueryClientProvider client={two}>
        <Statuses />
      </QueryClientProvider>
    </NectarConnectProvider>,
  )
  await waitFor(() => expect(screen.getAllByText('streaming PENDING')).toHaveLength(2))
  changes.tell(changeOf(connection({ status: 'PENDING' }), 'CONNECTED'))
  await waitFor(() => expect(screen.getAllByText('streaming CONNECTED')).toHaveLength(2))
  expect(changes.opened()).toBe(1)
})
