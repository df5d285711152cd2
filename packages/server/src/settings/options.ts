import type { NectarApiVersion } from '@nectar-connect/contract/nectar'
import type {
  InvitationKind,
  InvitationStage,
  MailLanguage,
  PrefillField,
} from '@nectar-connect/contract/wire'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { Logger } from '../lib/log.ts'
import type { ConnectionChange, ConnectStore } from '../stores/connect-store.ts'
import type { Authorization, AuthorizeContext } from './authorization.ts'
import type { InvitationContext, InvitationPolicy } from './invitation-policy.ts'

/** A change that is about to be written down; it gets its cursor then. */
export type NewConnectionChange = Omit<ConnectionChange, 'cursor'>

/** What a host's `onConnectionChange` is told. */
export interface ConnectionChangeContext {
  change: NewConnectionChange
  /** Of the event that brought it: the key to make the handler idempotent with. */
  eventId: string
}

/** The mail that brings a colleague an invitation, ready to send. Bounce addresses and the sender are yours. */
export interface InvitationMail {
  to: string
  /** One line. */
  subject: string
  text: string
  /** A whole document; nothing in it is loaded from elsewhere. */
  html: string
  /**
   * The link, a bearer secret that `text` and `html` contain as well: for a template of your own. Keep it out of logs
   * and click tracking.
   */
  url: string
  language: MailLanguage
  /** The sender's words, plain text; null: none. */
  note: string | null
  kind: InvitationKind
  invitationId: string
  companyId: string
  connectionId: string | null
  /** The utility's name, where a connection is to be mended and its name is known. */
  providerName: string | null
  invitedBy: { userId: string; name: string | null }
  /** ISO 8601, UTC; null: it never expires. */
  expiresAt: string | null
  isReminder: boolean
  /** The same for the same mail: hand it to a provider that takes such keys. */
  idempotencyKey: string
}

/** What became of an invitation that a colleague was sent. */
export interface InvitationChange {
  invitationId: string
  companyId: string
  kind: InvitationKind
  connectionId: string | null
  /** The colleague's address; null for a link that was copied. */
  recipient: string | null
  invitedBy: { userId: string; name: string | null }
  from: InvitationStage
  /** `received`: details were submitted, no more; how the connection fares comes to `onConnectionChange`. */
  to: InvitationStage
  /** When it was found out, ISO 8601, UTC. */
  at: string
  /** What the invitation made so far. */
  createdConnections: { id: string; providerName: string | null }[]
}

/** What a host's `onInvitationChange` is told. */
export interface InvitationChangeContext {
  change: InvitationChange
  /** The key to make the handler idempotent with. */
  eventId: string
}

/** How a colleague is asked for the login. */
export interface SharingOptions {
  /** Your app's name, for the mails. */
  appName?: string
  /** The only domains that mails may go to, for example `['northpoint.example']`, whoever sends them. Default: any. */
  allowedDomains?: string[]
  /** Who mails where there is no `sendInvitation`. `none`: links can only be copied. Default `nectar`. */
  sender?: 'nectar' | 'none'
  /** How long a colleague's link works, in seconds, at least 60. Default 604800 (7 days). Null: it never expires. */
  expiresInSeconds?: number | null
  /** Whether a link may be copied, which anybody who gets hold of it can use. Default true. */
  allowLinks?: boolean
  /** Mails, reminders too, that one user may cause in an hour, over all processes that share the store. Default 20. */
  mailsPerHour?: number
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

/** Options of `createNectarConnect`. Only `apiKey` and `authorize` have no default. */
export interface NectarConnectOptions {
  /** The secret API key. As a function it is read on first use, and anew when Nectar answers 401. */
  apiKey: string | undefined | (() => string | undefined | Promise<string | undefined>)
  /**
   * Says who is asking; null answers 401. Must not read the request's body (read `request.clone()` instead).
   * A throw answers 500 (`host_error`).
   *
   * @param context The request as your framework knows it, with the user or the session that a middleware put on it.
   * @example
   * authorize: (_request, context) => {
   *   if (context.adapter !== 'express') return null
   *   const { user } = context.req as { user?: { id: string; companyId: string } }
   *   return user && { companyId: user.companyId, userId: user.id }
   * }
   */
  authorize: (
    request: Request,
    context: AuthorizeContext,
  ) => Authorization | null | undefined | Promise<Authorization | null | undefined>
  /**
   * Signing secret of the webhook endpoint, `whsec_…`; several while it is being rotated. As a function it is read with
   * the first webhook, and anew once a minute while they come. Undefined: webhooks are refused with 503, so that they
   * come again, and changes are found by reading.
   */
  webhookSecret?:
    | string
    | string[]
    | undefined
    | (() => string | string[] | undefined | Promise<string | string[] | undefined>)
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
  /**
   * Mails an invitation to a colleague. Without it Nectar mails, in its own words. A throw, or more than 20 s, means
   * that it was not sent: the link is revoked, and the sender is told.
   *
   * @example
   * sendInvitation: ({ to, subject, text, html, idempotencyKey }) =>
   *   mailer.send({ from: 'Fernway <hello@fernway.example>', to, subject, text, html, idempotencyKey })
   */
  sendInvitation?: (mail: InvitationMail) => void | Promise<void>
  /** How a colleague is asked. */
  sharing?: SharingOptions
  /**
   * Called when something became of an invitation that a colleague was sent: opened, details received, expired,
   * revoked. At least once, under the rules of `onConnectionChange`; as soon as a webhook, a page of yours or
   * `reconcile` lets it be found out.
   *
   * @example
   * onInvitationChange: async ({ change, eventId }) => {
   *   if (change.to === 'received') await notify(change.invitedBy.userId, `${change.recipient} sent the details.`, eventId)
   * }
   */
  onInvitationChange?: (context: InvitationChangeContext) => void | Promise<void>
  /** Called for every other webhook, at least once, under the same rules. Without it they are only acknowledged. */
  onOtherWebhook?: (event: WebhookEvent) => void | Promise<void>
  /**
   * Where it is kept what changed, who invited whom, and how many mails went out. Default: the memory of this process,
   * which is enough for one process and forgets when it ends. `createSqliteStore` and `createRedisStore` are for several.
   */
  store?: ConnectStore
  /**
   * Milliseconds from one `reconcile()` to the next, at least 60000. It starts with the first request to this process.
   * Default: only when you call it.
   */
  reconcileEveryMs?: number
  /** Where the handler is mounted. Default `/api/nectar`. */
  basePath?: string
  /** Version of Nectar's API. Default `v2.2`. */
  apiVersion?: NectarApiVersion
  /** Where Nectar lives. Default: the real one. Plain http is taken for loopback hosts only. */
  nectar?: {
    /** The address of `npx nectar-sandbox`, in place of the other two. Undefined or empty: the real Nectar. */
    sandbox?: string | undefined
    apiOrigin?: string
    hostedOrigin?: string
  }
  /** The origin that browsers see, for example `https://app.example.com`. */
  publicOrigin?: string
  /** Other origins whose pages may call, with credentials. */
  allowedOrigins?: string[]
  /** How invitations are made. Default: one use, one hour. A throw answers 500 (`host_error`). */
  invitationPolicy?: (context: InvitationContext) => InvitationPolicy | Promise<InvitationPolicy>
  /** Validates the browser's `input` before `invitationPolicy` sees it. Without one, no input is accepted. */
  inputSchema?: StandardSchemaV1
  /**
   * The fields that pages may fill in beforehand, with the `prefill` of `<NectarConnect/>`, for example
   * `['country', 'siteIds']`. Each is checked; what is not taken is left out and logged. Default: none.
   */
  acceptPrefill?: readonly PrefillField[]
  /** Whether browsers get the username of a connection: personal data. Default false. */
  exposeUsername?: boolean
  /**
   * Whether answers say what is wrong with the set-up, with the fix; never a secret. For the developer in front of the
   * page: customers have no use for it. Default: unless `NODE_ENV` is `production`. It is always in the log.
   */
  development?: boolean
  /** Default: the console. */
  logger?: Logger
  /** Milliseconds for one request to Nectar, repeats included. Default 15000. */
  timeoutMs?: number
  fetch?: typeof fetch
  /** Milliseconds since the epoch. Need not be right: remaining life is counted on Nectar's clock. */
  now?: () => number
}
