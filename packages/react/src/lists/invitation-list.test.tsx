import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { createFakeBackend, EVERYTHING, type FakeBackend } from '../testing/fake-backend.ts'
import { createFakeChanges } from '../testing/fake-changes.ts'
import { NO_SHARING, SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { InvitationList } from './invitation-list.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

const DANA = 'dana@northpoint.example'
const MADE = connection({
  id: 'a6c70a54-34e7-4277-80b0-00000000000a',
  status: 'PENDING',
  statusAt: new Date().toISOString(),
})

function show(initial: Partial<FakeBackend> = {}) {
  const backend = createFakeBackend({ sharing: SHARING, ...initial })
  const { container } = render(
    <WithBackend backend={backend}>
      <InvitationList />
    </WithBackend>,
  )
  return { backend, container }
}

async function row(text: string | RegExp) {
  const found = (await screen.findByText(text)).closest('li')
  if (!found) throw new Error('it stands in no row')
  return found
}

const received = sharedInvitation(
  {
    status: 'FULFILLED',
    useCount: 1,
    opened: true,
    createdConnections: [{ id: MADE.id, providerName: MADE.providerName, status: 'PENDING' }],
  },
  'landlord@harrow.example',
)

test('what became of each, and never more than that', async () => {
  const { container } = show({
    connections: [MADE],
    shared: [
      sharedInvitation({}, DANA),
      sharedInvitation({ opened: true, openedAt: new Date().toISOString() }, 'theo@northpoint.example'),
      received,
      sharedInvitation({ status: 'EXPIRED', expiresInMs: 0 }, 'accounts@northpoint.example'),
      sharedInvitation({ status: 'REVOKED' }, 'ben@northpoint.example'),
      sharedInvitation(),
    ],
  })
  expect((await row(DANA)).textContent).toMatch(/Sent .*It works until|Sent .*The link works until/)
  expect((await row('theo@northpoint.example')).textContent).toMatch(/Opened .*no details so far/)
  expect((await row('landlord@harrow.example')).textContent).toMatch(
    /Details received.*Being checked.*Details were submitted/,
  )
  expect((await row('accounts@northpoint.example')).textContent).toContain('Ran out')
  expect((await row('ben@northpoint.example')).textContent).toContain('Revoked')
  expect((await row('Anyone with the link')).textContent).toContain('Not opened yet')
  expect(container.textContent).not.toMatch(/connected/i)
})

test('filters with counts, and none that is empty', async () => {
  const { backend } = show({ shared: [sharedInvitation({}, DANA), received] })
  await row(DANA)
  const filters = within(screen.getByRole('group', { name: /^Filter/ })).getAllByRole('button')
  expect(filters.map(({ textContent }) => textContent)).toEqual(['All 2', 'Waiting 1', 'Received 1'])
  expect(screen.getByRole('button', { name: 'Ask someone else' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Received 1' }))
  await waitFor(() => expect(screen.queryByText(DANA)).toBeNull())
  await row('landlord@harrow.example')
  expect(backend.requests).toContain('GET /invitations/shared?limit=20&filter=used')
})

test('older ones come on demand', async () => {
  show({
    shared: Array.from({ length: 45 }, (_, index) => sharedInvitation({}, `p${index}@northpoint.example`)),
  })
  await row('p19@northpoint.example')
  expect(screen.queryByText('p20@northpoint.example')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await row('p39@northpoint.example')
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await row('p44@northpoint.example')
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test.each([
  ['kept', 'Reminder sent. The link that they have goes on working.'],
  ['replaced', 'New link sent. The old one no longer works.'],
] as const)('reminding says what it did to the link: %s', async (remindLink, words) => {
  const { backend } = show({ shared: [sharedInvitation({}, DANA)], remindLink })
  await row(DANA)
  await userEvent.click(screen.getByRole('button', { name: `Remind ${DANA}` }))
  await screen.findByText(words)
  expect(backend.reminded).toHaveLength(1)
})

test('a reminder whose outcome nobody knows is the same one when it is tried again', async () => {
  const { backend } = show({ shared: [sharedInvitation({}, DANA)] })
  await row(DANA)
  const bodies: { idempotencyKey: string }[] = []
  const { fetch } = backend
  let isDown = true
  backend.fetch = async (input, init) => {
    if (!String(input).endsWith('/remind')) return fetch(input, init)
    bodies.push(JSON.parse(String(init?.body)))
    if (isDown) throw new TypeError('Failed to fetch')
    return fetch(input, init)
  }
  cleanup()
  render(
    <WithBackend backend={backend}>
      <InvitationList />
    </WithBackend>,
  )
  await userEvent.click(await screen.findByRole('button', { name: `Remind ${DANA}` }))
  isDown = false
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await screen.findByText(/goes on working/)
  expect([bodies.length, new Set(bodies.map(({ idempotencyKey }) => idempotencyKey)).size]).toEqual([2, 1])
})

test('one that ran out is made anew', async () => {
  show({ shared: [sharedInvitation({ status: 'EXPIRED', expiresInMs: 0 }, DANA)], remindLink: 'replaced' })
  await userEvent.click(await screen.findByRole('button', { name: `Send a fresh link to ${DANA}` }))
  await screen.findByText('New link sent. The old one no longer works.')
  await screen.findByRole('button', { name: `Revoke the link of ${DANA}` })
  expect(document.activeElement).toBe(await row(DANA))
})

test('too many: the seconds until another try are not said one by one, and the focus stays', async () => {
  const { backend } = show({ shared: [sharedInvitation({}, DANA)], retryAfterMs: 1_000 })
  await row(DANA)
  backend.problem = 'rate_limited'
  await userEvent.click(screen.getByRole('button', { name: `Remind ${DANA}` }))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toBe('Too many links in a short time. This one was not sent. Try again later.')
  backend.problem = null
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await screen.findByText(/goes on working/)
  expect(document.activeElement).toBe(await row(DANA))
})

test('revoking is asked about, and then shown', async () => {
  const { backend } = show({ shared: [sharedInvitation({}, DANA)] })
  await userEvent.click(await screen.findByRole('button', { name: `Revoke the link of ${DANA}` }))
  expect(backend.revoked).toEqual([])
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke the link' }))
  const gone = await row('Revoked')
  expect(gone.textContent).toContain(DANA)
  await waitFor(() => expect(document.activeElement).toBe(gone))
})

test('what happens is shown and said by itself', async () => {
  const changes = createFakeChanges()
  const { backend } = show({ shared: [sharedInvitation({}, DANA)], changes, live: 'stream' })
  await row(DANA)
  await waitFor(() => expect(changes.lines()).toBe(1))
  const news = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
  expect(news()).not.toContain(`${DANA}: link opened`)
  backend.shared = backend.shared.map((one) => ({ ...one, opened: true, openedAt: new Date().toISOString() }))
  changes.sendInvitations()
  await waitFor(() => expect(news()).toContain(`${DANA}: link opened`))
  expect((await row(DANA)).textContent).toContain('no details so far')
})

test('who may only look finds no button', async () => {
  const theirs = sharedInvitation({}, DANA)
  if (theirs.sharing) theirs.sharing.invitedBy = { name: 'Theo Park', isYou: false }
  show({ shared: [theirs], can: { ...EVERYTHING, invite: false, revoke: false } })
  expect((await row(DANA)).textContent).toContain('by Theo Park')
  expect(screen.queryAllByRole('button')).toEqual([])
})

test('empty, it says what it is for, and asks', async () => {
  show()
  await screen.findByText('Nobody was asked yet')
  await userEvent.click(screen.getByRole('button', { name: 'Ask someone' }))
  await screen.findByRole('dialog', { name: 'Send it to the person with the login' })
})

test('where asking is switched off there is nothing of it', async () => {
  const { backend, container } = show({ sharing: NO_SHARING })
  await waitFor(() => expect(container.querySelector('.nectar-list')).toBeNull())
  expect(backend.requests.some((made) => made.includes('shared'))).toBe(false)
})

test('what cannot be read says so, and has a way on', async () => {
  const { backend } = show({ problem: 'not_configured', shared: [sharedInvitation({}, DANA)] })
  await screen.findByText('We could not load the links')
  backend.problem = null
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await row(DANA)
})
