import { expect, test } from 'vitest'
import { matchRoute, utilityPath } from './routes.ts'

const ID = '5f0f5be4-3c3a-4e5e-9b4e-0a5f6c1d2e3f'

test.each([
  ['/app', { page: 'overview' }],
  ['/app/', { page: 'overview' }],
  ['/app/utilities', { page: 'utilities' }],
  ['/app/set-up/', { page: 'setup' }],
  [utilityPath(ID), { page: 'utility', connectionId: ID }],
  [`${utilityPath(ID)}/`, { page: 'utility', connectionId: ID }],
  ['/', null],
  ['/app/nothing', null],
  ['/app/utilities/more', null],
  [`${utilityPath(ID)}/more`, null],
])('%s is %o', (path, route) => {
  expect(matchRoute(path)).toEqual(route)
})
