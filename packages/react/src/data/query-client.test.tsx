import {
  IsRestoringProvider,
  keepPreviousData,
  QueryCache,
  QueryClient,
  type QueryClientConfig,
  QueryClientProvider,
} from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnectProvider } from '../context/nectar-connect-provider.tsx'
import { ConnectionList } from '../lists/connection-list.tsx'
import { HistoryTimeline } from '../lists/history-timeline.tsx'
import { InvitationList } from '../lists/invitation-list.tsx'
import type { FakeBackend } from '../testing/fake-backend.ts'
import { changeOf } from '../testing/fake-changes.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { reads, settled, startLive } from '../testing/live-page.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** What a host may have set for all of its own queries. */
const DEFAULTS: Record<string, object> = {
  throwOnError: { throwOnError: true },
  suspense: { suspense: true },
  enabled: { enabled: false },
  select: { select: () => ({ nothing: 'of ours' }) },
  placeholderData: { placeholderData: keepPreviousData },
  'a placeholder of its own': { placeholderData: { nothing: 'of ours' } },
  initialData: { initialData: { nothing: 'of ours' } },
  'what is never stale': { staleTime: Number.POSITIVE_INFINITY, refetchOnMount: false },
  'no rendering': { notifyOnChangeProps: [] },
  'no subscription': { subscribed: false },
}

const HANDED = ['around ours, which has its own', 'handed in'] as const

function Page({
  backend,
  queryClient,
  handed,
  children,
}: {
  backend: FakeBackend
  queryClient: QueryClient
  handed: (typeof HANDED)[number]
  children?: ReactNode
}) {
  return (
    <QueryClientProvider client={queryClient}>
      <h1>The host’s page</h1>
      <NectarConnectProvider
        fetch={backend.fetch}
        queryClient={handed === 'handed in' ? queryClient : undefined}
      >
        <ConnectionList />
        <HistoryTimeline connectionId={OWN.id} />
        <InvitationList />
        {children}
      </NectarConnectProvider>
    </QueryClientProvider>
  )
}

const OWN = connection({ providerName: 'Ironwood Waste', sites: [] })

function start() {
  const { changes, backend } = startLive([OWN])
  backend.sharing = SHARING
  backend.shared = [sharedInvitation({}, 'ira@ironwood.example')]
  changes.remember([changeOf({ ...OWN, status: 'WEBSITE_DOWN' }, 'CONNECTED')])
  return { changes, backend }
}

/** Somebody else is signed in from now on, and nothing that is read for them arrives, but for the word of it. */
function becomeAnother(backend: FakeBackend) {
  backend.scope = 'scope-b'
  backend.connections = [connection({ providerName: 'Baywater Cooperative' })]
  backend.shared = []
}

async function allRead() {
  await screen.findByText('ira@ironwood.example', {}, { timeout: 10_000 })
  await screen.findByText(/^Was “Utility site down”/)
  expect(screen.getAllByText(/Ironwood Waste/).length).toBeGreaterThan(0)
}

const badge = () => document.querySelector('.nectar-list .nectar-badge')?.textContent

function clientWith(queries: object, config: QueryClientConfig = {}) {
  return new QueryClient({ ...config, defaultOptions: { queries } })
}

describe.each(HANDED)('a query client of the host, %s', (handed) => {
  test.each(Object.entries(DEFAULTS))('%s as its default changes nothing', async (_, queries) => {
    const { backend } = start()
    render(<Page {...{ backend, handed }} queryClient={clientWith(queries)} />)
    await allRead()
  })

  test.each(Object.entries(DEFAULTS))('%s as its default leaves a failure to us', async (_, queries) => {
    const { backend } = start()
    backend.problem = 'not_configured'
    render(<Page {...{ backend, handed }} queryClient={clientWith(queries)} />)
    await screen.findAllByText(/NC-7F3K-92QD/)
    screen.getByText('The host’s page')
  })

  test.each(Object.entries(DEFAULTS))(
    '%s as its default keeps nothing of another company on screen',
    async (_, queries) => {
      const { changes, backend } = start()
      const { fetch } = backend
      const late: (() => void)[] = []
      let isWaiting = false
      backend.fetch = async (input, init) => {
        const answer = await fetch(input, init)
        const isTelling = String(input).endsWith('/connections')
        if (isWaiting && !isTelling) await new Promise<void>((resolve) => void late.push(resolve))
        return answer
      }
      render(<Page {...{ backend, handed }} queryClient={clientWith(queries)} />)
      await allRead()
      await settled(backend)
      const before = reads(backend)
      isWaiting = true
      becomeAnother(backend)
      changes.reset()
      await waitFor(() => expect(reads(backend)).toBeGreaterThan(before))
      await screen.findAllByText('Baywater Cooperative')
      expect(document.body.textContent).not.toMatch(/ironwood/i)
      for (const arrive of late) arrive()
    },
  )

  test('hears of no error while the backend answers: at load, when all is read anew, and for somebody else', async () => {
    const onError = vi.fn()
    const { changes, backend } = start()
    const queryClient = clientWith({}, { queryCache: new QueryCache({ onError }) })
    render(<Page {...{ backend, handed, queryClient }} />)
    await allRead()
    await settled(backend)
    const before = reads(backend)
    await queryClient.invalidateQueries()
    changes.reset()
    await waitFor(() => expect(reads(backend)).toBeGreaterThan(before))
    becomeAnother(backend)
    changes.reset()
    await screen.findAllByText('Baywater Cooperative')
    await waitFor(() => expect(queryClient.isFetching()).toBe(0))
    expect(onError).not.toHaveBeenCalled()
  })
})

describe('while the host restores its client from where it is persisted', () => {
  const page = (backend: FakeBackend, handed: (typeof HANDED)[number], isRestoring: boolean) => (
    <IsRestoringProvider value={isRestoring}>
      <Page {...{ backend, handed }} queryClient={HOSTS} />
    </IsRestoringProvider>
  )
  const HOSTS = new QueryClient()

  test('ours reads on', async () => {
    const { changes, backend } = start()
    render(page(backend, 'around ours, which has its own', true))
    await allRead()
    await settled(backend)
    act(() => changes.send(changeOf(OWN, 'WEBSITE_DOWN')))
    await waitFor(() => expect(badge()).toBe('Utility site down'))
  })

  test('one that was handed in waits', async () => {
    const { backend } = start()
    const { rerender } = render(page(backend, 'handed in', true))
    await screen.findAllByRole('status')
    expect(backend.requests).toEqual([])
    rerender(page(backend, 'handed in', false))
    await allRead()
  })
})

test('a host that hands in another client has all read into that one', async () => {
  const { changes, backend } = start()
  const { rerender } = render(<Page {...{ backend }} queryClient={new QueryClient()} handed="handed in" />)
  await allRead()
  const another = new QueryClient()
  rerender(<Page {...{ backend }} queryClient={another} handed="handed in" />)
  await allRead()
  await waitFor(() => expect(another.getQueryCache().getAll().length).toBeGreaterThan(2))
  await settled(backend)
  act(() => changes.send(changeOf(OWN, 'WEBSITE_DOWN')))
  await waitFor(() => expect(badge()).toBe('Utility site down'))
})

test('an answer that arrives after somebody else’s is not taken for theirs', async () => {
  const { changes, backend } = start()
  const { fetch } = backend
  const late: (() => void)[] = []
  let isLate = false
  // The head says whose it is; the body takes its time.
  backend.fetch = async (input, init) => {
    const answer = await fetch(input, init)
    if (!isLate || !String(input).endsWith('/connections')) return answer
    const text = await answer.text()
    const body = new ReadableStream({
      start: (controller) =>
        void late.push(() => {
          controller.enqueue(new TextEncoder().encode(text))
          controller.close()
        }),
    })
    return new Response(body, { headers: answer.headers })
  }
  render(<Page {...{ backend }} queryClient={new QueryClient()} handed="handed in" />)
  await allRead()
  await settled(backend)
  isLate = true
  changes.reset()
  await waitFor(() => expect(late).toHaveLength(1))
  isLate = false
  becomeAnother(backend)
  changes.cut()
  await screen.findAllByText('Baywater Cooperative', {}, { timeout: 10_000 })
  for (const arrive of late) arrive()
  await screen.findAllByText('Baywater Cooperative')
  expect(document.body.textContent).not.toMatch(/ironwood/i)
})

test('servers that disagree on who is here are not asked in turn', async () => {
  const { backend } = start()
  const { fetch } = backend
  backend.changes = null
  let count = 0
  const reading: number[] = []
  backend.fetch = (input, init) => {
    backend.scope = `scope-${count++ % 2}`
    if (String(input).endsWith('/connections')) reading.push(performance.now())
    return fetch(input, init)
  }
  const startedAt = performance.now()
  render(<Page {...{ backend }} queryClient={new QueryClient()} handed="handed in" />)
  const inTime = () => reading.filter((at) => at - startedAt < 5_000).length
  await waitFor(() => expect(reading.some((at) => at - startedAt >= 5_000)).toBe(true), { timeout: 20_000 })
  expect(inTime()).toBeLessThan(8)
  expect(count).toBeLessThan(40)
})
