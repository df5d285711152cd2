import { QueryClient } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnectProvider } from '../context/nectar-connect-provider.tsx'
import { ConnectionList } from '../lists/connection-list.tsx'
import { HistoryTimeline } from '../lists/history-timeline.tsx'
import { changeOf } from '../testing/fake-changes.ts'
import { connection, MIXED } from '../testing/fixtures.ts'
import { Statuses, settled, startLive } from '../testing/live-page.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const tab = () => new BroadcastChannel('nectar-connect:/api/nectar')

test('another tab tells that somebody else is here: rows, history, search and what was said go', async () => {
  const { changes, backend } = startLive([...MIXED])
  const queryClient = new QueryClient()
  const owners = () => {
    const filled = queryClient.getQueryCache().findAll({ predicate: ({ state }) => state.data != null })
    return new Set(filled.map(({ queryKey }) => queryKey[2]))
  }
  render(
    <NectarConnectProvider fetch={backend.fetch} queryClient={queryClient}>
      <ConnectionList />
      <HistoryTimeline connectionId={MIXED[5]?.id ?? ''} />
    </NectarConnectProvider>,
  )
  await userEvent.fill(await screen.findByRole('searchbox'), 'ironwood')
  await settled(backend)
  changes.send(changeOf(MIXED[5] ?? connection(), 'WEBSITE_DOWN'))
  await screen.findByText('Ironwood Waste: Utility site down', {}, { timeout: 10_000 })
  expect(owners()).toEqual(new Set(['scope-a']))
  backend.scope = 'scope-b'
  backend.connections = MIXED.map((one) => ({ ...one, providerName: 'Somebody else’s' }))
  const other = tab()
  other.postMessage({ scope: 'scope-b' })
  await waitFor(() => expect(screen.getAllByText('Somebody else’s').length).toBe(MIXED.length))
  expect(document.body.textContent).not.toContain('Ironwood')
  expect(owners()).toEqual(new Set(['scope-b']))
  other.close()
})

test('a hidden page hears it too', async () => {
  const { backend } = startLive()
  render(
    <WithBackend backend={backend}>
      <Statuses />
    </WithBackend>,
  )
  await settled(backend)
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await waitFor(() => expect(backend.changes?.lines()).toBe(0))
  backend.scope = 'scope-b'
  backend.connections = [connection({ status: 'WEBSITE_DOWN' })]
  const other = tab()
  other.postMessage({ scope: 'scope-b' })
  await screen.findByText('polling WEBSITE_DOWN')
  other.close()
})

test('the page that finds out first tells the others', async () => {
  const { backend } = startLive()
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
