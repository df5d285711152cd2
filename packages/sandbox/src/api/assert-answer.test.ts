import {
  nectarCompanies,
  nectarConnection,
  nectarConnectionPage,
  nectarInvitation,
} from '@nectar-connect/contract/nectar'
import { samples } from '@nectar-connect/test-kit/samples'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createWorld } from '../core/world.ts'
import { DEFAULT_API_KEY, resolveOptions } from '../lib/options.ts'
import { assertAnswer } from './assert-answer.ts'
import { createRouter } from './route.ts'

const [connection] = samples.connectionsPage.connections

test('the documented samples keep the contract', () => {
  assertAnswer(nectarCompanies, [samples.company])
  assertAnswer(nectarInvitation, samples.invitation)
  assertAnswer(nectarConnectionPage, samples.connectionsPage)
})

test.each([
  ['a missing field', { ...connection, country: undefined }, 'country'],
  ['a wrong type', { ...connection, isActive: 'yes' }, 'isActive'],
  ['a wrong date-time', { ...connection, created: 'yesterday' }, 'created'],
  ['a broken id', { ...connection, id: 'x' }, 'id'],
  ['an item that cannot be read', { ...connection, initialSites: ['x'] }, 'initialSites'],
  [
    'something wrong further in',
    { ...connection, company: { ...connection?.company, name: 1 } },
    'company.name',
  ],
])('%s does not', (_, body, field) => {
  expect(() => assertAnswer(nectarConnection, body)).toThrow(`"${field}"`)
})

test.each([
  [true, { status: 500, body: { detail: expect.stringContaining('"isActive"') } }],
  [false, { status: 200, body: { isActive: 'yes' } }],
])('a mistake of the sandbox is told, if that is wanted: %s', async (checkAnswers, expected) => {
  const world = createWorld(resolveOptions({ checkAnswers }))
  const app = new Hono()
  const body = { ...connection, isActive: 'yes' }
  createRouter(world, app)('GET', '/mistaken', () => ({ status: 200, body, schema: nectarConnection }))
  const answer = await app.request('/v2.2/mistaken', { headers: { 'X-API-Key': DEFAULT_API_KEY } })
  expect({ status: answer.status, body: await answer.json() }).toMatchObject(expected)
})
