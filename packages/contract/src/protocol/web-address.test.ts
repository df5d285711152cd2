import { expect, test } from 'vitest'
import { webAddress } from './web-address.ts'

const takes = (text: unknown, ...protocols: ('https:' | 'http:')[]) =>
  webAddress(...protocols).safeParse(text).success

test('a whole URL of one of its protocols', () => {
  expect(takes('https://dash.nectarclimate.com/p/i/inv_1', 'https:')).toBe(true)
  expect(takes('http://localhost:4010/p/i/inv_1', 'https:', 'http:')).toBe(true)
})

test.each([
  'http://dash.nectarclimate.com',
  'javascript:alert(1)',
  'data:text/html,hello',
  '//dash.nectarclimate.com',
  '/p/i/inv_1',
  'https://',
  '',
  null,
  7,
])('%o is refused', (text) => {
  expect(takes(text, 'https:')).toBe(false)
})
