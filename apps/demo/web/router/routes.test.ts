import { expect, test } from 'vitest'
import { matchRoute } from './routes.ts'

test.each([
  ['/app', 'overview'],
  ['/app/', 'overview'],
  ['/app/utilities', 'utilities'],
  ['/app/set-up/', 'setup'],
  ['/', null],
  ['/app/nothing', null],
  ['/app/utilities/more', null],
])('%s is %s', (path, route) => {
  expect(matchRoute(path)).toBe(route)
})
