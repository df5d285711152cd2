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
  /** Not null: the site is archived. */
  dataCollectionStopDate: z.optional(z.nullable(z.string())),
})

export const seedConnection = z.strictObject({
  id,
  /** Id of a provider in the catalog (such as `cascadia-power`), or the web address of any utility. */
  provider: text,
  /** Any status, documented or not. */
  status: text,
  /** Sites by id, external id or name. Default: all of the company. */
  sites: z.optional(z.array(text)),
  /** Default: what the provider sells. */
  utilityTypes: z.optional(z.array(text)),
  /** The customer's login at the utility. */
  username: z.optional(z.string()),
  ownerEmail: z.optional(z.email()),
  /** Two letters. Default `US`. */
  country: z.optional(z.string()),
  externalId: z.optional(z.string()),
  isActive: z.optional(z.boolean()),
  /** `YYYY-MM-DD`. */
  dataCollectionStartDate: z.optional(z.string()),
  /** Default: now. */
  createdAt: instant,
  /** When the status was first seen. Default: `createdAt`. */
  statusSince: instant,
  /** When the status was last confirmed. Default: `statusSince`. */
  checkedAt: instant,
  /** Accounts at the utility; `status` is DETECTED, ONBOARDED, PULL_COMPLETED or anything. Default: none. */
  accounts: z.optional(
    z.array(z.strictObject({ accountNumber: text, status: text, datasourceType: z.optional(text) })),
  ),
})

export const seedCompany = z.strictObject({
  id,
  name: text,
  externalId: z.optional(z.string()),
  /** E-mail addresses. */
  users: z.optional(z.array(z.email())),
  sites: z.optional(z.array(seedSite)),
  connections: z.optional(z.array(seedConnection)),
})

/** A site of a seeded company. Without `id` one is made. */
export type SeedSite = z.input<typeof seedSite>

/** A connection of a seeded company. Without `id` one is made. Date-times are ISO 8601. */
export type SeedConnection = z.input<typeof seedConnection>

/** A company to begin with. Without `id` one is made. */
export type SeedCompany = z.input<typeof seedCompany>

/** What was made of a `SeedCompany`; ids in the order given. */
export interface SeededCompany {
  id: string
  siteIds: string[]
  connectionIds: string[]
}

/** What a customer would enter on the hosted page; all of it has a default. */
export const submittedDetails = z.strictObject({
  /** As in `SeedConnection`. Default: what the invitation prefills, else the address that Nectar documents. */
  provider: z.optional(text),
  /** Decides how the check ends, see `SANDBOX_SIGN_INS`. Default: the one that ends `CONNECTED`. */
  username: z.optional(text),
  /** Compared and forgotten. Default: the sandbox's. */
  password: z.optional(z.string()),
  /** Sites by id, external id or name. Default: the prefilled ones, else all that are active. */
  sites: z.optional(z.array(text)),
  /** Default: the prefilled ones, else what the provider sells. */
  utilityTypes: z.optional(z.array(z.enum(UTILITY_TYPES))),
})

export type SubmittedDetails = z.output<typeof submittedDetails>
