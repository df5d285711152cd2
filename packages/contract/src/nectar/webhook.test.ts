import { samples } from '@nectar-connect/test-kit/samples'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nectarWebhookConnection, readNectarWebhook } from './webhook.ts'

const { connectionCreated, connectionUpdated, connectionValidatedNoCompany } = samples
const { id, status } = connectionCreated
const later = { ...connectionCreated, updated: '2024-09-06T00:15:44.000001' }

test.each([
  ['bare, created', connectionCreated, 'connection.created.v2', 'CONNECTED'],
  ['bare, updated', connectionUpdated, 'connection.updated.v2', 'PASSWORD_INCORRECT'],
  ['bare, validated', later, 'connection.validated.v2', 'CONNECTED'],
  [
    'bare, only protectedChanges',
    { ...later, protectedChanges: ['url'] },
    'connection.updated.v2',
    'CONNECTED',
  ],
  ['bare, only old', { ...later, old: {} }, 'connection.updated.v2', 'CONNECTED'],
  ['bare, no times', { id, status }, 'connection.validated.v2', 'CONNECTED'],
  ['eventType, no company', connectionValidatedNoCompany, 'connection.validated.v2', 'CONNECTED'],
  [
    'eventType wins',
    { ...connectionUpdated, eventType: 'connection.validated.v2' },
    'connection.validated.v2',
    'PASSWORD_INCORRECT',
  ],
  [
    'envelope',
    { type: 'connection.created.v2', data: connectionUpdated },
    'connection.created.v2',
    'PASSWORD_INCORRECT',
  ],
  [
    'envelope, a version to come',
    { type: 'connection.updated.v3', data: connectionUpdated },
    'connection.updated.v3',
    'PASSWORD_INCORRECT',
  ],
])('reads a connection: %s', (_, body, type, expected) => {
  expect(readNectarWebhook(body)).toMatchObject({
    kind: 'connection',
    type,
    connection: { id, status: expected },
  })
})

test.each([
  ['envelope', { type: 'document.created.v2', data: { id: 1 } }, 'document.created.v2'],
  ['eventType', { eventType: 'document.updated.v2', id, status }, 'document.updated.v2'],
  ['unknown event', { type: 'site.merged.v9', data: {} }, 'site.merged.v9'],
  ['envelope without data', { type: 'document.deleted.v2' }, 'document.deleted.v2'],
])('hands on what is not about a connection: %s', (_, body, type) => {
  expect(readNectarWebhook(body)).toMatchObject({ kind: 'other', type })
})

test.each([
  ['null', null],
  ['a list', [connectionCreated]],
  ['text', 'connection.created.v2'],
  ['an empty object', {}],
  ['no id', { status }],
  ['no status', { id }],
  ['an id that is none', { id: 'junk', status }],
  ['an envelope around junk', { type: 'connection.created.v2', data: { id } }],
  ['an eventType without a connection', { eventType: 'connection.created.v2', type: 'ELECTRICITY' }],
])('reads nothing in %s', (_, body) => {
  expect(readNectarWebhook(body)).toBeNull()
})

test('never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      readNectarWebhook(body)
    }),
  )
})

test('junk in any other field never costs the connection', () => {
  const optional = Object.keys(nectarWebhookConnection.shape).filter(
    (field) => field !== 'id' && field !== 'status',
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...optional, 'more'), fc.anything()), (junk) => {
      expect(readNectarWebhook({ ...junk, id, status })).toMatchObject({
        kind: 'connection',
        connection: { id, status },
      })
    }),
  )
})

test('remembers the status it changed from, and keeps microseconds', () => {
  const webhook = readNectarWebhook(connectionUpdated)
  expect(webhook).toMatchObject({
    connection: {
      old: { status: 'CONNECTED' },
      protectedChanges: ['status'],
      updated: '2024-09-13T08:02:11.410220',
    },
  })
})

test('secrets and personal data do not survive the parse', () => {
  const body = {
    ...connectionCreated,
    emails: ['secret-1@example.com'],
    username: 'secret-2',
    workflowOwnerEmail: 'secret-3@example.com',
    connectionMagicLinkSecret: 'secret-4',
    company: { ...connectionCreated.company, publicId: 'secret-5' },
    sitesRelations: [
      { ...connectionCreated.sitesRelations[0], accountIds: ['secret-6'], accountNumber: 'secret-7' },
    ],
    old: { status: 'PENDING', username: 'secret-8', emails: ['secret-9@example.com'] },
  }
  expect(JSON.stringify(readNectarWebhook(body))).not.toContain('secret-')
})
