import { MAX_NOTE_LENGTH } from '@nectar-connect/contract/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createInvitationRequest, remindRequest, shareRequest } from './requests.ts'

const idempotencyKey = 'a6c70a54-34e7-4277-80b0-412869ce087c'
const connectionId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

describe('for the person here', () => {
  const contributor = { kind: 'contributor', idempotencyKey, reason: 'first' }
  const reconnect = { kind: 'reconnect', idempotencyKey, reason: 'expired', connectionId }

  test.each([
    ['contributor', contributor],
    ['reconnect', reconnect],
    ['with a prefill, which is read later', { ...contributor, prefill: { country: 7, unknown: null } }],
    ['with the data of the host', { ...contributor, input: { siteId: 7, nested: { anything: [null] } } }],
  ])('takes %s', (_, body) => {
    expect(createInvitationRequest.parse(body)).toEqual(body)
  })

  test.each([
    ['reconnect without a connection', { ...reconnect, connectionId: undefined }],
    ['reconnect of what is no id', { ...reconnect, connectionId: '../company' }],
    ['contributor with a connection', { ...contributor, connectionId }],
    ['an unknown kind', { ...contributor, kind: 'magic-link' }],
    ['an unknown reason', { ...contributor, reason: 'because' }],
    ['no attempt', { ...contributor, idempotencyKey: undefined }],
    ['an attempt that is no UUID', { ...contributor, idempotencyKey: 'again' }],
    ['a prefill that is no object', { ...contributor, prefill: ['US'] }],
    ['a prefill for a reconnect', { ...reconnect, prefill: { country: 'US' } }],
    ['input that is no object', { ...contributor, input: ['a'] }],
    ['nothing', null],
  ])('refuses %s', (_, body) => {
    expect(createInvitationRequest.safeParse(body).success).toBe(false)
  })

  test('refuses every unknown field, such as a company of the browser’s choice', () => {
    const known = ['kind', 'idempotencyKey', 'reason', 'connectionId', 'input', 'prefill']
    const unknown = fc.oneof(
      fc.constantFrom('companyId', 'maxUses', 'sendEmail', 'prefills', 'constructor'),
      fc.string({ minLength: 1 }).filter((name) => !known.includes(name) && name !== '__proto__'),
    )
    fc.assert(
      fc.property(fc.constantFrom(contributor, reconnect), unknown, fc.anything(), (body, name, value) => {
        expect(createInvitationRequest.safeParse({ ...body, [name]: value }).success).toBe(false)
      }),
    )
  })
})

describe('for a colleague', () => {
  const contributor = { kind: 'contributor', idempotencyKey, to: 'dana@northpoint.example' }

  test('takes an invitation for one address, or for whoever has its link', () => {
    expect(shareRequest.parse(contributor)).toEqual(contributor)
    const link = { ...contributor, to: null }
    expect(shareRequest.parse(link)).toEqual(link)
    const reconnect = { ...contributor, kind: 'reconnect', connectionId, language: 'ar' }
    expect(shareRequest.parse(reconnect)).toEqual(reconnect)
  })

  test.each([
    ['what says neither', { ...contributor, to: undefined }],
    ['an empty address', { ...contributor, to: '' }],
    ['several addresses', { ...contributor, to: ['a@b.example', 'c@d.example'] }],
    ['what is no address', { ...contributor, to: 'dana' }],
    ['a second recipient in one address', { ...contributor, to: 'a@b.example, c@d.example' }],
    ['a header in an address', { ...contributor, to: 'a@b.example\nBcc: c@d.example' }],
    ['a company', { ...contributor, companyId: connectionId }],
    ['a reconnect without its connection', { ...contributor, kind: 'reconnect' }],
    ['a contributor with a connection', { ...contributor, connectionId }],
    ['a note that is too long', { ...contributor, note: 'x'.repeat(MAX_NOTE_LENGTH + 1) }],
    ['a language that no mail is written in', { ...contributor, language: 'tlh' }],
  ])('refuses %s', (_, body) => {
    expect(shareRequest.safeParse(body).success).toBe(false)
  })

  test('a reminder names no address', () => {
    expect(remindRequest.safeParse({ idempotencyKey }).success).toBe(true)
    expect(remindRequest.safeParse({ idempotencyKey, to: contributor.to }).success).toBe(false)
  })
})
