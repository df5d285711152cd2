import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UTILITY_TYPES } from '../lib/utility-types.ts'
import {
  type ChangeStreamCursor,
  type ChangeStreamEnd,
  type ChangesResponse,
  type ConnectionChange,
  changeStreamCursor,
  changeStreamEnd,
  changesResponse,
  connectionChange,
} from './changes.ts'
import { type Check, InvalidValue, oneOf, readAs } from './check.ts'
import {
  type ConnectionsResponse,
  type ConnectionView,
  connectionsResponse,
  connectionView,
} from './connection.ts'
import { type Problem, problem } from './errors.ts'
import { type HealthResponse, healthResponse } from './health.ts'
import {
  type CreatedInvitation,
  createdInvitation,
  INVITATION_KINDS,
  type InvitationView,
  invitationView,
} from './invitation.ts'
import { PREFILL_CHECKS, PREFILL_FIELDS, type Prefill, type PrefillField } from './prefill.ts'
import {
  type RemindResponse,
  remindResponse,
  type SharedInvitationsResponse,
  type ShareResponse,
  sharedInvitationsResponse,
  shareResponse,
} from './sharing.ts'
import { type SharingPolicy, sharingPolicy } from './sharing-policy.ts'

/** What may be sent: the compiler holds each of these against the type, a test against the check. */
type Arbitrary<T> = fc.Arbitrary<T>

const text = fc.option(fc.string())
const count = fc.nat()
const site = fc.record({ id: fc.uuid(), name: text })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const connection: Arbitrary<ConnectionView> = fc.record({
  id: fc.uuid(),
  status: fc.string(),
  isActive: fc.boolean(),
  providerName: text,
  providerUrl: fc.option(fc.webUrl({ validSchemes: ['https'] })),
  country: text,
  utilityTypes: fc.array(fc.string()),
  sites: fc.array(site),
  createdAt: text,
  statusAt: text,
  statusSince: text,
  updatedAt: text,
  username: optional(fc.string()),
})

const permissions = fc.record({
  view: fc.boolean(),
  connect: fc.boolean(),
  reconnect: fc.boolean(),
  invite: fc.boolean(),
  revoke: fc.boolean(),
})

const terms: Arbitrary<SharingPolicy> = fc.record({
  mail: fc.constantFrom('nectar', 'host', null),
  allowLinks: fc.boolean(),
  expiresInMs: fc.option(count),
  allowedDomains: fc.option(fc.array(fc.domain())),
  ownName: text,
  ownEmail: fc.option(fc.emailAddress()),
})

const live = fc.constantFrom('stream', 'poll')

const change: Arbitrary<ConnectionChange> = fc.record({
  cursor: text,
  eventId: fc.string(),
  connectionId: fc.uuid(),
  from: text,
  to: fc.string(),
  at: fc.string(),
  source: fc.constantFrom('webhook', 'reconcile', 'poll'),
})

const invitationFields = {
  id: fc.uuid(),
  kind: fc.constantFrom(...INVITATION_KINDS),
  status: fc.string(),
  expiresInMs: fc.option(count),
  createdAt: text,
  useCount: count,
  maxUses: fc.option(count),
  requiresEmail: fc.boolean(),
  connectionId: fc.option(fc.uuid()),
  opened: fc.option(fc.boolean()),
  openedAt: text,
  usedAt: text,
  sites: fc.array(site),
  sharing: fc.option(
    fc.record({
      via: fc.constantFrom('email', 'link'),
      mail: fc.constantFrom('nectar', 'host', null),
      to: text,
      invitedBy: fc.option(fc.record({ name: text, isYou: fc.boolean() })),
      sentAt: text,
      remindedAt: text,
    }),
  ),
  createdConnections: fc.array(fc.record({ id: fc.uuid(), providerName: text, status: text })),
}
const invitation: Arbitrary<InvitationView> = fc.record(invitationFields)

interface Case<T> {
  check: Check<T>
  sent: Arbitrary<T>
}

const cases: Record<string, Case<object>> = {
  connectionView: { check: connectionView, sent: connection } satisfies Case<ConnectionView>,
  connectionsResponse: {
    check: connectionsResponse,
    sent: fc.record({
      connections: fc.array(connection, { maxLength: 3 }),
      permissions,
      administratorNames: fc.array(fc.string()),
      hostedOrigin: optional(fc.string()),
      sharing: terms,
      liveUpdates: live,
    }),
  } satisfies Case<ConnectionsResponse>,
  connectionChange: { check: connectionChange, sent: change } satisfies Case<ConnectionChange>,
  changesResponse: {
    check: changesResponse,
    sent: fc.record({ changes: fc.array(change), hasMore: fc.boolean() }),
  } satisfies Case<ChangesResponse>,
  changeStreamCursor: {
    check: changeStreamCursor,
    sent: fc.record({ cursor: fc.string(), liveUpdates: live }),
  } satisfies Case<ChangeStreamCursor>,
  changeStreamEnd: {
    check: changeStreamEnd,
    sent: fc.record({ reason: fc.constantFrom('time_limit', 'shutdown', 'failure') }),
  } satisfies Case<ChangeStreamEnd>,
  healthResponse: {
    check: healthResponse,
    sent: fc.record({
      status: fc.constant('ok' as const),
      protocol: fc.string(),
      webhooks: fc.constantFrom('not_configured', 'none_yet', 'arriving'),
      lastWebhookAt: text,
    }),
  } satisfies Case<HealthResponse>,
  invitationView: { check: invitationView, sent: invitation } satisfies Case<InvitationView>,
  createdInvitation: {
    check: createdInvitation,
    sent: fc.record({
      ...invitationFields,
      url: fc.webUrl(),
      setupProblems: optional(fc.array(fc.string())),
    }),
  } satisfies Case<CreatedInvitation>,
  problem: {
    check: problem,
    sent: fc.record({
      type: fc.string(),
      title: fc.string(),
      status: count,
      code: fc.string(),
      requestId: fc.string(),
      retryable: fc.boolean(),
      retryAfterMs: optional(count),
      issues: optional(fc.array(fc.record({ path: fc.string(), message: fc.string() }))),
      administratorNames: optional(fc.array(fc.string())),
      setupProblems: optional(fc.array(fc.string())),
    }),
  } satisfies Case<Problem>,
  shareResponse: {
    check: shareResponse,
    sent: fc.record({ invitation, outcome: fc.constantFrom('sent', 'already'), url: optional(fc.webUrl()) }),
  } satisfies Case<ShareResponse>,
  remindResponse: {
    check: remindResponse,
    sent: fc.record({ invitation, link: fc.constantFrom('kept', 'replaced'), url: optional(fc.webUrl()) }),
  } satisfies Case<RemindResponse>,
  sharedInvitationsResponse: {
    check: sharedInvitationsResponse,
    sent: fc.record({
      invitations: fc.array(invitation, { maxLength: 3 }),
      hasMore: fc.boolean(),
      counts: fc.record({ pending: count, used: count, closed: count }),
    }),
  } satisfies Case<SharedInvitationsResponse>,
  sharingTerms: { check: sharingPolicy, sent: terms } satisfies Case<SharingPolicy>,
}

const details = {
  country: optional(fc.constantFrom('US', 'CA', 'DE')),
  siteIds: optional(fc.array(fc.uuid(), { maxLength: 200 })),
  utilityTypes: optional(fc.array(fc.constantFrom(...UTILITY_TYPES, 'STEAM_2'), { maxLength: 20 })),
  startDate: optional(
    fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
  ownerEmail: optional(fc.constantFrom('maya@example.com', 'maya@xn--bcher-kva.example')),
}
const prefill: Arbitrary<Prefill> = fc.oneof(
  fc.record({ ...details, url: optional(fc.webUrl({ validSchemes: ['https'] })) }),
  fc.record({ ...details, datasourceId: optional(fc.constantFrom('cascadia-power', 'a')) }),
)

test('each field of a prefill passes its check as it is', () => {
  fc.assert(
    fc.property(prefill, (sent) => {
      for (const [name, value] of Object.entries(sent)) {
        if (value !== undefined) expect(PREFILL_CHECKS[name as PrefillField](value)).toEqual(value)
      }
    }),
  )
})

test('no check of a prefill answers anything but text, or throws anything but what is wrong', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...PREFILL_FIELDS), (value, field) => {
      const read = readAs<unknown>(PREFILL_CHECKS[field], value)
      expect([read].flat().every((item) => item === null || typeof item === 'string')).toBe(true)
    }),
  )
})

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe.each(Object.entries(cases))('%s', (_, { check, sent }) => {
  test('answers what was sent', () => {
    fc.assert(
      fc.property(sent, (value) => {
        expect(check(overTheWire(value))).toEqual(overTheWire(value))
      }),
    )
  })

  test('leaves out what a newer server says more', () => {
    fc.assert(
      fc.property(sent, fc.jsonValue(), (value, more) => {
        expect(check(overTheWire({ ...value, 'a-new-field': more }))).toEqual(overTheWire(value))
      }),
    )
  })

  test('never answers a field of another kind, and names its place', () => {
    const fields = fc.sample(sent, 1).flatMap(Object.keys)
    fc.assert(
      fc.property(sent, fc.constantFrom(...fields), (value, field) => {
        try {
          // A symbol is of no kind that anything here can be.
          const answered = check({ ...(overTheWire(value) as object), [field]: Symbol('odd') })
          expect(typeof Reflect.get(answered, field)).not.toBe('symbol')
        } catch (error) {
          if (!(error instanceof InvalidValue)) throw error
          expect(error.path).toEqual([field])
        }
      }),
    )
  })

  test.each([null, undefined, 7, 'text', true, [[]]])('is not %j', (value) => {
    expect(readAs(check, value)).toBeNull()
  })
})

test('says where and what was expected, and not what came', () => {
  expect(() => connectionsResponse({ connections: [{ id: 'a-secret' }] })).toThrow(
    'connections.0.id is not a UUID.',
  )
  expect(() => oneOf(['a', 'b'])('a-secret')).toThrow('The value is not one of a, b.')
})

test('a fault of a check of its own is not taken for a value that does not fit', () => {
  const broken: Check<string> = () => {
    throw new TypeError('broken')
  }
  expect(() => readAs(broken, '')).toThrow(TypeError)
})
