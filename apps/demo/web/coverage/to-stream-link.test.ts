import { expect, test } from 'vitest'
import { toStreamLink } from './to-stream-link.ts'

const connection = (status: string, isActive = true) => ({
  status,
  isActive,
  utilityTypes: ['GAS'],
  sites: [{ id: 'a', name: 'The Alder' }],
})

test.each([
  ['CONNECTED', 'collecting'],
  ['PENDING', 'waiting'],
  ['PASSWORD_INCORRECT', 'needs-you'],
  ['WEBSITE_DOWN', 'provider'],
  ['COMPANY_INACTIVE', 'off'],
  ['SOMETHING_NEW', 'waiting'],
])('%s is %s', (status, state) => {
  expect(toStreamLink(connection(status))).toEqual({ state, siteIds: ['a'], types: ['GAS'] })
})

test('a connection that is switched off collects nothing, though its sign-in works', () => {
  expect(toStreamLink(connection('CONNECTED', false)).state).toBe('off')
  expect(toStreamLink(connection('PASSWORD_INCORRECT', false)).state).toBe('needs-you')
})
