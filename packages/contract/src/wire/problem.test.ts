import { expect, test } from 'vitest'
import { readAs } from './check.ts'
import { PROBLEM_MEDIA_TYPE, problem } from './problem.ts'

test.each([
  ['an error page', '<html></html>'],
  ['another problem', { title: 'Nope', status: 404 }],
  ['null', null],
])('is not mistaken for %s', (_, body) => {
  expect(readAs(problem, body)).toBeNull()
})

test('has the media type of RFC 9457', () => {
  expect(PROBLEM_MEDIA_TYPE).toBe('application/problem+json')
})
