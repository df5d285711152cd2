import type { ConnectionChange } from '@nectar-connect/contract/wire'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { FakeBackend } from '../testing/fake-backend.ts'
import { changeOf } from '../testing/fake-changes.ts'
import { connection } from '../testing/fixtures.ts'
import { Announcement, reads, Statuses, settled, startLive, waiting } from '../testing/live-page.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

afterEach(cleanup)

/** A backend whose stream can be broken, with a connection that is checked often. */
function startBreakable() {
  const { changes, backend } = startLive([waiting({ createdAt: new Date().toISOString() })])
  const line = { isBroken: false, refused: 0 }
  const fetcher: typeof fetch = async (input, init) => {
    if (!line.isBroken || !String(input).endsWith('/changes')) return backend.fetch(input, init)
    line.refused++
    throw new TypeError('Failed to fetch')
  }
  return { changes, backend, line, fetcher }
}

/** What the backend tells from now on, as if it had just happened. */
function flip(backend: FakeBackend, status: string): ConnectionChange {
  const [known = connection()] = backend.connections
  const change = changeOf(known, status)
  backend.connections = [{ ...known, status, statusAt: change.at }]
  return change
}

test('a stream that breaks gives way to asking, and takes over again', async () => {
  const { changes, backend, line, fetcher } = startBreakable()
  render(
    <WithBackend backend={{ fetch: fetcher }}>
      <Statuses />
    </WithBackend>,
  )
  await screen.findByText('streaming PENDING')
  await settled(backend)
  line.isBroken = true
  changes.cut()
  await screen.findByText('polling PENDING')
  flip(backend, 'CONNECTED')
  await screen.findByText('polling CONNECTED', {}, { timeout: 10_000 })
  line.isBroken = false
  window.dispatchEvent(new Event('online'))
  await screen.findByText('streaming CONNECTED')
  changes.send(flip(backend, 'WEBSITE_DOWN'))
  await screen.findByText('streaming WEBSITE_DOWN')
})

test('where there is no stream, a host’s callback hears what reading finds, with no other component', async () => {
  const { backend } = startBreakable()
  backend.changes = null
  const onChange = vi.fn()
  render(
    <WithBackend backend={backend}>
      <Announcement onChange={onChange} />
    </WithBackend>,
  )
  await waitFor(() => expect(reads(backend)).toBeGreaterThan(0))
  const { at } = flip(backend, 'PASSWORD_INCORRECT')
  await waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 10_000 })
  expect(onChange.mock.calls).toEqual([
    [expect.objectContaining({ from: 'PENDING', to: 'PASSWORD_INCORRECT', at, source: 'poll' })],
  ])
})

test('where a server hears of nothing unless somebody reads, its stream is not waited for', async () => {
  const { changes, backend } = startBreakable()
  backend.live = 'poll'
  const onChange = vi.fn()
  render(
    <WithBackend backend={backend}>
      <Announcement onChange={onChange} />
    </WithBackend>,
  )
  await settled(backend)
  const found = flip(backend, 'CONNECTED')
  await waitFor(() => expect(onChange).toHaveBeenCalledOnce(), { timeout: 10_000 })
  changes.send(found)
  changes.send(changeOf(connection({ status: 'CONNECTED' }), 'WEBSITE_DOWN'))
  await waitFor(() => expect(onChange.mock.calls.at(-1)?.[0].to).toBe('WEBSITE_DOWN'))
  expect(onChange).toHaveBeenCalledTimes(2)
})

test('what reading found is not told again when the stream is back', async () => {
  const { changes, backend, line, fetcher } = startBreakable()
  const onChange = vi.fn()
  render(
    <WithBackend backend={{ fetch: fetcher }}>
      <Announcement onChange={onChange} />
      <Statuses />
    </WithBackend>,
  )
  await screen.findByText('streaming PENDING')
  await settled(backend)
  line.isBroken = true
  changes.cut()
  // Three attempts in a row have to fail before reading counts. Each is made as soon as the network seems to be back.
  await waitFor(() => {
    window.dispatchEvent(new Event('online'))
    expect(line.refused).toBeGreaterThanOrEqual(3)
  })
  const missed = flip(backend, 'CONNECTED')
  await waitFor(() => expect(onChange).toHaveBeenCalledOnce(), { timeout: 10_000 })
  line.isBroken = false
  window.dispatchEvent(new Event('online'))
  await screen.findByText('streaming CONNECTED')
  changes.send(missed)
  changes.send(flip(backend, 'WEBSITE_DOWN'))
  await screen.findByText('streaming WEBSITE_DOWN')
  expect(onChange.mock.calls.map(([change]) => change.to)).toEqual(['CONNECTED', 'WEBSITE_DOWN'])
})
