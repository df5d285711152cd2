import { STATUS_CATALOG } from '@nectar-connect/contract/wire'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ConnectionCard } from './connection-card.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

const ID = connection().id
const NOVEMBER_2 = '2026-11-02T05:31:56Z'

/** Exactly so many days before now: yesterday is then always yesterday. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 3_600_000).toISOString()
}

function show(initial: Partial<FakeBackend>, id = ID) {
  const backend = createFakeBackend(initial)
  render(
    <WithBackend backend={backend}>
      <ConnectionCard connectionId={id} />
    </WithBackend>,
  )
  return backend
}

function showStatus(status: string, overrides = {}) {
  return show({ connections: [connection({ status, ...overrides })] })
}

describe('every status', () => {
  test.each(
    [...Object.keys(STATUS_CATALOG), 'INCORRECT_PASSWORD', 'PROVIDER_MIGRATION'].map((status) => [status]),
  )('%s: a word, a sentence, who acts, and buttons only where the customer is needed', async (status) => {
    showStatus(status)
    const card = await screen.findByRole('article', { name: 'Coast Range Gas' })
    const needsCustomer = card.dataset.nectarGroup === 'needs-you'
    expect(within(card).queryAllByRole('button', { name: /Coast Range Gas/ })).toHaveLength(
      needsCustomer ? 1 : 0,
    )
    expect(card.querySelector('.nectar-card__say')?.textContent).toMatch(/\w+/)
    expect(card.querySelector('.nectar-acts')?.textContent).toMatch(/\w+/)
    expect(card.textContent).not.toMatch(/\{|\}|disconnected/i)
  })

  test.each([
    ['PASSWORD_INCORRECT', { statusSince: NOVEMBER_2 }, 'Paused since 2 Nov', 'You can fix this'],
    ['PASSWORD_INCORRECT', {}, 'Paused since 18 Nov', 'You can fix this'],
    ['PENDING', { statusSince: daysAgo(1) }, 'Since yesterday', 'Nothing to do'],
    ['PENDING', { statusSince: daysAgo(3) }, 'Since ', 'Plumbline can help'],
    ['WEBSITE_DOWN', { statusSince: daysAgo(1) }, 'Paused since yesterday', 'Nothing to do'],
    ['WEBSITE_DOWN', { statusSince: daysAgo(8) }, 'Paused since ', 'Plumbline can help'],
    ['UNDER_INVESTIGATION', {}, 'Paused since 18 Nov', 'Nectar is on it'],
    ['URL_INACCESSIBLE', {}, 'Paused since 18 Nov', 'Plumbline can help'],
    ['CONNECTED', { statusSince: NOVEMBER_2 }, 'Updated 18 Nov', 'Nothing to do'],
    ['CONNECTED', { isActive: false }, 'Updated 18 Nov', 'Plumbline can help'],
    ['COMPANY_INACTIVE', { statusSince: NOVEMBER_2 }, 'Off since 2 Nov', 'Plumbline can help'],
    ['PROVIDER_MIGRATION', {}, 'Updated 18 Nov', 'If it stays, ask Plumbline'],
  ])('%s %o: since when, and who acts', async (status, overrides, since, acts) => {
    showStatus(status, overrides)
    const card = await screen.findByRole('article')
    expect(card.querySelector('.nectar-acts')?.textContent).toBe(acts)
    const time = card.querySelector('time')?.textContent ?? ''
    expect(time.replace(/Nov (\d+)/, '$1 Nov')).toContain(since)
  })

  test('a new password has two steps, with the utility’s own link first', async () => {
    showStatus('NEW_PASSWORD_NEEDED')
    const link = await screen.findByRole('link', { name: /my\.coastrange\.example/ })
    expect(link.getAttribute('href')).toBe('https://my.coastrange.example')
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Set a new password at my\.coastrange\.example/),
      'Sign in again here with it',
    ])
  })

  test('a new password at a utility whose address is not known has no link', async () => {
    showStatus('NEW_PASSWORD_NEEDED', { providerUrl: null })
    await screen.findByText('Set a new password at your utility’s site')
    expect(within(screen.getByRole('article')).queryByRole('link')).toBeNull()
  })
})

test('signing in again mends this connection', async () => {
  const backend = showStatus('PASSWORD_INCORRECT')
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in again: Coast Range Gas' }))
  await userEvent.click(await screen.findByRole('button', { name: /I have it/ }))
  await screen.findByTitle('Nectar’s sign-in page')
  expect(backend.created).toMatchObject([{ kind: 'reconnect', connectionId: ID }])
})

test('who may not sign in again is told who can, and finds no button', async () => {
  const backend = createFakeBackend({ connections: [connection({ status: 'PASSWORD_INCORRECT' })] })
  const can = { ...backend.can, reconnect: false }
  show({ connections: backend.connections, can, administratorNames: ['Ada', 'Ben'] })
  await screen.findByText(
    (_, element) => element?.textContent === 'Ada or Ben can fix this' && element.tagName === 'P',
  )
  expect(screen.queryByRole('button', { name: /Sign in again/ })).toBeNull()
})

test('while a new sign-in is being checked nothing is asked of anybody', async () => {
  const broken = connection({ status: 'PASSWORD_INCORRECT' })
  const backend = show({ connections: [broken] })
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in again: Coast Range Gas' }))
  await userEvent.click(await screen.findByRole('button', { name: /I have it/ }))
  await screen.findByTitle('Nectar’s sign-in page')
  backend.invitation.status = 'FULFILLED'
  backend.invitation.useCount = 1
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  await screen.findByText('Checking new sign-in')
  expect(screen.getByText('Nothing to do')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Sign in again/ })).toBeNull()
})

test('a change arrives by itself, without anything flashing, and is said once', async () => {
  const changes = createFakeChanges()
  const own = connection({ status: 'PENDING', statusAt: new Date(Date.now() - 60_000).toISOString() })
  const backend = show({ connections: [own], changes, live: 'stream' })
  await screen.findByText('Being checked')
  await waitFor(() => expect(changes.lines()).toBe(1))
  const seen = watchStates()
  const change = changeOf(own, 'CONNECTED')
  backend.connections = [{ ...own, status: 'CONNECTED', statusAt: change.at }]
  changes.send(change)
  await screen.findByText('Connected')
  await screen.findByText('Coast Range Gas: Connected', {}, { timeout: 10_000 })
  expect(seen()).toEqual([])
})

test('a host that shows the history elsewhere leaves it out', async () => {
  render(
    <WithBackend backend={createFakeBackend({ connections: [connection()] })}>
      <ConnectionCard connectionId={ID} showHistory={false} />
    </WithBackend>,
  )
  await screen.findByRole('article', { name: 'Coast Range Gas' })
  expect(screen.queryByRole('button', { name: 'History' })).toBeNull()
})

test('history opens in place, and closes again', async () => {
  const changes = createFakeChanges()
  changes.remember([changeOf(connection(), 'CONNECTED', { from: 'PENDING' })])
  show({ connections: [connection()], changes })
  const disclosure = await screen.findByRole('button', { name: 'History' })
  expect(disclosure.getAttribute('aria-expanded')).toBe('false')
  await userEvent.click(disclosure)
  await screen.findByText('Was “Being checked”.')
  expect(disclosure.getAttribute('aria-expanded')).toBe('true')
  await userEvent.click(disclosure)
  expect(screen.queryByText('Was “Being checked”.')).toBeNull()
})

test('one that is not there any more says so', async () => {
  show({ connections: [connection()] }, '00000000-0000-4000-8000-000000000001')
  await screen.findByText('This account is not here any more')
})

test('one that cannot be read says so, with a reference and a way on', async () => {
  const backend = show({ problem: 'not_configured', connections: [connection()] })
  await screen.findByText('NC-7F3K-92QD')
  backend.problem = null
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Coast Range Gas')
})

test('a failed refresh, and a stream that breaks, keep what is known on screen', async () => {
  const changes = createFakeChanges()
  const backend = show({ connections: [connection()], changes, live: 'stream' })
  await screen.findByText('Coast Range Gas')
  await waitFor(() => expect(changes.lines()).toBe(1))
  const seen = watchStates()
  backend.problem = 'not_configured'
  changes.reset()
  await waitFor(() =>
    expect(backend.requests.filter((made) => made === 'GET /connections').length).toBeGreaterThan(1),
  )
  changes.cut()
  await waitFor(() => expect(changes.lines()).toBe(0))
  expect([seen(), screen.getByText('Coast Range Gas').textContent]).toEqual([[], 'Coast Range Gas'])
})

/** Everything that shows instead of the connection, from now on. */
function watchStates(): () => string[] {
  const seen: string[] = []
  const observer = new MutationObserver(() => {
    if (document.querySelector('.nectar-skeleton')) seen.push('loading')
    if (document.querySelector('[role="alert"]')) seen.push('error')
  })
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    return seen
  }
}
