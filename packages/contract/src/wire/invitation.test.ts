import { expect, test } from 'vitest'
import { readAs } from './check.ts'
import { createdInvitation, invitationView } from './invitation.ts'

const view = {
  id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  kind: 'contributor',
  status: 'ACTIVE',
  expiresInMs: 3_600_000,
  createdAt: null,
  useCount: 0,
  maxUses: 1,
  requiresEmail: false,
  connectionId: null,
  opened: null,
  openedAt: null,
  usedAt: null,
  sites: [],
  sharing: null,
  createdConnections: [],
}

test('a view never carries a URL or a token', () => {
  const leaky = {
    ...view,
    url: 'https://dash.nectarclimate.com/p/i/token',
    token: 'token',
    allowedEmails: ['a@b.co'],
  }
  expect(invitationView(leaky)).toEqual(view)
})

test.each(['javascript:alert(1)', 'data:text/html,hello', 'file:///etc/hosts', '/p/i/token', ''])(
  'a created invitation does not take %j for a page to show',
  (url) => {
    expect(readAs(createdInvitation, { ...view, url })).toBeNull()
    expect(readAs(createdInvitation, { ...view, url: 'http://127.0.0.1:4000/p/i/token' })).not.toBeNull()
  },
)
