import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { format } from '../i18n/text.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { changeOf, createFakeChanges } from '../testing/fake-changes.ts'
import { SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { ConnectionList } from './connection-list.tsx'
import { ConnectionStatusBadge } from './connection-status-badge.tsx'
import { HistoryTimeline } from './history-timeline.tsx'
import { InvitationList } from './invitation-list.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

/** Names that every object answers to, and what else nobody expects. */
const ODD = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  '{status}',
  'a'.repeat(5_000),
]

test.each(ODD)('%j as a status, a kind of utility, a time or a name costs nobody the page', async (odd) => {
  const one = connection({
    status: odd,
    utilityTypes: [odd, odd],
    country: odd,
    createdAt: odd,
    statusAt: odd,
    statusSince: odd,
    updatedAt: odd,
    username: odd,
    sites: [{ id: '67e72ddf-9e9c-42b6-81da-13c1130c691a', name: odd }],
  })
  const broken = connection({
    ...one,
    id: 'a6c70a54-34e7-4277-80b0-00000000000b',
    status: 'PASSWORD_INCORRECT',
  })
  const changes = createFakeChanges()
  changes.remember([changeOf(one, odd, { at: odd, from: odd }), changeOf(one, 'CONNECTED', { from: odd })])
  const backend = createFakeBackend({
    connections: [one, broken],
    changes,
    sharing: SHARING,
    shared: [
      sharedInvitation({ status: odd, createdAt: odd, openedAt: odd, usedAt: odd, sites: one.sites }, odd),
      sharedInvitation({ opened: true, openedAt: odd }, 'dana@northpoint.example'),
    ],
  })
  render(
    <WithBackend backend={backend}>
      <ConnectionList />
      <ConnectionCard connectionId={one.id} />
      <HistoryTimeline connectionId={one.id} />
      <ConnectionStatusBadge status={odd} />
      <InvitationList />
      <NectarConnect connectionId={one.id} />
      <NectarConnect connectionId={broken.id} presentation="inline" />
    </WithBackend>,
  )
  await screen.findByText('dana@northpoint.example', {}, { timeout: 10_000 })
  await screen.findByRole('button', { name: /I have (the login|it)/ })
  expect(screen.getAllByText('Coast Range Gas').length).toBeGreaterThan(2)
  expect(screen.queryByText('This part did not load.')).toBeNull()
  expect(document.body.textContent).not.toContain('[native code]')
})

test('a placeholder is only ever filled with a value of its own', () => {
  expect(format('{constructor} {toString} {count}', { count: 2 })).toBe('{constructor} {toString} 2')
})
