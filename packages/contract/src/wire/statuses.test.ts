import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeStatus, isKnownStatus, normalizeStatus, STATUS_CATALOG } from './statuses.ts'

const HOUR = 3_600_000

/** The documented statuses, written out a second time. */
const documented = [
  ['PENDING', 'waiting', 'not-yet', 'nobody', false, 48 * HOUR],
  ['CONNECTED', 'healthy', 'yes', 'nobody', false, null],
  ['UNDER_INVESTIGATION', 'waiting', 'paused', 'nectar', false, null],
  ['PASSWORD_INCORRECT', 'needs-you', 'paused', 'customer', true, null],
  ['MFA_TOKEN_EXPIRED', 'needs-you', 'paused', 'customer', true, null],
  ['NEW_PASSWORD_NEEDED', 'needs-you', 'paused', 'customer', true, null],
  ['ADDITIONAL_CREDENTIALS_NEEDED', 'needs-you', 'paused', 'customer', true, null],
  ['NO_ACCOUNTS_FOUND', 'needs-you', 'paused', 'customer', true, null],
  ['WEBSITE_DOWN', 'provider', 'paused', 'nobody', false, 168 * HOUR],
  ['URL_INACCESSIBLE', 'provider', 'paused', 'host', false, null],
  ['OTHER_ERROR', 'waiting', 'paused', 'nectar', false, null],
  ['COMPANY_INACTIVE', 'inactive', 'off', 'host', false, null],
] as const

test.each(documented)('%s', (status, group, collecting, actor, reconnectHelps, patienceMs) => {
  const description = { status, group, collecting, actor, reconnectHelps, patienceMs }
  expect(isKnownStatus(status)).toBe(true)
  expect(describeStatus(status)).toEqual(description)
})

test('knows the documented statuses and no others', () => {
  expect(Object.keys(STATUS_CATALOG).sort()).toEqual(documented.map(([status]) => status).sort())
})

test('reads the alias of the sandbox page', () => {
  expect(normalizeStatus('INCORRECT_PASSWORD')).toBe('PASSWORD_INCORRECT')
  expect(describeStatus('INCORRECT_PASSWORD')).toEqual(describeStatus('PASSWORD_INCORRECT'))
})

test.each(documented)('switched off, %s is inactive only where it was healthy', (status, group) => {
  const expected =
    group === 'healthy' ? { ...describeStatus('COMPANY_INACTIVE'), status } : describeStatus(status)
  expect(describeStatus(status, false)).toEqual(expected)
})

test('takes any text: what is not known belongs to the group unknown and keeps its name', () => {
  const odd = fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'connected',
    'CONNECTED ',
  )
  const known: readonly string[] = [...documented.map(([status]) => status), 'INCORRECT_PASSWORD']
  fc.assert(
    fc.property(
      fc.oneof(odd, fc.string({ unit: 'grapheme-composite' })),
      fc.boolean(),
      (status, isActive) => {
        fc.pre(!known.includes(status))
        expect(isKnownStatus(status)).toBe(false)
        expect(describeStatus(status, isActive)).toEqual({
          status,
          group: 'unknown',
          collecting: 'unknown',
          actor: 'unknown',
          reconnectHelps: false,
          patienceMs: null,
        })
      },
    ),
  )
})
