import { expect, test } from 'vitest'
import { said } from './said.ts'

test('a message is found as it stands, and no longer one', () => {
  expect('Note (optional)').toMatch(said('Note (optional)'))
  expect('Note (optional) here').not.toMatch(said('Note (optional)'))
  expect('Note optional').not.toMatch(said('Note (optional)'))
})

test('with whatever stands in its places, in any of its forms', () => {
  const send = { one: 'Send link', other: 'Send {count} links' }
  expect('Send link').toMatch(said(send))
  expect('Send 3 links').toMatch(said(send))
  expect('Send links').not.toMatch(said(send))
})
