import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHANGE_STREAM_EVENTS,
  changeStreamCursor,
  changeStreamEnd,
  changesResponse,
  connectionChange,
} from './changes.ts'
import { readAs } from './check.ts'
import { connectionView } from './connection.ts'
import { PROBLEM_MEDIA_TYPE, problem } from './errors.ts'
import {
  isProtocolSupported,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
} from './headers.ts'
import { healthResponse } from './health.ts'
import { createdInvitation, invitationView } from './invitation.ts'
import { createRequestId, isRequestId } from './request-id.ts'

const id = 'a6c70a54-34e7-4277-80b0-412869ce087c'

const connection = {
  id,
  status: 'CONNECTED',
  isActive: true,
  providerName: 'LADWP',
  providerUrl: 'https://ladwp.com',
  country: 'US',
  utilityTypes: ['WATER'],
  sites: [],
  createdAt: null,
  statusAt: null,
  statusSince: null,
  updatedAt: null,
}

const invitation = {
  id,
  kind: 'contributor',
  status: 'ACTIVE',
  expiresInMs: 3_600_000,
  createdAt: null,
  useCount: 0,
  maxUses: 1,
  requiresEmail: false,
  connectionId: null,
  opened: null,
  openedAt: null,
  usedAt: null,
  sites: [],
  sharing: null,
  createdConnections: [],
}

const change = {
  cursor: 'epoch.1',
  eventId: 'msg_1',
  connectionId: id,
  from: 'CONNECTED',
  to: 'PASSWORD_INCORRECT',
  at: '2024-09-13T08:02:11.410220Z',
  source: 'webhook',
}

const health = { status: 'ok', protocol: '1.0', webhooks: 'not_configured', lastWebhookAt: null }

/** What a browser must not see, should a server of ours ever send it. */
const leaks = {
  token: 'token',
  companyId: 'company',
  publicCompanyId: 'company',
  connectionMagicLinkSecret: 'secret',
  emails: ['a@b.co'],
  allowedEmails: ['a@b.co'],
}

test.each([
  ['a connection', connectionView, connection],
  ['an invitation', invitationView, invitation],
  ['a change', connectionChange, change],
  ['the health', healthResponse, health],
  ['a page of changes', changesResponse, { changes: [change], hasMore: false }],
])('%s is read, and drops what a browser must not see', (_, check, body: object) => {
  expect(check({ ...body, ...leaks, url: 'https://dash.nectarclimate.com/p/i/token' })).toEqual(body)
})

test('a newer server may say more than we know', () => {
  expect(connectionChange({ ...change, source: 'oracle' }).source).toBe('webhook')
  expect(changeStreamCursor({ cursor: 'e.1', liveUpdates: 'telepathy' }).liveUpdates).toBe('stream')
  expect(changeStreamEnd({ reason: 'boredom' }).reason).toBe('failure')
})

test.each([
  [
    'the address of a provider',
    connectionView,
    connection,
    'providerUrl',
    ['http://ladwp.com', 'javascript:alert(1)', 'data:text/html,hello', 'ladwp.com', ''],
  ],
  [
    'a page to show',
    createdInvitation,
    { ...invitation, url: 'http://127.0.0.1:4000/p/i/token' },
    'url',
    ['javascript:alert(1)', 'data:text/html,hello', 'file:///etc/hosts', '/p/i/token', ''],
  ],
] as const)('only a safe URL is taken for %s', (_, check, body: object, field, urls) => {
  expect(readAs<object>(check, body)).toEqual(body)
  for (const url of urls) expect(readAs<object>(check, { ...body, [field]: url })).toBeNull()
})

test.each([
  ['a change without a connection', connectionChange, { ...change, connectionId: undefined }],
  ['a change to no status', connectionChange, { ...change, to: undefined }],
  ['a change without a time', connectionChange, { ...change, at: undefined }],
  ['a change without an event', connectionChange, { ...change, eventId: undefined }],
  ['an error page', problem, '<html></html>'],
  ['another problem', problem, { title: 'Nope', status: 404 }],
  ['another health route', healthResponse, { status: 'ok' }],
])('%s is refused', (_, check, body) => {
  expect(readAs<object>(check, body)).toBeNull()
})

test('the names on the wire', () => {
  const events = ['ready', 'reset', 'change', 'invitations', 'ping', 'end']
  expect(CHANGE_STREAM_EVENTS).toEqual(Object.fromEntries(events.map((name) => [name, name])))
  expect(PROBLEM_MEDIA_TYPE).toBe('application/problem+json')
  for (const name of [PROTOCOL_HEADER, SCOPE_HEADER, REQUEST_ID_HEADER]) {
    expect(name).toMatch(/^nectar-connect-[a-z]+$/)
  }
})

describe('a version of the protocol', () => {
  const number = fc.integer({ min: 0, max: 9999 })

  test('is supported with the same major, at most one minor apart, in both directions', () => {
    const near = fc
      .tuple(number, fc.integer({ min: -3, max: 3 }))
      .map(([minor, step]) => [minor, Math.min(9999, Math.max(0, minor + step))] as const)
    fc.assert(
      fc.property(number, fc.oneof(near, fc.tuple(number, number)), (major, [theirs, ours]) => {
        const supported = isProtocolSupported(`${major}.${theirs}`, `${major}.${ours}`)
        expect(supported).toBe(Math.abs(theirs - ours) <= 1)
        expect(isProtocolSupported(`${major}.${ours}`, `${major}.${theirs}`)).toBe(supported)
      }),
    )
    expect(isProtocolSupported(PROTOCOL_VERSION)).toBe(true)
  })

  test('is not supported with another major', () => {
    fc.assert(
      fc.property(number, number, number, (one, other, minor) => {
        fc.pre(one !== other)
        expect(isProtocolSupported(`${one}.${minor}`, `${other}.${minor}`)).toBe(false)
      }),
    )
  })

  test.each(['', '1', '1.', '.0', '1.0.0', 'v1.0', ' 1.0', '1.0\n', '-1.0', '1e0.0', '1.00000', 'null'])(
    'is not %j',
    (theirs) => {
      expect(isProtocolSupported(theirs)).toBe(false)
    },
  )
})

describe('a request id', () => {
  test('is made from any bytes, and recognized', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const made = createRequestId((target) => {
          target.set(bytes)
          return target
        })
        expect(made).toMatch(/^NC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(isRequestId(made)).toBe(true)
      }),
    )
  })

  test('uses the whole alphabet evenly', () => {
    const letters = Array.from({ length: 32 }, (_, start) =>
      createRequestId((bytes) => bytes.map((_, at) => start * 8 + at)),
    ).flatMap((made) => [...made.replace(/NC-|-/g, '')])
    expect(new Set(letters).size).toBe(32)
    for (const letter of letters) expect(letters.filter((each) => each === letter)).toHaveLength(8)
  })

  test('is random by itself', () => {
    expect(new Set(Array.from({ length: 500 }, () => createRequestId())).size).toBe(500)
  })

  test.each([
    '',
    'NC-7F3K-92Q',
    'NC-7F3K-92QDD',
    'NC-7F3K92QD',
    'nc-7f3k-92qd',
    'NC-7F3I-92QD',
    'NC-7F3K-92QU',
    ' NC-7F3K-92QD',
    'NC-7F3K-92QD\n',
    '<b>NC-7F3K-92QD</b>',
  ])('is not %j', (text) => {
    expect(isRequestId(text)).toBe(false)
  })
})
