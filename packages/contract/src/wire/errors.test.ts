import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ERRORS, isErrorCode } from './errors.ts'

const entries = Object.entries(ERRORS)

test.each(entries)('%s has an HTTP error status, or none', (code, { status, retryable }) => {
  expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
  expect(status === null || (Number.isInteger(status) && status >= 400 && status < 600)).toBe(true)
  expect(typeof retryable).toBe('boolean')
})

test('only what the server can say has a status', () => {
  const local = entries.filter(([, { status }]) => status === null).map(([code]) => code)
  expect(local).toEqual([
    'network',
    'invalid_response',
    'invitation_stale',
    'frame_refused',
    'frame_blocked',
    'frame_timeout',
  ])
})

test('a request that is wrong as it is, is not worth repeating', () => {
  for (const [, { status, retryable }] of entries) {
    if (status !== null && status < 500 && status !== 429) expect(retryable).toBe(false)
  }
})

test('recognizes its codes and nothing that every object has', () => {
  for (const [code] of entries) expect(isErrorCode(code)).toBe(true)
  const codes = new Set(entries.map(([code]) => code))
  const odd = fc.constantFrom('', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'INVALID_REQUEST')
  fc.assert(
    fc.property(fc.oneof(odd, fc.string()), (text) => {
      expect(isErrorCode(text)).toBe(codes.has(text))
    }),
  )
})
