import { samples } from '@nectar-connect/test-kit/samples'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nectarInvitation, nectarInvitationCreate, nectarInvitationDetail } from './invitation.ts'

const { invitation } = samples
const indispensable = ['id', 'status', 'invitationType']
const optionalFields = Object.keys(nectarInvitation.shape).filter((field) => !indispensable.includes(field))

test('reads the documented payload', () => {
  expect(nectarInvitation.parse(invitation)).toEqual({ ...invitation, prefill: {} })
})

test('junk in any other field never costs the payload, and counts stay numbers', () => {
  const { id, status, invitationType } = invitation
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...optionalFields, 'more'), fc.anything()), (junk) => {
      const read = nectarInvitation.parse({ ...junk, id, status, invitationType })
      expect(read).toMatchObject({ id, status, invitationType })
      expect(typeof read.useCount).toBe('number')
    }),
  )
})

test.each(indispensable)('needs %s', (field) => {
  expect(nectarInvitation.safeParse({ ...invitation, [field]: undefined }).success).toBe(false)
})

test('keeps a status that is not documented', () => {
  expect(nectarInvitation.parse({ ...invitation, status: 'PAUSED' }).status).toBe('PAUSED')
})

test.each([
  ['events', { event: 'VIEWED', timestamp: '2026-11-24T05:40:00Z' }],
  ['auditLog', { eventType: 'Viewed', createdAt: '2026-11-24T05:40:00Z', actor: null }],
  ['history', { action: 'viewed', at: '2026-11-24T05:40:00Z' }],
])('finds the audit log in %s', (field, entry) => {
  const { audit } = nectarInvitationDetail.parse({ ...invitation, [field]: [entry, 'junk', null, {}] })
  expect(audit).toEqual([{ name: 'viewed', at: '2026-11-24T05:40:00Z' }])
})

test('an audit log without times, or none at all', () => {
  expect(nectarInvitationDetail.parse({ ...invitation, log: [{ type: 'USED', at: 'soon' }] }).audit).toEqual([
    { name: 'used', at: null },
  ])
  expect(nectarInvitationDetail.parse(invitation).audit).toEqual([])
})

test('connections that were created are not taken for an audit log', () => {
  const created = {
    id: invitation.id,
    name: 'LADWP',
    datasourceName: 'LADWP',
    status: 'PENDING',
    created: null,
  }
  const detail = nectarInvitationDetail.parse({ ...invitation, createdConnections: [created, { id: 1 }] })
  expect(detail.audit).toEqual([])
  expect(detail.invitation.createdConnections).toMatchObject([{ datasourceName: 'LADWP', status: 'PENDING' }])
})

test('a detail that cannot be read is refused, never thrown', () => {
  expect(nectarInvitationDetail.safeParse({ detail: 'Not found.' }).success).toBe(false)
  fc.assert(
    fc.property(fc.anything(), (body) => {
      expect(nectarInvitationDetail.safeParse(body).success).toBe(false)
    }),
  )
})

test('a log of any shape never costs the invitation', () => {
  fc.assert(
    fc.property(fc.string(), fc.anything(), (field, log) => {
      const detail = nectarInvitationDetail.parse({ [field]: log, ...invitation })
      expect(detail.invitation.id).toBe(invitation.id)
    }),
  )
})

test.each([
  [{}],
  [{ expiresInSeconds: 60, maxUses: 1 }],
  [{ allowedEmails: ['a@example.com'], sendEmail: true }],
  [{ prefill: { url: 'https://ladwp.com', country: 'US', dataCollectionStartDate: '2024-01-01' } }],
])('takes the create body %j', (body) => {
  expect(nectarInvitationCreate.parse(body)).toEqual(body)
})

test.each([
  [{ expiresInSeconds: 59 }],
  [{ expiresInSeconds: 60.5 }],
  [{ maxUses: 0 }],
  [{ allowedEmails: ['nobody'] }],
  [{ prefill: { country: 'us' } }],
  [{ prefill: { dataCollectionStartDate: '01/01/2024' } }],
  [{ prefill: { sites: [] } }],
  [{ expiresIn: 60 }],
])('refuses the create body %j', (body) => {
  expect(nectarInvitationCreate.safeParse(body).success).toBe(false)
})
