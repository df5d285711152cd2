import type { ErrorCode, InvitationKind, InvitationReason, Permissions } from '@nectar-connect/contract'
import type { NectarApiVersion, NectarPrefill, NectarSite } from '@nectar-connect/contract/nectar'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { ChangeLog, ConnectionChange } from './changes/change-log.ts'

export type { ErrorCode, InvitationKind, InvitationReason, NectarApiVersion, NectarPrefill, Permissions }

/** A site of a company, as Nectar keeps it. A non-null `dataCollectionStopDate` means that it is archived. */
export type Site = NectarSite

/** Who is asking, and what they may do. The browser never names a company: this does. */
export interface Authorization {
  /** The company at Nectar (a uuid, see `ensureCompany`); null while the organisation has none yet. */
  companyId: string | null
  /** The signed-in user, in the host's own terms. */
  userId: string
  /** Rights. Left out: all of them. Those that are not named are granted. */
  can?: Partial<Permissions>
  /** Names of people who may do what this user may not. They are shown to the user. */
  administrators?: string[]
}

/** What a host's `invitation` function is told. */
export interface InvitationContext {
  caller: { companyId: string; userId: string }
  kind: InvitationKind
  reason: InvitationReason
  /** The connection to mend; null for a contributor invitation. */
  connectionId: string | null
  /** What `inputSchema` made of the browser's `input`; undefined when there is no schema. */
  input: unknown
}

/** How an invitation is to be made. */
export interface InvitationPolicy {
  /** Seconds, at least 60. Default 3600. Null: it never expires. */
  expiresInSeconds?: number | null
  /** At least 1. Default 1. Null: unlimited. */
  maxUses?: number | null
  /** Only these may use it. Left out or empty: anyone with the link. */
  allowedEmails?: string[]
  /** Nectar mails each allowed address a link. Heeded only for the reason `open`, so that no renewal mails again. */
  sendEmail?: boolean
  /** What is filled in beforehand. Heeded only for contributor invitations. */
  prefill?: NectarPrefill
}

/** Where log lines go. Keys, tokens and invitation links are taken out before a line gets here. */
export interface Logger {
  debug(message: string, fields: Record<string, unknown>): void
  info(message: string, fields: Record<string, unknown>): void
  warn(message: string, fields: Record<string, unknown>): void
  error(message: string, fields: Record<string, unknown>): void
}

/** A change that is about to be written down; it gets its cursor then. */
export type NewConnectionChange = Omit<ConnectionChange, 'cursor'>

/** What a host's `onConnectionChange` is told. */
export interface ConnectionChangeContext {
  change: NewConnectionChange
  /** Of the event that brought it: the key to make the handler idempotent with. */
  eventId: string
}

/** A verified webhook that is not about a connection: documents, and whatever comes later. */
export interface WebhookEvent {
  /** `svix-id`: the same whenever it comes again. */
  eventId: string
  /** For example `document.created.v2`. */
  type: string
  /** As Nectar sent it, personal data included. */
  data: Record<string, unknown>
}

export interface NectarConnectOptions {
  /** The secret API key. As a function it is read on first use, and anew when Nectar answers 401. */
  apiKey: string | undefined | (() => string | Promise<string>)
  /**
   * Says who is asking; null answers 401. Must not read the request's body (read `request.clone()` instead).
   * A throw answers 500 (`host_error`).
   */
  authorize: (
    request: Request,
  ) => Authorization | null | undefined | Promise<Authorization | null | undefined>
  /** Signing secret of the webhook endpoint, `whsec_…`; several while it is being rotated. */
  webhookSecret?: string | string[]
  /**
   * Called when a connection gets another status, before it is written down and shown. What happens in here is
   * at-least-once: after a crash it is called again with the same `eventId`. A throw, or more than 60 s, means that it
   * was not handled: Svix sends the webhook again. Calls for one connection never overlap, and an older status is never
   * reported after a newer one.
   *
   * @example
   * onConnectionChange: async ({ change, eventId }) => {
   *   await db.utilities.upsert({ id: change.connectionId, status: change.to, eventId })
   * }
   */
  onConnectionChange?: (context: ConnectionChangeContext) => void | Promise<void>
  /** Called for every other webhook, at least once, under the same rules. Without it they are only acknowledged. */
  onWebhookEvent?: (event: WebhookEvent) => void | Promise<void>
  /**
   * Where changes are kept. Default: the memory of this process, which is enough for one process and forgets when it
   * ends. `createSqliteChangeLog` and `createRedisChangeLog` are for several.
   */
  changeLog?: ChangeLog
  /**
   * Milliseconds from one `reconcile()` to the next, at least 60000. It starts with the first request to this process.
   * Default: only when you call it.
   */
  reconcileEveryMs?: number
  /** Where the handler is mounted. Default `/api/nectar`. */
  basePath?: string
  /** Version of Nectar's API. Default `v2.2`. */
  apiVersion?: NectarApiVersion
  /** Where Nectar lives; the real one by default. Plain http is taken for loopback hosts only. */
  nectar?: { apiOrigin?: string; hostedOrigin?: string }
  /** The origin that browsers see, for example `https://app.example.com`. */
  publicOrigin?: string
  /** Other origins whose pages may call, with credentials. */
  allowedOrigins?: string[]
  /** How invitations are made. Default: one use, one hour. A throw answers 500 (`host_error`). */
  invitation?: (context: InvitationContext) => InvitationPolicy | Promise<InvitationPolicy>
  /** Validates the browser's `input` before `invitation` sees it. Without one, no input is accepted. */
  inputSchema?: StandardSchemaV1
  /** Personal data that browsers get only when the host asks for it. */
  expose?: { username?: boolean }
  /** Default: the console. */
  logger?: Logger
  /** Milliseconds for one request to Nectar, repeats included. Default 15000. */
  timeoutMs?: number
  fetch?: typeof fetch
  /** Milliseconds since the epoch. Need not be right: remaining life is counted on Nectar's clock. */
  now?: () => number
}
