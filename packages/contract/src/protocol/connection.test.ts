import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectionsResponse, connectionView } from './connection.ts'

const nullableText = fc.option(fc.string({ unit: 'grapheme-composite' }))
const view = fc.record(
  {
    id: fc.uuid(),
    status: fc.string(),
    isActive: fc.boolean(),
    providerName: nullableText,
    providerUrl: fc.constantFrom(null, 'https://ladwp.com', 'https://www.example.com/sign-in?lang=en'),
    country: nullableText,
    utilityTypes: fc.array(fc.string()),
    sites: fc.array(fc.record({ id: fc.uuid(), name: nullableText })),
    createdAt: nullableText,
    statusAt: nullableText,
    statusSince: nullableText,
    updatedAt: nullableText,
    username: fc.string(),
  },
  {
    requiredKeys: [
      'id',
      'status',
      'isActive',
      'providerName',
      'providerUrl',
      'country',
      'utilityTypes',
      'sites',
      'createdAt',
      'statusAt',
      'updatedAt',
    ],
  },
)
const can = fc.record({
  view: fc.boolean(),
  connect: fc.boolean(),
  reconnect: fc.boolean(),
  invite: fc.boolean(),
  revoke: fc.boolean(),
})
const response = fc.record({ connections: fc.array(view), can, administrators: fc.array(fc.string()) })

test('survives the wire', () => {
  fc.assert(
    fc.property(response, (sent) => {
      expect(connectionsResponse.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent)
    }),
  )
})

test('understands a newer server that says more', () => {
  fc.assert(
    fc.property(view, fc.anything(), (sent, more) => {
      expect(connectionView.parse({ ...sent, 'a-new-field': more })).toEqual(sent)
    }),
  )
})

test('drops what a browser must not see', () => {
  const [sent] = fc.sample(view, 1)
  const leaky = {
    ...sent,
    connectionMagicLinkSecret: 'secret-1',
    publicCompanyId: 'secret-2',
    emails: ['secret-3'],
  }
  expect(JSON.stringify(connectionView.parse(leaky))).not.toContain('secret-')
})

test.each(['http://ladwp.com', 'javascript:alert(1)', 'data:text/html,hello', 'ladwp.com', ''])(
  'does not take %j for the address of a provider',
  (providerUrl) => {
    const [sent] = fc.sample(view, 1)
    expect(connectionView.safeParse({ ...sent, providerUrl }).success).toBe(false)
  },
)
