import { samples } from '@nectar-connect/test-kit/samples'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nectarConnectionPage } from './connection.ts'
import { nectarInvitationPage } from './invitation.ts'

test('reads the documented page of connections', () => {
  const page = nectarConnectionPage.parse(samples.connectionsPage)
  expect(page).toMatchObject({ totalPages: 1, currentPage: 1, hasNext: false })
  expect(page.connections.map(({ status }) => status)).toEqual(['PASSWORD_INCORRECT'])
})

test('an envelope that cannot be read ends the pages instead of going round for ever', () => {
  fc.assert(
    fc.property(
      fc.anything().filter((value) => typeof value !== 'boolean'),
      fc.anything(),
      (hasNext, totalPages) => {
        const page = nectarConnectionPage.parse({ ...samples.connectionsPage, hasNext, totalPages })
        expect(page.hasNext).toBe(false)
        expect(page.connections).toHaveLength(1)
      },
    ),
  )
})

test('one connection that cannot be read does not cost the others', () => {
  const connections = [{ id: 'junk' }, ...samples.connectionsPage.connections, 7]
  expect(nectarConnectionPage.parse({ connections, hasNext: true })).toMatchObject({
    hasNext: true,
    connections: [{}],
  })
})

test.each([
  [
    'the pattern of the other pages',
    { totalInvitations: 1, hasNext: true, invitations: [samples.invitation] },
    true,
  ],
  ['items', { items: [samples.invitation], hasNext: false }, false],
  ['results', { count: 1, results: [samples.invitation] }, false],
  ['another name', { companyInvitations: [samples.invitation], hasNext: true }, true],
  ['a bare array', [samples.invitation], false],
])('reads a page of invitations in %s', (_, body, hasNext) => {
  const page = nectarInvitationPage.parse(body)
  expect(page.hasNext).toBe(hasNext)
  expect(page.invitations.map(({ id }) => id)).toEqual([samples.invitation.id])
})

test.each([
  ['nothing', {}],
  ['an error', { detail: 'Not found.' }],
  ['null', null],
  ['text', 'maintenance'],
])('refuses what holds no list: %s', (_, body) => {
  expect(nectarConnectionPage.safeParse(body).success).toBe(false)
  expect(nectarInvitationPage.safeParse(body).success).toBe(false)
})

test('never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      nectarConnectionPage.safeParse(body)
      nectarInvitationPage.safeParse(body)
    }),
  )
})
