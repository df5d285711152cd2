import type { Json } from '../api/views.ts'

/** A site of a seeded company. Without `id` one is made. */
export interface SeedSite {
  id?: string
  name: string
  externalId?: string
  address?: string
  path?: string[]
}

/** A connection of a seeded company. Without `id` one is made. Date-times are ISO 8601. */
export interface SeedConnection {
  id?: string
  /** Id of a provider in the catalogue (such as `cascadia-power`), or the web address of any utility. */
  provider: string
  /** Any status, documented or not. */
  status: string
  /** Sites by id, external id or name. Default: all of the company. */
  sites?: string[]
  /** Default: what the provider sells. */
  utilityTypes?: string[]
  /** The customer's login at the utility. */
  username?: string
  ownerEmail?: string
  /** Two letters. Default `US`. */
  country?: string
  externalId?: string
  isActive?: boolean
  /** `YYYY-MM-DD`. */
  dataCollectionStartDate?: string
  /** Default: now. */
  createdAt?: string
  /** When the status was first seen. Default: `createdAt`. */
  statusSince?: string
  /** When the status was last confirmed. Default: `statusSince`. */
  checkedAt?: string
}

/** A company to begin with. Without `id` one is made. */
export interface SeedCompany {
  id?: string
  name: string
  externalId?: string
  /** E-mail addresses. */
  users?: string[]
  sites?: SeedSite[]
  connections?: SeedConnection[]
}

/** What was made of a `SeedCompany`; ids in the order given. */
export interface SeededCompany {
  id: string
  siteIds: string[]
  connectionIds: string[]
}

export interface SandboxStats {
  /** Rows made since the start or the last reset: what a mint costs. */
  invitationsCreated: number
  /** Calls by route, such as `POST /invitation/company/{company_id}`; refused ones count too. */
  requests: Record<string, number>
}

/** Everything there is, each object as the REST API shows it; invitations with their audit log. */
export interface SandboxSnapshot {
  companies: Json[]
  sites: Json[]
  connections: Json[]
  invitations: Json[]
}

/** Steers the sandbox from outside. Also over HTTP under `/_sandbox/`. */
export interface SandboxControl {
  /** Back to an empty sandbox; checks and webhook repeats are called off. */
  reset(): void
  /**
   * Adds companies with sites and connections. An object with a known id replaces the earlier one. Sends no
   * webhooks.
   *
   * @throws SandboxError `invalid` when something in it does not fit; then nothing is added
   */
  seed(companies: readonly SeedCompany[]): SeededCompany[]
  /**
   * Gives a connection a status. A check that is under way is called off.
   *
   * @param options.sendWebhook default true; false is a lost webhook
   * @throws SandboxError `not_found`
   */
  setConnectionStatus(connectionId: string, status: string, options?: { sendWebhook?: boolean }): void
  /** Lets an invitation run out now. @throws SandboxError `not_found` */
  expireInvitation(invitationId: string): void
  /** Withdraws an invitation. @throws SandboxError `not_found` */
  revokeInvitation(invitationId: string): void
  /** Uses an invitation up without a connection. @throws SandboxError `not_found` */
  fulfillInvitation(invitationId: string): void
  /** For checks that begin from now on, in milliseconds. @throws SandboxError `invalid` */
  setCheckDelay(delayMs: number): void
  stats(): SandboxStats
  snapshot(): SandboxSnapshot
}
