import * as z from 'zod/mini'
import { readMailAddress } from '../lib/mail-address.ts'
import { arrayOfReadable, lenient, lenientArray, nectarTimestamp, pageEnvelope, uuid } from './primitives.ts'

/** As it was given: whether Nectar writes addresses in lower case is not documented. */
const mailAddress = z.string().check(z.refine((text) => readMailAddress(text) !== null))

/** What an invitation may fill in beforehand. Contributor invitations only. */
export const nectarPrefill = z.strictObject({
  datasourceId: z.optional(z.string()),
  url: z.optional(z.string()),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  initialSites: z.optional(z.array(uuid)),
  utilityTypes: z.optional(z.array(z.string())),
  connectionOwnerEmail: z.optional(mailAddress),
  dataCollectionStartDate: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
})
/** What is filled in on Nectar's page beforehand, for a new connection. */
export type NectarPrefill = z.output<typeof nectarPrefill>

/** Body of `POST /invitation/company/{id}` and `POST /invitation/connection/{id}` (there without `prefill`). */
export const nectarInvitationCreate = z.strictObject({
  allowedEmails: z.optional(z.array(mailAddress)),
  /** Seconds, at least 60; left out: never expires. */
  expiresInSeconds: z.optional(z.int().check(z.minimum(60))),
  /** Left out: unlimited. */
  maxUses: z.optional(z.int().check(z.minimum(1))),
  sendEmail: z.optional(z.boolean()),
  prefill: z.optional(nectarPrefill),
})
export type NectarInvitationCreate = z.output<typeof nectarInvitationCreate>

const createdConnection = z.object({
  id: uuid,
  datasourceName: lenient(z.string(), null),
  status: lenient(z.string(), null),
  created: lenient(nectarTimestamp, null),
})

/** An invitation. `status` keeps values that are not documented yet. */
export const nectarInvitation = z.object({
  id: uuid,
  token: lenient(z.string(), null),
  invitationType: z.string(),
  status: z.string(),
  invitationUrl: lenient(z.string(), null),
  companyId: lenient(uuid, null),
  connectionId: lenient(uuid, null),
  allowedEmails: lenientArray(z.string()),
  /** Null: never. */
  expiresAt: lenient(nectarTimestamp, null),
  /** Null: unlimited. */
  maxUses: lenient(z.number(), null),
  useCount: lenient(z.number(), 0),
  createdAt: lenient(nectarTimestamp, null),
  createdConnections: lenientArray(createdConnection),
  prefill: lenient(z.object({ initialSites: z.optional(lenientArray(uuid)) }), null),
})
export type NectarInvitation = z.output<typeof nectarInvitation>

const auditEvent = z.object({
  /** The event's name as it came, in lower case. */
  name: z.string(),
  at: z.nullable(z.string()),
})
export type AuditEvent = z.output<typeof auditEvent>

/** `GET /invitation/{id}` adds an audit log whose field and event names are not documented: see `auditEvents`. */
export const nectarInvitationDetail = z.pipe(
  z.pipe(
    z.looseObject({}),
    z.transform((raw) => ({ invitation: raw, audit: auditEvents(raw) })),
  ),
  z.object({ invitation: nectarInvitation, audit: z.array(auditEvent) }),
)
export type NectarInvitationDetail = z.output<typeof nectarInvitationDetail>

/** The audit log: the first array of objects with a name-like string that is not `createdConnections`. */
function auditEvents(raw: Record<string, unknown>): AuditEvent[] {
  for (const [field, value] of Object.entries(raw)) {
    if (field === 'createdConnections' || !Array.isArray(value)) continue
    const events = value.flatMap((item) => readAuditEvent(item) ?? [])
    if (events.length > 0) return events
  }
  return []
}

const NAME_FIELDS = ['eventType', 'event', 'type', 'action', 'name']
const TIME_FIELDS = ['createdAt', 'timestamp', 'occurredAt', 'created', 'time', 'at', 'date']

function readAuditEvent(item: unknown): AuditEvent | null {
  if (typeof item !== 'object' || item === null) return null
  const entry = item as Record<string, unknown>
  const name = NAME_FIELDS.map((field) => entry[field]).find((value) => typeof value === 'string')
  if (typeof name !== 'string') return null
  const at = TIME_FIELDS.map((field) => entry[field]).find(
    (value) => nectarTimestamp.safeParse(value).success,
  )
  return { name: name.toLowerCase(), at: typeof at === 'string' ? at : null }
}

/** `GET /invitation/company/{id}`, whose keys are not documented: `invitations`, a bare array, or the first one. */
export const nectarInvitationPage = z.pipe(
  z.transform((value: unknown) => {
    if (Array.isArray(value)) return { invitations: value, hasNext: false }
    if (typeof value !== 'object' || value === null) return value
    const page = value as Record<string, unknown>
    return { ...page, invitations: page.invitations ?? Object.values(page).find(Array.isArray) }
  }),
  z.object({ ...pageEnvelope, invitations: arrayOfReadable(nectarInvitation) }),
)
export type NectarInvitationPage = z.output<typeof nectarInvitationPage>
