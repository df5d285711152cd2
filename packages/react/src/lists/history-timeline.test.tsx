import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ConnectionCard } from './connection-card.tsx'

afterEach(cleanup)

const OWN = connection()
const HOUR_MS = 3_600_000

/** A card with its history open. */
async function show(initial: Partial<FakeBackend> = {}) {
  const changes = createFakeChanges()
  const backend = createFakeBackend({ connections: [OWN], changes, live: 'stream', ...initial })
  render(
    <WithBackend backend={backend}>
      <ConnectionCard connectionId={OWN.id} />
    </WithBackend>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'History' }))
  return { backend, changes }
}

const words = () => screen.queryAllByRole('listitem').map((item) => item.querySelector('b')?.textContent)

const NOW = Date.now()

function ago(hours: number): string {
  return new Date(NOW - hours * HOUR_MS).toISOString()
}

test('newest first, with what it was before, for how long, and that collection stopped', async () => {
  const changes = createFakeChanges()
  changes.remember([
    changeOf(OWN, 'PASSWORD_INCORRECT', { from: 'CONNECTED', at: ago(2) }),
    changeOf(OWN, 'CONNECTED', { from: 'PENDING', at: ago(2 + 69 * 24) }),
    changeOf(OWN, 'PENDING', { from: null, at: ago(7 + 69 * 24) }),
  ])
  await show({ changes })
  await screen.findByText('Was “Connected” for 69 days. Collection paused.')
  expect(words()).toEqual(['Sign-in not accepted', 'Connected', 'Being checked'])
  expect(screen.getByText('Was “Being checked” for 5 hours.')).toBeTruthy()
  expect(screen.getByText('First status of this account.')).toBeTruthy()
})

test('with nothing so far it says what is going on', async () => {
  await show({ connections: [connection({ status: 'PENDING' })] })
  await screen.findByText('No changes so far. The first check is on its way.')
  cleanup()
  await show()
  await screen.findByText('No changes so far.')
})

test('what happens comes on top by itself, once, however often it is read again', async () => {
  const { changes, backend } = await show()
  await screen.findByText('No changes so far.')
  await waitFor(() => expect(changes.lines()).toBe(1))
  // What is read again does not arrive: what is shown came over the stream.
  backend.isHanging = true
  const first = changeOf(OWN, 'WEBSITE_DOWN', { at: ago(1) })
  changes.send(first)
  await waitFor(() => expect(words()).toEqual(['Utility site down']))
  backend.isHanging = false
  changes.send(changeOf({ ...OWN, status: 'WEBSITE_DOWN' }, 'CONNECTED'))
  await waitFor(() => expect(words()).toEqual(['Connected', 'Utility site down']))
  changes.reset()
  await screen.findByText('Was “Utility site down” for 1 hour.')
  expect(words()).toEqual(['Connected', 'Utility site down'])
})

test('older ones come on demand, and what there is stays meanwhile', async () => {
  const changes = createFakeChanges()
  changes.remember(
    Array.from({ length: 75 }, (_, index) =>
      changeOf(OWN, `STATE_${75 - index}`, { from: null, at: ago(index) }),
    ),
  )
  await show({ changes })
  await waitFor(() => expect(words()).toHaveLength(50))
  let shortest = 50
  const observer = new MutationObserver(() => {
    shortest = Math.min(shortest, words().length)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  await userEvent.click(screen.getByRole('button', { name: 'Show older' }))
  await waitFor(() => expect(words()).toHaveLength(75))
  expect([words()[0], words().at(-1), shortest]).toEqual(['State 75', 'State 1', 50])
  expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull()
})

test('one that cannot be read says so, with a way on', async () => {
  const { backend, changes } = await show({ changes: null })
  await screen.findByText('We could not load the history.')
  changes.remember([changeOf(OWN, 'WEBSITE_DOWN')])
  backend.changes = changes
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Utility site down')
})
