import { expect, test } from 'vitest'
import { checkRecipient, recipientOf } from './recipient.ts'

test.each([
  ['', 'missing'],
  ['  ', 'missing'],
  ['dana', 'invalid'],
  ['Dana Ruiz', 'invalid'],
  ['dana@harrow.example', null],
  [' Dana Ruiz <dana@harrow.example> ', null],
  ['<dana@harrow.example>', null],
  ['dana@elsewhere.example', 'domain'],
  ['dana@harrow.example, theo@harrow.example', 'several'],
  ['Dana <dana@harrow.example>; Theo <theo@harrow.example>', 'several'],
  ['dana@harrow.example\ntheo@elsewhere.example', 'several'],
  ['dana@harrow.example, theo', 'invalid'],
] as const)('%j: %s', (text, problem) => {
  expect(checkRecipient(text, ['harrow.example'])).toBe(problem)
})

test('a name beside an address is no part of it', () => {
  expect(recipientOf('Dana Ruiz <dana@harrow.example>')).toBe('dana@harrow.example')
  expect(checkRecipient('dana@anywhere.example', null)).toBeNull()
})
