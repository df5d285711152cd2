import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invitationsResponse, invitationTicket, invitationView } from './invitation.ts'

const text = fc.string({ unit: 'grapheme-composite' })
const nullableText = fc.option(text)
const view = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('contributor', 'reconnect'),
  status: text,
  expiresInMs: fc.option(fc.integer()),
  createdAt: nullableText,
  useCount: fc.nat(),
  maxUses: fc.option(fc.nat()),
  requiresEmail: fc.boolean(),
  connectionId: fc.option(fc.uuid()),
  opened: fc.option(fc.boolean()),
  createdConnections: fc.array(
    fc.record({ id: fc.uuid(), providerName: nullableText, status: nullableText }),
  ),
  openedAt: nullableText,
  usedAt: nullableText,
  sites: fc.array(fc.record({ id: fc.uuid(), name: nullableText })),
  sharing: fc.option(
    fc.record({
      via: fc.constantFrom('email', 'link'),
      mail: fc.constantFrom('nectar', 'host', null),
      to: nullableText,
      invitedBy: fc.option(fc.record({ name: nullableText, isYou: fc.boolean() })),
      sentAt: nullableText,
      remindedAt: nullableText,
    }),
  ),
})

test('views and tickets survive the wire', () => {
  fc.assert(
    fc.property(view, (sent) => {
      const ticket = { ...sent, url: 'https://dash.nectarclimate.com/p/i/token' }
      expect(invitationTicket.parse(JSON.parse(JSON.stringify(ticket)))).toEqual(ticket)
      expect(invitationsResponse.parse(JSON.parse(JSON.stringify({ invitations: [sent] })))).toEqual({
        invitations: [sent],
      })
    }),
  )
})

test('a view of a server of the version before is taken', () => {
  fc.assert(
    fc.property(view, ({ openedAt: _, usedAt: __, sites: ___, sharing: ____, ...before }) => {
      expect(invitationView.parse(before)).toEqual(before)
    }),
  )
})

test('a view never carries a URL or a token', () => {
  fc.assert(
    fc.property(view, (sent) => {
      const leaky = {
        ...sent,
        url: 'https://dash.nectarclimate.com/p/i/token',
        token: 'token',
        allowedEmails: ['a@b.co'],
      }
      expect(Object.keys(invitationView.parse(leaky)).sort()).toEqual(
        Object.keys(invitationView.shape).sort(),
      )
    }),
  )
})

test.each(['javascript:alert(1)', 'data:text/html,hello', 'file:///etc/hosts', '/p/i/token', ''])(
  'a ticket does not take %j for a page to show',
  (url) => {
    const [sent] = fc.sample(view, 1)
    expect(invitationTicket.safeParse({ ...sent, url }).success).toBe(false)
    expect(invitationTicket.safeParse({ ...sent, url: 'http://127.0.0.1:4000/p/i/token' }).success).toBe(true)
  },
)
