import type { Json } from '../api/views.ts'
import type { ClockState } from '../core/sandbox-time.ts'
import type { ActiveFault, SandboxFault } from '../faults/types.ts'
import type { WebhookControl } from '../webhooks/types.ts'
import type { ScenarioName } from './scenarios.ts'

/** A site of a seeded company. Without `id` one is made. */
export interface SeedSite {
  id?: string
  name: string
  externalId?: string
  address?: string
  path?: string[]
  /** Not null: the site is archived. */
  dataCollectionStopDate?: string | null
}

/** A connection of a seeded company. Without `id` one is made. Date-times are ISO 8601. */
export interface SeedConnection {
  id?: string
  /** Id of a provider in the catalog (such as `cascadia-power`), or the web address of any utility. */
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
  /** Accounts at the utility; `status` is DETECTED, ONBOARDED, PULL_COMPLETED or anything. Default: none. */
  accounts?: { accountNumber: string; status: string; datasourceType?: string }[]
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

/** What a customer would enter on the hosted page; all of it has a default. */
export interface SubmittedDetails {
  /** As in `SeedConnection`. Default: what the invitation prefills, else the address that Nectar documents. */
  provider?: string
  /** Decides how the check ends, see `SANDBOX_SIGN_INS`. Default: the one that ends `CONNECTED`. */
  username?: string
  /** Compared and forgotten. Default: the sandbox's. */
  password?: string
  /** Sites by id, external id or name. Default: the prefilled ones, else all that are active. */
  sites?: string[]
  /** Default: the prefilled ones, else what the provider sells. */
  utilityTypes?: string[]
}

/** How far a reset goes. */
export interface ResetOptions {
  /** Also puts the clock back to the host's. Default: false. */
  clock?: boolean
}

/** What was asked of the sandbox since its start or last reset. */
export interface SandboxStats {
  /** Rows made since the start or the last reset: what creating an invitation costs. */
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

/** How an invitation is to be made; left out: anyone may use it, any number of times, for good. */
export interface InvitationOverrides {
  /** Only these may use it. */
  allowedEmails?: string[]
  /** Seconds, at least 60. */
  expiresInSeconds?: number
  /** At least 1. */
  maxUses?: number
  /** Mails each allowed address a link. */
  sendEmail?: boolean
}

/** A mail that the host sent by itself. */
export interface ReceivedMail {
  /** Such as `dana@example.com` or `Plumbline <hello@plumbline.example>`. */
  from: string
  to: string
  /** One line. */
  subject: string
  /** Up to 100 KiB. One of `text` and `html` has to be there. */
  text?: string
  /** Up to 500 KiB. Shown without scripts, and without anything from elsewhere. */
  html?: string
}

/** A mail that Nectar would have sent, or that the host filed. Nothing leaves the sandbox. */
export interface SandboxMail {
  /** A secret: the link in a mail carries it. Null over HTTP. */
  id: string | null
  /** Counts the mails from 1. The console shows it at `/?view=outbox&mail={number}`. */
  number: number
  /** `invitation`: asked for by `sendEmail`; `code`: asked for on the hosted page; `host`: filed by `receiveMail`. */
  kind: 'invitation' | 'code' | 'host'
  /** Null for a mail of the host. */
  invitationId: string | null
  from: string
  to: string
  subject: string
  /** Null over HTTP, as links and codes stand in it. */
  text: string | null
  /** Null in a mail of plain text, and over HTTP. */
  html: string | null
  /** Such as `2026-11-24T05:31:56Z`. */
  at: string
  /** The link, whose reader is verified already; null in a mail with a code, and over HTTP. */
  url: string | null
  /** The six digits; null in a mail with a link, and over HTTP. */
  code: string | null
}

/** Steers the sandbox from outside. Also over HTTP under `/_sandbox/`. */
export interface SandboxControl extends WebhookControl {
  /**
   * Back to an empty sandbox; checks and webhook repeats are called off, faults end, and what they hold is broken off.
   * Keys are those of the start again, and ids that follow from a seed come again, but for those of webhooks. The clock
   * flows on from where it is: an app that is running would take what comes after a leap back for old.
   */
  reset(options?: ResetOptions): void
  /**
   * A reset, then what the first `seed` brought, with the same ids: a seed into an empty sandbox is a first one.
   */
  resetToSeed(options?: ResetOptions): void
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
  /** Revokes an invitation. @throws SandboxError `not_found` */
  revokeInvitation(invitationId: string): void
  /** Uses an invitation up without a connection. @throws SandboxError `not_found` */
  fulfillInvitation(invitationId: string): void
  /**
   * Uses an invitation as a customer does on the hosted page: the details are submitted, and the check of them begins.
   *
   * @returns the id of the connection that was made or, for a reconnect, got its new login
   * @throws SandboxError `not_found`; `invalid` for an invitation that is not active, or details that do not fit
   */
  submitDetails(invitationId: string, details?: SubmittedDetails): string
  /**
   * Accepts one more key: beside the others, as while a key is rotated, or with another scope than before.
   *
   * @param options.companies the companies that it sees, by id or external id; default: all
   * @throws SandboxError `invalid` for an empty one
   */
  addApiKey(key: string, options?: { companies?: readonly string[] }): void
  /** Accepts a key no more: it answers 401. @throws SandboxError `not_found` */
  removeApiKey(key: string): void
  /**
   * The weekly check of all connections, or those of one company: what is `CONNECTED` and active is validated again, and tells so.
   *
   * @returns how many were checked
   * @throws SandboxError `not_found`
   */
  runWeeklyCheck(companyId?: string): number
  /** Switches collection for a connection on or off, whatever its status. @throws SandboxError `not_found` */
  setConnectionActive(connectionId: string, isActive: boolean): void
  /**
   * Adds one connection to a company that there is, and tells it by webhook, as if somebody had just linked it.
   *
   * @returns its id
   * @throws SandboxError `not_found`; `invalid`
   */
  addConnection(companyId: string, connection: SeedConnection): string
  /**
   * Makes an invitation without the API: a contributor one for a company, or a reconnect one for a connection.
   *
   * @param id of a company or of a connection
   * @returns the invitation's id; its link is in `snapshot`, in the process
   * @throws SandboxError `not_found`; `invalid`
   */
  createInvitation(id: string, options?: InvitationOverrides): string
  /**
   * Plays what usually goes wrong, see `SCENARIOS`. Faults of it end with `clearFaults`.
   *
   * @param companyId whose connections it may touch; default: all
   * @throws SandboxError `not_found`; `invalid` for a name that there is not
   */
  playScenario(name: ScenarioName, companyId?: string): void
  /** For checks that begin from now on, in milliseconds. @throws SandboxError `invalid` */
  setCheckDelay(delayMs: number): void
  /**
   * Moves the sandbox's clock on. What is due in between (checks, webhook repeats, expiries) happens in order,
   * each at its own moment; returns when all of it was started. A repeat that is not queued yet, because its
   * receiver has still to refuse the try before, follows as soon as that is known.
   *
   * @param ms milliseconds, up to ten years
   * @throws SandboxError `invalid`
   */
  advanceTime(ms: number): void
  /** Stops the sandbox's clock: nothing falls due until it is advanced or resumed. Requests are still answered. */
  freezeTime(): void
  /** Lets the clock go on from where it stands. */
  resumeTime(): void
  /**
   * Makes the clock that `Date` headers, `createdAt`, `expiresAt` and the like are written with run off. When
   * checks fall due stays as it is; when invitations run out is read off this clock.
   *
   * @param skew.ms milliseconds, positive is ahead; up to ten years either way
   * @throws SandboxError `invalid`
   */
  setClockSkew(skew: { ms: number }): void
  time(): ClockState
  /**
   * Makes requests go wrong. Several faults may meet one request: waiting adds up, and the first of the others
   * decides.
   *
   * @returns its id
   * @throws SandboxError `invalid`, saying what fits
   */
  addFault(fault: SandboxFault): string
  /** Ends one fault, or all of them. Requests that hang already go on hanging. */
  clearFaults(id?: string): void
  /** The faults that are in force. One that has met all its `times` is over. */
  faults(): ActiveFault[]
  /**
   * Files a mail that the host sends by itself, such as one with an invitation's link, among the mails of the sandbox.
   *
   * @returns its number
   * @throws SandboxError `invalid`
   */
  receiveMail(mail: ReceivedMail): number
  /** The latest thousand mails, oldest first. */
  mails(): SandboxMail[]
  stats(): SandboxStats
  snapshot(): SandboxSnapshot
}
