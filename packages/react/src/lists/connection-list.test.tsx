import { useQueryClient } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { connectionsRoot } from '../data/queries.ts'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { connection, MIXED } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ConnectionList } from './connection-list.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

function Refresh() {
  const queryClient = useQueryClient()
  return (
    <button
      type="button"
      onClick={() => void queryClient.invalidateQueries({ queryKey: connectionsRoot('/api/nectar') })}
    >
      refresh
    </button>
  )
}

function show(backend = createFakeBackend()) {
  render(
    <WithBackend backend={backend}>
      <ConnectionList title="Connections" />
      <Refresh />
    </WithBackend>,
  )
  return backend
}

test('what needs somebody comes first, with a button that mends it', async () => {
  show(createFakeBackend({ connections: [...MIXED].reverse() }))
  const rows = await screen.findAllByRole('listitem')
  expect(rows).toHaveLength(MIXED.length)
  const groups = rows.map((row) => row.dataset.nectarGroup)
  expect(groups.slice(0, 2)).toEqual(['needs-you', 'needs-you'])
  expect(groups.slice(2)).not.toContain('needs-you')
  expect(screen.getByRole('button', { name: 'Sign in again: Coast Range Gas' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Set up codes: Three Rivers Water District' })).toBeTruthy()
})

test('a name may lead to the host’s own page about the connection', async () => {
  render(
    <WithBackend backend={createFakeBackend({ connections: MIXED })}>
      <ConnectionList renderConnectionName={({ id }, name) => <a href={`/utilities/${id}`}>{name}</a>} />
    </WithBackend>,
  )
  const link = await screen.findByRole('link', { name: 'Coast Range Gas' })
  expect(link.closest('li')?.dataset.nectarConnection).toBe(link.getAttribute('href')?.split('/').at(-1))
})

test('reconnecting from a row mends that connection', async () => {
  const broken = connection({ status: 'PASSWORD_INCORRECT' })
  const backend = show(createFakeBackend({ connections: [broken] }))
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in again: Coast Range Gas' }))
  await userEvent.click(await screen.findByRole('button', { name: /I have it/ }))
  await screen.findByTitle('Nectar’s sign-in page')
  expect(backend.created).toMatchObject([{ kind: 'reconnect', connectionId: broken.id }])
})

test('search finds by utility and by site, whatever the accents', async () => {
  show(createFakeBackend({ connections: MIXED }))
  const search = await screen.findByRole('searchbox')
  await userEvent.fill(search, 'beschrankter')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await userEvent.fill(search, 'hotel 4')
  expect(screen.getByText('Three Rivers Water District')).toBeTruthy()
})

test('filters show one group', async () => {
  show(createFakeBackend({ connections: MIXED }))
  const filters = await screen.findByRole('group', { name: 'Filter by state' })
  await userEvent.click(within(filters).getByRole('button', { name: /Connected/ }))
  for (const row of screen.getAllByRole('listitem')) expect(row.dataset.nectarGroup).toBe('healthy')
})

test('where nothing matches, it is said where the match is, and how to get there', async () => {
  show(createFakeBackend({ connections: MIXED }))
  await userEvent.fill(await screen.findByRole('searchbox'), 'hotel')
  await userEvent.click(screen.getByRole('button', { name: /^Off/ }))
  await screen.findByText('4 accounts outside this filter do.')
  await userEvent.fill(screen.getByRole('searchbox'), 'heidelberg')
  await screen.findByText(/^One account outside this filter does: Stadtwerke Heidelberg/)
  await userEvent.click(screen.getByRole('button', { name: 'Search all 10' }))
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await userEvent.fill(screen.getByRole('searchbox'), 'nowhere')
  await screen.findByText('Another word may find it.')
  await userEvent.click(screen.getByRole('button', { name: 'Clear search' }))
  expect(screen.getAllByRole('listitem')).toHaveLength(MIXED.length)
})

test('a filter goes with the last of its group', async () => {
  const backend = show(createFakeBackend({ connections: MIXED }))
  await userEvent.click(await screen.findByRole('button', { name: /^In progress/ }))
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  backend.connections = MIXED.map((one) => ({ ...one, status: one.status.replace('PENDING', 'CONNECTED') }))
  await userEvent.click(screen.getByText('refresh'))
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(MIXED.length))
})

test('where the user may not reconnect, there is no button that would fail', async () => {
  const backend = createFakeBackend({ connections: MIXED })
  backend.can = { ...backend.can, reconnect: false }
  show(backend)
  await screen.findAllByRole('listitem')
  expect(screen.queryByRole('button', { name: /Sign in again/ })).toBeNull()
})

test('another scope drops everything of the one before', async () => {
  const backend = show(createFakeBackend({ connections: [connection({ providerName: 'Coast Range Gas' })] }))
  await screen.findByText('Coast Range Gas')
  backend.scope = 'scope-b'
  backend.connections = [connection({ id: MIXED[3]?.id ?? '', providerName: 'Baywater Cooperative' })]
  await userEvent.click(screen.getByText('refresh'))
  await screen.findByText('Baywater Cooperative')
  expect(screen.queryByText('Coast Range Gas')).toBeNull()
})

test('a failed refresh keeps what is known on screen', async () => {
  const backend = show(createFakeBackend({ connections: MIXED }))
  await screen.findByText('Ironwood Waste')
  backend.problem = 'not_configured'
  await userEvent.click(screen.getByText('refresh'))
  await waitFor(() => expect(screen.getByText('Ironwood Waste')).toBeTruthy())
})

test('a failed load says so, with a reference and a way on', async () => {
  const backend = show(createFakeBackend({ problem: 'not_configured' }))
  await screen.findByText('NC-7F3K-92QD')
  backend.problem = null
  backend.connections = MIXED
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Ironwood Waste')
})
