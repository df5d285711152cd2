import { nectarPrefill, UTILITY_TYPES } from '@nectar-connect/contract/nectar'
import * as z from 'zod/mini'

const text = z.string()
const time = z.number()
const count = z.int().check(z.minimum(0))
const maybe = z.nullable(text)
const texts = z.array(text)

const company = z.strictObject({ id: text, publicId: text, name: text, externalId: maybe, users: texts })

const site = z.strictObject({
  id: text,
  companyId: text,
  name: text,
  externalId: maybe,
  address: maybe,
  path: texts,
  dataCollectionStopDate: maybe,
})

const connection = z.strictObject({
  id: text,
  companyId: text,
  externalId: maybe,
  status: text,
  statusErrorDetail: maybe,
  isActive: z.boolean(),
  created: time,
  updated: time,
  statusLastUpdate: time,
  statusFirstSeen: time,
  datasource: z.strictObject({ name: text, url: text }),
  country: text,
  siteIds: texts,
  utilityTypes: texts,
  username: text,
  ownerEmail: maybe,
  dataCollectionStartDate: maybe,
  magicLinkSecret: text,
  accounts: z.array(z.strictObject({ id: text, accountNumber: text, status: text, datasourceType: text })),
})

const audit = z.strictObject({
  id: text,
  eventType: z.enum(['VIEWED', 'EMAIL_VERIFIED', 'USED', 'REVOKED']),
  at: time,
  email: maybe,
})

const invitation = z.strictObject({
  id: text,
  token: text,
  invitationType: z.enum(['CREATE_CONNECTION', 'EDIT_CONNECTION']),
  companyId: text,
  connectionId: maybe,
  allowedEmails: texts,
  sendEmail: z.boolean(),
  createdAt: time,
  expiresAt: z.nullable(time),
  maxUses: z.nullable(count),
  useCount: count,
  revokedAt: z.nullable(time),
  prefill: nectarPrefill,
  createdConnectionIds: texts,
  audit: z.array(audit),
})

const mail = z.strictObject({
  id: text,
  number: count,
  kind: z.enum(['invitation', 'code', 'host']),
  invitationId: maybe,
  from: text,
  to: text,
  subject: text,
  text,
  html: maybe,
  at: time,
  url: maybe,
  code: maybe,
})

const challenge = z.enum(['security-code', 'security-question', 'new-password', 'no-accounts'])
const step = z.enum([
  ...(['email', 'code', 'find', 'address', 'sign-in', 'codes', 'configure', 'done'] as const),
  ...(['security-code', 'security-question', 'new-password', 'no-accounts'] as const),
])
const marks = ['peaks', 'flame', 'waves', 'sun', 'harbor', 'rings', 'drop', 'bolt', 'steam', 'hive'] as const
const provider = z.strictObject({
  name: text,
  url: text,
  listed: z.nullable(
    z.strictObject({ types: z.array(z.enum(UTILITY_TYPES)), color: text, mark: z.enum(marks) }),
  ),
})

/** Somebody's way through the hosted page. A password is never part of it. */
const flow = z.strictObject({
  id: text,
  invitationId: text,
  step,
  verifiedEmail: maybe,
  mailed: z.nullable(z.strictObject({ email: text, code: text, triesLeft: count })),
  provider: z.nullable(provider),
  start: z.enum(['find', 'sign-in', 'codes']),
  candidate: z.nullable(provider),
  login: z.nullable(z.strictObject({ username: text, outcome: maybe })),
  challenge: z.nullable(z.strictObject({ kind: challenge, triesLeft: count })),
  choices: z.nullable(z.strictObject({ sites: texts, types: texts, since: text, owner: text })),
  summary: z.nullable(z.strictObject({ at: time, siteCount: count, types: texts, since: maybe })),
})

const endpoint = z.strictObject({
  target: z.nullable(
    z.strictObject({
      url: text,
      secret: text,
      format: z.enum(['guide', 'catalog', 'lean', 'envelope']),
      headers: z.enum(['svix', 'webhook']),
      retryScale: z.number(),
    }),
  ),
  disabledBy: z.nullable(z.enum(['hand', 'failures'])),
  failingSince: z.nullable(time),
  earlier: z.array(z.strictObject({ secret: text, until: time })),
})

const delivery = z.strictObject({
  id: text,
  type: text,
  connectionId: maybe,
  createdAt: time,
  state: z.enum(['held', 'sending', 'waiting', 'delivered', 'given-up', 'not-sent']),
  nextAttemptAt: z.nullable(time),
  attempts: z.array(
    z.strictObject({
      at: time,
      outcome: z.enum(['accepted', 'refused', 'timed-out', 'unreachable']),
      status: z.nullable(z.int()),
    }),
  ),
  body: z.record(text, z.unknown()),
  tries: count,
})

/** Of the shape below. A change to it that older readers would misread gets the next number. */
export const SAVED_VERSION = 1

/** What a sandbox holds, to go on from later. Stamps are microseconds, other times milliseconds since the epoch. */
export const savedSandbox = z.strictObject({
  format: z.literal('nectar-sandbox'),
  version: z.literal(SAVED_VERSION),
  companies: z.array(company),
  sites: z.array(site),
  connections: z.array(connection),
  invitations: z.array(invitation),
  mails: z.array(mail),
  mailsFiled: count,
  flows: z.array(flow),
  checks: z.array(z.strictObject({ connectionId: text, outcome: text, at: time })),
  webhooks: z.strictObject({ isHolding: z.boolean(), endpoint, deliveries: z.array(delivery) }),
  stats: z.strictObject({ invitationsCreated: count, requests: z.record(text, count) }),
  checkDelayMs: z.number().check(z.minimum(0)),
  time: z.strictObject({ shiftMs: z.number(), skewMs: z.number(), frozenAt: z.nullable(time) }),
  /** The stamp that was given last. */
  lastStamp: time,
  /** How far a seeded source of ids has got; null: it was random. */
  idPosition: z.nullable(z.number()),
})

/** All that a sandbox holds, as JSON: what `save()` answers and `restore()` takes. */
export type SavedSandbox = z.output<typeof savedSandbox>
