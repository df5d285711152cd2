import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isProtocolSupported,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
} from './headers.ts'

const number = fc.integer({ min: 0, max: 9999 })

test('supports the same major, at most one minor apart, in both directions', () => {
  const near = fc
    .tuple(number, fc.integer({ min: -3, max: 3 }))
    .map(([minor, step]) => [minor, Math.min(9999, Math.max(0, minor + step))] as const)
  fc.assert(
    fc.property(number, fc.oneof(near, fc.tuple(number, number)), (major, [theirs, ours]) => {
      const supported = isProtocolSupported(`${major}.${theirs}`, `${major}.${ours}`)
      expect(supported).toBe(Math.abs(theirs - ours) <= 1)
      expect(isProtocolSupported(`${major}.${ours}`, `${major}.${theirs}`)).toBe(supported)
    }),
  )
})

test('supports no other major', () => {
  fc.assert(
    fc.property(number, number, number, (one, other, minor) => {
      fc.pre(one !== other)
      expect(isProtocolSupported(`${one}.${minor}`, `${other}.${minor}`)).toBe(false)
    }),
  )
})

test('supports itself', () => {
  expect(isProtocolSupported(PROTOCOL_VERSION)).toBe(true)
})

test.each(['', '1', '1.', '.0', '1.0.0', 'v1.0', ' 1.0', '1.0\n', '-1.0', '1e0.0', '1.00000', 'null'])(
  'refuses %j',
  (theirs) => {
    expect(isProtocolSupported(theirs)).toBe(false)
  },
)

test('header names are lower case and of this project', () => {
  for (const name of [PROTOCOL_HEADER, SCOPE_HEADER, REQUEST_ID_HEADER]) {
    expect(name).toMatch(/^nectar-connect-[a-z]+$/)
  }
})
