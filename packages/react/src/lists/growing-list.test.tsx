import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import '../styles/styles.css'
import { createRenderCount } from '../testing/count-renders.ts'
import { changeOf } from '../testing/fake-changes.ts'
import { connection } from '../testing/fixtures.ts'
import { reads, settled, startLive } from '../testing/live-page.tsx'
import { manyConnections } from '../testing/many-connections.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ConnectionList } from './connection-list.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function show(count: number) {
  const all = manyConnections(count)
  const { changes, backend } = startLive(all)
  const container = document.body.appendChild(document.createElement('div'))
  const { note, take } = createRenderCount(container)
  render(
    <WithBackend backend={backend}>
      <Profiler id="list" onRender={note}>
        <ConnectionList />
      </Profiler>
    </WithBackend>,
    { container },
  )
  await screen.findByRole('searchbox')
  await settled(backend)
  return { all, changes, backend, take }
}

const chip = (name: RegExp) => screen.getByRole('button', { name })
const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-nectar-connection="${id}"]`)
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0)

test.each([
  ['to one that needs nobody, and out of what is on screen', 998, 'WEBSITE_DOWN'],
  ['that stays where it is', 998, 'NEW_PASSWORD_NEEDED'],
  ['to one that needs somebody, and onto the screen', 0, 'PASSWORD_INCORRECT'],
])('of a thousand connections, a change %s draws a row and the counts', async (_, index, to) => {
  const { all, changes, backend, take } = await show(1_000)
  const before = take()
  expect(before.ConnectionRow).toBe(50)
  const one = all[index] ?? connection()
  const states = () => [...document.querySelectorAll('.nectar-row')].map((row) => row.textContent)
  const shown = states()
  changes.send(changeOf(one, to))
  await waitFor(() => expect(states()).not.toEqual(shown))
  const counts = take()
  expect(counts.ConnectionRow).toBe(1)
  expect(sum(counts), JSON.stringify(counts)).toBeLessThanOrEqual(15)
  expect(reads(backend)).toBe(1)
})

test('rows that move in the answer of the server are not drawn anew', async () => {
  const { all, changes, backend, take } = await show(100)
  const [last = connection(), ...others] = [...all].reverse()
  const at = new Date().toISOString()
  const added = connection({ id: crypto.randomUUID(), providerName: 'New', statusAt: at, updatedAt: at })
  backend.connections = [{ ...added, status: 'PASSWORD_INCORRECT' }, last, ...structuredClone(others)]
  take()
  changes.reset()
  await screen.findByText('New')
  expect(take().ConnectionRow).toBe(1)
})

test('a filter makes no row that was there before it, nor does its end', async () => {
  const { take, all } = await show(200)
  for (const _ of [1, 2, 3]) fireEvent.click(screen.getByText('Show more'))
  expect(screen.getAllByRole('listitem')).toHaveLength(200)
  expect(take().ConnectionRow).toBe(200)
  const first = rowOf(all[0]?.id ?? '')
  fireEvent.click(chip(/^Needs you/))
  expect(screen.getAllByRole('listitem')).toHaveLength(40)
  expect(first?.isConnected && first.checkVisibility()).toBe(false)
  fireEvent.click(chip(/^All/))
  expect(screen.getAllByRole('listitem')).toHaveLength(200)
  expect(rowOf(all[0]?.id ?? '')).toBe(first)
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nothing like it' } })
  await screen.findByText(/nothing like it/)
  expect(screen.queryAllByRole('listitem')).toHaveLength(0)
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } })
  expect(screen.getAllByRole('listitem')).toHaveLength(200)
  expect(take().ConnectionRow ?? 0).toBe(0)
})

test('what a filter finds is shown fifty at a time, wherever it stood', async () => {
  await show(1_000)
  fireEvent.click(chip(/^Connected/))
  expect(screen.getAllByRole('listitem')).toHaveLength(50)
  screen.getByText('Showing 50 of 400')
  for (const item of screen.getAllByRole('listitem')) expect(item.textContent).toContain('Connected')
})
