import { expect, test } from 'vitest'
import { readAs } from './check.ts'
import { connectionView } from './connection.ts'

const view = {
  id: 'a6c70a54-34e7-4277-80b0-412869ce087c',
  status: 'CONNECTED',
  isActive: true,
  providerName: 'LADWP',
  providerUrl: 'https://ladwp.com',
  country: 'US',
  utilityTypes: ['WATER'],
  sites: [],
  createdAt: null,
  statusAt: null,
  statusSince: null,
  updatedAt: null,
}

test('drops what a browser must not see', () => {
  const leaky = {
    ...view,
    connectionMagicLinkSecret: 'secret-1',
    publicCompanyId: 'secret-2',
    emails: ['secret-3'],
  }
  expect(connectionView(leaky)).toEqual(view)
})

test.each(['http://ladwp.com', 'javascript:alert(1)', 'data:text/html,hello', 'ladwp.com', ''])(
  'does not take %j for the address of a provider',
  (providerUrl) => {
    expect(readAs(connectionView, { ...view, providerUrl })).toBeNull()
  },
)
