import { samples } from '@nectar-connect/test-kit/samples'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nectarConnection } from './connection.ts'

const id = 'a6c70a54-34e7-4277-80b0-412869ce087c'
const [sample] = samples.connectionsPage.connections
const optionalFields = Object.keys(nectarConnection.shape).filter(
  (field) => field !== 'id' && field !== 'status',
)

test('reads the documented payload', () => {
  expect(nectarConnection.parse(sample)).toMatchObject({
    id,
    status: 'PASSWORD_INCORRECT',
    isActive: true,
    datasource: { name: 'Los Angeles Department of Water and Power', url: 'https://ladwp.com' },
    company: { id: '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c', name: 'Demo Company' },
    statusLastUpdateTime: '2024-09-13T08:02:11Z',
    initialSites: ['67e72ddf-9e9c-42b6-81da-13c1130c691a'],
  })
})

test('needs id and status, and nothing else', () => {
  expect(nectarConnection.parse({ id, status: 'PENDING' })).toMatchObject({ isActive: true, company: null })
  expect(nectarConnection.safeParse({ id }).success).toBe(false)
  expect(nectarConnection.safeParse({ status: 'PENDING' }).success).toBe(false)
  expect(nectarConnection.safeParse({ id: 'not-a-uuid', status: 'PENDING' }).success).toBe(false)
  expect(nectarConnection.safeParse({ id, status: null }).success).toBe(false)
})

test('junk in any other field, known or unknown, never costs the payload', () => {
  const field = fc.oneof(fc.constantFrom(...optionalFields), fc.string())
  fc.assert(
    fc.property(fc.dictionary(field, fc.anything()), fc.string(), (junk, status) => {
      expect(nectarConnection.parse({ ...junk, id, status })).toMatchObject({ id, status })
    }),
  )
})

test('an active flag that cannot be read does not switch the connection off', () => {
  expect(nectarConnection.parse({ id, status: 'CONNECTED', isActive: null }).isActive).toBe(true)
  expect(nectarConnection.parse({ id, status: 'CONNECTED', isActive: false }).isActive).toBe(false)
})

test('secrets and personal data do not survive the parse', () => {
  const secrets = {
    publicCompanyId: 'secret-1',
    connectionMagicLinkSecret: 'secret-2',
    workflowOwnerEmail: 'secret-3@example.com',
    emails: ['secret-4@example.com'],
    users: ['secret-5@example.com'],
    accounts: [{ accountNumber: 'secret-6' }],
    accountIds: ['secret-7'],
    statusErrorDetail: 'secret-8',
  }
  const company = { ...sample?.company, publicId: 'secret-9', users: ['secret-10@example.com'] }
  expect(JSON.stringify(nectarConnection.parse({ ...sample, ...secrets, company }))).not.toContain('secret-')
  expect(JSON.stringify(nectarConnection.parse(sample))).not.toContain('do-not-leak-me')
})
