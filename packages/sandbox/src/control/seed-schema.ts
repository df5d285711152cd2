import { UTILITY_TYPES } from '@nectar-connect/contract/nectar'
import * as z from 'zod/mini'

const id = z.optional(z.guid())
const text = z.string().check(z.minLength(1), z.maxLength(500))
const instant = z.optional(
  z.string().check(z.refine((value) => Number.isFinite(Date.parse(value)), 'has to be a date-time')),
)

const seedSite = z.strictObject({
  id,
  name: text,
  externalId: z.optional(z.string()),
  address: z.optional(z.string()),
  path: z.optional(z.array(z.string())),
  dataCollectionStopDate: z.optional(z.nullable(z.string())),
})

/** A connection to begin with. */
export const seedConnection = z.strictObject({
  id,
  provider: text,
  status: text,
  sites: z.optional(z.array(text)),
  utilityTypes: z.optional(z.array(text)),
  username: z.optional(z.string()),
  ownerEmail: z.optional(z.email()),
  country: z.optional(z.string()),
  externalId: z.optional(z.string()),
  isActive: z.optional(z.boolean()),
  dataCollectionStartDate: z.optional(z.string()),
  createdAt: instant,
  statusSince: instant,
  checkedAt: instant,
  accounts: z.optional(
    z.array(z.strictObject({ accountNumber: text, status: text, datasourceType: z.optional(text) })),
  ),
})

/** Companies to begin with. */
export const seedCompanies = z.array(
  z.strictObject({
    id,
    name: text,
    externalId: z.optional(z.string()),
    users: z.optional(z.array(z.email())),
    sites: z.optional(z.array(seedSite)),
    connections: z.optional(z.array(seedConnection)),
  }),
)

/** What a customer would enter on the hosted page. */
export const submittedDetails = z.strictObject({
  provider: z.optional(text),
  username: z.optional(text),
  password: z.optional(z.string()),
  sites: z.optional(z.array(text)),
  utilityTypes: z.optional(z.array(z.enum(UTILITY_TYPES))),
})
