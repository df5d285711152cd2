import { expect, test } from 'vitest'
import { samples } from '../samples/index.ts'
import { readNectarWebhook } from './webhook.ts'

test.each([
  ['bare, created', samples.connectionCreated, 'connection.created.v2', 'CONNECTED'],
  ['bare, updated', samples.connectionUpdated, 'connection.updated.v2', 'PASSWORD_INCORRECT'],
  ['with eventType, without company', samples.connectionValidatedNoCompany, 'connection.validated.v2', 'CONNECTED'],
  [
    'in an envelope',
    { type: 'connection.validated.v2', data: samples.connectionUpdated },
    'connection.validated.v2',
    'PASSWORD_INCORRECT',
  ],
])('reads a connection payload: %s', (_, body, type, status) => {
  expect(readNectarWebhook(body)).toMatchObject({ kind: 'connection', type, connection: { status } })
})
