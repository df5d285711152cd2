import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filterOf,
  NOTE_LENGTH,
  previewMailRequest,
  RECIPIENTS_AT_ONCE,
  remindRequest,
  sharedStage,
  shareInvitationsRequest,
  shareLinkRequest,
} from './sharing.ts'

const attemptId = 'a6c70a54-34e7-4277-80b0-412869ce087c'
const connectionId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const contributor = { kind: 'contributor', attemptId, to: ['dana@northpoint.example'] }

test('takes an invitation for one address or several', () => {
  expect(shareInvitationsRequest.parse(contributor)).toEqual(contributor)
  const reconnect = { ...contributor, kind: 'reconnect', connectionId, language: 'ar' }
  expect(shareInvitationsRequest.parse(reconnect)).toEqual(reconnect)
})

test.each([
  ['no address', { ...contributor, to: [] }],
  ['too many addresses', { ...contributor, to: Array(RECIPIENTS_AT_ONCE + 1).fill('a@b.example') }],
  ['what is no address', { ...contributor, to: ['dana'] }],
  ['a second recipient in one address', { ...contributor, to: ['a@b.example, c@d.example'] }],
  ['a header in an address', { ...contributor, to: ['a@b.example\nBcc: c@d.example'] }],
  ['a company', { ...contributor, companyId: connectionId }],
  ['a reconnect without its connection', { ...contributor, kind: 'reconnect' }],
  ['a contributor with a connection', { ...contributor, connectionId }],
  ['a note that is too long', { ...contributor, note: 'x'.repeat(NOTE_LENGTH + 1) }],
  ['a language that no mail is written in', { ...contributor, language: 'tlh' }],
])('refuses %s', (_, body) => {
  expect(shareInvitationsRequest.safeParse(body).success).toBe(false)
})

test('a link, a preview and a reminder name no address', () => {
  const to = ['dana@northpoint.example']
  expect(shareLinkRequest.safeParse({ kind: 'contributor', attemptId }).success).toBe(true)
  expect(shareLinkRequest.safeParse({ kind: 'contributor', attemptId, to }).success).toBe(false)
  expect(previewMailRequest.safeParse({ kind: 'contributor', note: 'Hi' }).success).toBe(true)
  expect(previewMailRequest.safeParse({ kind: 'contributor', to }).success).toBe(false)
  expect(remindRequest.safeParse({ attemptId }).success).toBe(true)
  expect(remindRequest.safeParse({ attemptId, to }).success).toBe(false)
})

describe('the stage of a shared invitation', () => {
  const made = { id: connectionId, providerName: null, status: null }
  const fresh = { status: 'ACTIVE', useCount: 0, opened: null, createdConnections: [] }
  test.each([
    ['sent', {}],
    ['sent', { opened: false }],
    ['opened', { opened: true }],
    ['received', { useCount: 1 }],
    ['received', { status: 'FULFILLED' }],
    ['received', { status: 'REVOKED', useCount: 1 }],
    ['received', { status: 'EXPIRED', createdConnections: [made] }],
    ['expired', { status: 'EXPIRED', opened: true }],
    ['withdrawn', { status: 'REVOKED' }],
    ['unknown', { status: 'ON_HOLD' }],
  ] as const)('is %s', (stage, over) => {
    expect(
      sharedStage({
        ...fresh,
        ...over,
        createdConnections: [...((over as typeof fresh).createdConnections ?? [])],
      }),
    ).toBe(stage)
  })

  test('is never more than was proved: only a use is "received"', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(3), fc.option(fc.boolean()), (status, useCount, opened) => {
        const stage = sharedStage({ status, useCount, opened, createdConnections: [] })
        expect(stage === 'received').toBe(useCount > 0 || status.toUpperCase() === 'FULFILLED')
      }),
    )
  })

  test('has one filter, and what nobody knows is not over', () => {
    expect((['sent', 'opened', 'unknown'] as const).map(filterOf)).toEqual(Array(3).fill('waiting'))
    expect((['expired', 'withdrawn'] as const).map(filterOf)).toEqual(['over', 'over'])
    expect(filterOf('received')).toBe('received')
  })
})
