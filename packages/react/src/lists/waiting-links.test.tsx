import type { InvitationView } from '@nectar-connect/contract/wire'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { ConnectionList } from './connection-list.tsx'
import '../styles/styles.css'
import { createFakeBackend, type FakeBackend } from '../testing/fake-backend.ts'
import { createFakeChanges } from '../testing/fake-changes.ts'
import { NO_SHARING, SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

const DANA = 'dana@northpoint.example'
const BROKEN = connection({ status: 'PASSWORD_INCORRECT' })
const REJECTED = /rejected the saved password/
const SHARED_READS = /^GET \/invitations\/shared\?/

function linkTo(to: string | null, more: Partial<InvitationView> = {}): InvitationView {
  return sharedInvitation({ kind: 'reconnect', connectionId: BROKEN.id, ...more }, to)
}

function show(initial: Partial<FakeBackend> = {}) {
  const backend = createFakeBackend({ sharing: SHARING, connections: [BROKEN], ...initial })
  render(
    <WithBackend backend={backend}>
      <main aria-label="Button">
        <NectarConnect connectionId={BROKEN.id} />
      </main>
      <main aria-label="Card">
        <ConnectionCard connectionId={BROKEN.id} />
      </main>
      <main aria-label="List">
        <ConnectionList />
      </main>
    </WithBackend>,
  )
  return backend
}

const place = (name: string) => within(screen.getByRole('main', { name }))
const buttonText = () => place('Button').getByRole('button').textContent
const buttonSays = (words: RegExp) => waitFor(() => expect(buttonText()).toMatch(words), { timeout: 10_000 })

test('nobody was asked: what is wrong, and what to do', async () => {
  const backend = show()
  await waitFor(() => expect(backend.requests.filter((one) => SHARED_READS.test(one))).toHaveLength(1))
  expect(buttonText()).toMatch(/^Sign in again/)
  expect(place('Card').getByText(REJECTED)).toBeVisible()
  expect(place('List').getByText(REJECTED)).toBeVisible()
  expect(screen.queryByText(/link/i)).toBeNull()
})

describe('somebody was asked', () => {
  test('button, card and row say whom, and the ways on stay', async () => {
    show({ shared: [linkTo(DANA)] })
    await buttonSays(/^Someone was asked/)
    expect(place('Button').getByRole('button')).toHaveAttribute('data-nectar-tone', 'waiting')
    for (const name of ['Card', 'List']) {
      expect(place(name).getByText(/^A link went to dana@northpoint\.example, .+\.$/)).toBeVisible()
      expect(place(name).getByRole('button', { name: /^Sign in again/ })).toBeVisible()
      expect(place(name).getByRole('button', { name: /^Ask someone else/ })).toBeVisible()
    }
    expect(place('Card').getByText(REJECTED)).toBeVisible()
  })

  test('they opened it', async () => {
    show({ shared: [linkTo(DANA, { opened: true })] })
    await buttonSays(/^Link opened/)
    for (const name of ['Card', 'List']) {
      expect(
        place(name).getByText('dana@northpoint.example opened the link. No details so far.'),
      ).toBeVisible()
    }
  })

  test('by a link that was copied, nobody is named', async () => {
    show({ shared: [linkTo(null)] })
    expect(await place('Card').findByText(/^A link was made, .+\.$/)).toBeVisible()
  })

  test.each([
    ['used', { status: 'FULFILLED', useCount: 1 }],
    ['run out', { status: 'EXPIRED', expiresInMs: 0 }],
    ['revoked', { status: 'REVOKED' }],
    ['for another connection', { connectionId: 'a6c70a54-34e7-4277-80b0-0000000000bb' }],
    ['for a new one', { kind: 'contributor', connectionId: null }],
  ] satisfies [string, Partial<InvitationView>][])('a link that is %s says nothing here', async (_, more) => {
    const backend = show({ shared: [linkTo(DANA, more)] })
    await waitFor(() => expect(backend.requests.some((one) => SHARED_READS.test(one))).toBe(true))
    await buttonSays(/^Sign in again/)
    expect(screen.queryByText(/link/i)).toBeNull()
  })

  test('what becomes of it shows at once where changes are streamed', async () => {
    const changes = createFakeChanges()
    const backend = show({ changes, live: 'stream', shared: [linkTo(DANA)] })
    await buttonSays(/^Someone was asked/)
    backend.shared = backend.shared.map((link) => ({ ...link, opened: true }))
    changes.sendInvitations()
    await buttonSays(/^Link opened/)
  })

  test('from here: it shows when the dialog is closed', async () => {
    show()
    await userEvent.click(await place('Card').findByRole('button', { name: /^Ask someone else/ }))
    await userEvent.type(await screen.findByLabelText(/^Their e-mail/), DANA)
    await userEvent.click(screen.getByRole('button', { name: 'Send link' }))
    await screen.findByRole('heading', { name: 'Link sent' })
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(await place('Card').findByText(/^A link went to dana@northpoint\.example/)).toBeVisible()
  })
})

test.each([
  ['links cannot be sent', { sharing: NO_SHARING }],
  ['nothing needs anybody', { connections: [connection({ status: 'CONNECTED' })] }],
] satisfies [string, Partial<FakeBackend>][])('where %s, no links are asked for', async (_, initial) => {
  const backend = show(initial)
  await place('List').findByRole('listitem')
  await waitFor(() => expect(backend.requests).toContain('GET /connections'))
  expect(backend.requests.filter((one) => SHARED_READS.test(one))).toEqual([])
})
