import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuid } from './primitives.ts'

test('takes every UUID, whatever its version and letter case', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (id, upper) => {
      const text = upper ? id.toUpperCase() : id
      expect(uuid.parse(text)).toBe(text)
    }),
  )
})

test.each([
  '',
  'a6c70a54',
  '../a6c70a54-34e7-4277-80b0-412869ce087c',
  'a6c70a54-34e7-4277-80b0-412869ce087c/revoke',
  'a6c70a54-34e7-4277-80b0-412869ce087c\n',
  '{a6c70a54-34e7-4277-80b0-412869ce087c}',
  null,
  7,
])('refuses %j', (value) => {
  expect(uuid.safeParse(value).success).toBe(false)
})
