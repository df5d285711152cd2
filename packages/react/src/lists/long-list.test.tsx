import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { connection } from '../testing/fixtures.ts'
import { manyConnections } from '../testing/many-connections.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ConnectionList } from './connection-list.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

test('of five thousand the first fifty are drawn, and a search through all takes no time', async () => {
  const drawn: number[] = []
  render(
    <WithBackend backend={createFakeBackend({ connections: manyConnections(5_000) })}>
      <Profiler id="list" onRender={(_, __, ms) => drawn.push(ms)}>
        <ConnectionList />
      </Profiler>
    </WithBackend>,
  )
  const search = await screen.findByRole('searchbox')
  expect(screen.getAllByRole('listitem')).toHaveLength(50)
  expect(screen.getByText('Showing 50 of 5,000')).toBeTruthy()
  const first = Math.max(...drawn)
  const keys: number[] = []
  for (const value of ['h', 'ho', 'hotel 4', 'hotel 49', 'uberland', '']) {
    const before = drawn.length
    const started = performance.now()
    fireEvent.change(search, { target: { value } })
    keys.push(performance.now() - started)
    expect(drawn.length).toBeGreaterThan(before)
  }
  keys.sort((a, b) => a - b)
  console.info(
    `5,000 connections: drawn in ${first.toFixed(0)} ms; a key takes ${keys.map((ms) => ms.toFixed(0)).join(', ')} ms`,
  )
  // The quickest, and far above what it takes: this machine may be doing ten things at once.
  expect(keys[0]).toBeLessThan(500)
})

test('the focus stays on the button of its connection while the rows change places', async () => {
  const changes = createFakeChanges()
  const all = manyConnections(10)
  const backend = createFakeBackend({ connections: all, changes, live: 'stream' })
  render(
    <WithBackend backend={backend}>
      <ConnectionList />
    </WithBackend>,
  )
  const name = 'Sign in again: Utility 3 of Überlandwerk'
  const button = await screen.findByRole('button', { name })
  await waitFor(() => expect(changes.lines()).toBe(1))
  button.focus()
  const first = () => screen.getAllByRole('listitem')[0]?.querySelector('b')?.textContent
  expect(first()).toContain('Utility 8')
  for (const one of all.filter(({ status }) => status === 'CONNECTED').slice(0, 3)) {
    changes.send(changeOf(one, 'MFA_TOKEN_EXPIRED'))
  }
  const at = new Date(Date.now() + 5_000).toISOString()
  changes.send(changeOf(all[3] ?? connection(), 'NEW_PASSWORD_NEEDED', { at }))
  await waitFor(() => expect(first()).toContain('Utility 3'))
  expect(document.activeElement).toBe(screen.getByRole('button', { name }))
})

/** Ten connections that a stream tells of. */
function showLive() {
  const changes = createFakeChanges()
  const all = manyConnections(10)
  render(
    <WithBackend backend={createFakeBackend({ connections: all, changes, live: 'stream' })}>
      <ConnectionList />
    </WithBackend>,
  )
  return { changes, all }
}

test('when the button that had the focus is gone, its row has it, wherever it went', async () => {
  const { changes, all } = showLive()
  const button = await screen.findByRole('button', { name: 'Sign in again: Utility 3 of Überlandwerk' })
  await waitFor(() => expect(changes.lines()).toBe(1))
  button.focus()
  changes.send(changeOf(all[3] ?? connection(), 'CONNECTED'))
  await waitFor(() => expect(button.isConnected).toBe(false))
  expect(document.activeElement?.getAttribute('data-nectar-connection')).toBe(all[3]?.id)
})

test('a focus that is somewhere else is left alone', async () => {
  const { changes, all } = showLive()
  const search = await screen.findByRole('searchbox')
  await waitFor(() => expect(changes.lines()).toBe(1))
  await userEvent.click(search)
  changes.send(changeOf(all[3] ?? connection(), 'CONNECTED'))
  await waitFor(() => expect(screen.queryByRole('button', { name: /Utility 3/ })).toBeNull())
  expect(document.activeElement).toBe(search)
})
