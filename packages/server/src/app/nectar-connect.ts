import type { NectarSite } from '@nectar-connect/contract/nectar'
import type { ConnectionView, InvitationView } from '@nectar-connect/contract/wire'
import type { ReconcileResult } from '../changes/reconciler.ts'
import type { AuthorizeContext } from '../settings/authorization.ts'
import type { NewInvitation } from '../settings/invitation-policy.ts'
import type { ConnectionChange } from '../stores/connect-store.ts'
import type { SignedRequest, VerifiedWebhook } from '../webhooks/verify-webhook.ts'
import type { WebhookDelivery } from '../webhooks/webhook-trust.ts'

/** A site of a company, as Nectar keeps it. A non-null `dataCollectionStopDate` means that it is archived. */
export type Site = NectarSite

/** A connection of a company. `username` is there only with the option `exposeUsername`. */
export type Connection = ConnectionView

/** An invitation of a company. */
export interface Invitation extends Omit<InvitationView, 'sharing'> {
  /** A secret: whoever has it can submit details. Null where Nectar gave none, or one that is not on its own origin. */
  url: string | null
  /** Only these may use it. Empty: whoever has the link. */
  allowedEmails: string[]
  /** ISO 8601, UTC. Null: never. */
  expiresAt: string | null
}

/** What `createNectarConnect` makes. */
export interface NectarConnectServer {
  /**
   * Answers every request under the base path. Never rejects.
   *
   * @param runtime What this runtime can do; adapters set it.
   * @param context What `authorize` is told beside the request; adapters fill it in. Default `{ adapter: 'none' }`.
   */
  handler(request: Request, runtime?: RuntimeCapabilities, context?: AuthorizeContext): Promise<Response>
  /**
   * Finds the company with this external id at Nectar, or creates it. Concurrent calls in one process for one
   * external id create one company.
   *
   * @throws NectarConnectError
   * @example
   * const company = await nectar.ensureCompany({ externalId: org.id, name: org.name })
   * await db.orgs.update(org.id, { nectarCompanyId: company.id })
   */
  ensureCompany(input: { externalId: string; name: string }): Promise<{ id: string; name: string }>
  /** The sites of a company. Each call rejects with a `NectarConnectError`. */
  sites: {
    /** All of them, archived ones too. */
    list(companyId: string): Promise<Site[]>
    get(siteId: string): Promise<Site>
    create(companyId: string, site: NewSite): Promise<Site>
  }
  /** The connections of a company. Those of another company are `not_found`. Each call rejects with a `NectarConnectError`. */
  connections: {
    /**
     * All of them, read from Nectar as you iterate, 100 at a time.
     *
     * @example
     * for await (const connection of nectar.connections.list(companyId)) console.log(connection.status)
     */
    list(companyId: string): AsyncIterable<Connection>
    get(companyId: string, connectionId: string): Promise<Connection>
  }
  /** The invitations of a company. Those of another company are `not_found`. Each call rejects with a `NectarConnectError`. */
  invitations: {
    /**
     * Creates an invitation, for a mail of your own or a page without the widget. Your `invitationPolicy` is not asked.
     * Never repeated by itself: after `outcome_unknown` or `nectar_timeout` there may be one.
     *
     * @example
     * const { url } = await nectar.invitations.create(companyId, { expiresInSeconds: 86_400 })
     */
    create(companyId: string, invitation?: NewInvitation): Promise<Invitation & { url: string }>
    /** All of them, read from Nectar as you iterate, 100 at a time. `opened` is null: only `get` knows. */
    list(companyId: string): AsyncIterable<Invitation>
    get(companyId: string, invitationId: string): Promise<Invitation>
    /** Ends an invitation that is still open, and what a reminder put in its place. Answers what it is afterwards. */
    revoke(companyId: string, invitationId: string): Promise<Invitation>
  }
  /**
   * Verifies a webhook that your own route received: signed with `webhookSecret`, at most 5 minutes ago. Nothing is
   * recorded and nobody is told. Leave the raw body alone: a request whose body was parsed cannot be verified.
   *
   * @param request A `Request`, or headers and the raw body, as `express.raw({ type: '*\/*' })` leaves them on `req`.
   * @throws NectarConnectError `signature_invalid`; `payload_too_large` from 512 KiB; `not_configured` without a secret;
   *   `invalid_request` when the body was parsed before, or is no event of Nectar's.
   * @example
   * export async function POST(request: Request) {
   *   const { eventId, connection } = await nectar.verifyWebhook(request)
   *   if (connection) await db.utilities.upsert({ id: connection.id, status: connection.status, eventId })
   *   return new Response(null, { status: 204 })
   * }
   */
  verifyWebhook(request: Request | SignedRequest): Promise<VerifiedWebhook>
  /** Resolves when Nectar accepts the API key. @throws NectarConnectError */
  ping(): Promise<void>
  /**
   * Reads connections from Nectar and records the changes that webhooks missed, `onConnectionChange` included; and checks what
   * became of the invitations that colleagues were sent (`onInvitationChange`). A connection
   * that the store meets for the first time, and that is older than the store, is a starting point and no change.
   *
   * @returns the changes that were missed; without a company, also which ones could not be compared.
   * @throws NectarConnectError
   * @example
   * const { changes, failed } = await nectar.reconcile() // every company of the API key, one after the other
   */
  reconcile(): Promise<ReconcileResult>
  reconcile(companyId: string): Promise<ConnectionChange[]>
  /** The latest webhook deliveries to this process, newest first: at most 200, and 50 that were refused. */
  webhookDeliveries(): WebhookDelivery[]
  /**
   * Removes everything that the store knows of a company. Its open streams start anew.
   *
   * @throws NectarConnectError `invalid_request`; whatever the store throws.
   */
  eraseCompany(companyId: string): Promise<void>
  /**
   * Lets a process end without interrupting anything. Takes no new work (503 with `Retry-After`), waits for what is under
   * way, your own functions included, says goodbye on every open stream, waits for at most a second until it is sent,
   * and closes the store. Pages come back by themselves, to another server. Calling it again waits for the same.
   *
   * @example
   * import { createServer } from 'node:http'
   * import { toNodeHandler } from '@nectar-connect/server/node'
   *
   * const server = createServer(toNodeHandler(nectar)).listen(3000)
   * process.once('SIGTERM', async () => {
   *   server.close()
   *   await nectar.close()
   *   process.exit(0)
   * })
   */
  close(options?: CloseOptions): Promise<void>
}

/** Options of `close`. */
export interface CloseOptions {
  /** How long to wait for work that is under way, in milliseconds. Default 10000. */
  graceMs?: number
}

/** A site to create. */
export interface NewSite {
  name: string
  externalId?: string
  address?: string
  /** From the outermost group to the innermost. */
  path?: string[]
}

/** What the runtime of a request can do, if it differs from a usual server. Every adapter takes it. */
export interface RuntimeCapabilities {
  /** Keeps the runtime running until the promise has settled, if it would stop after the response. */
  waitUntil?: (work: Promise<unknown>) => void
  /**
   * Whether a response may stay open for minutes. Default true, but for Cloudflare Workers, whatever passes a
   * `waitUntil`, and AWS Lambda. Where it is false, `GET /changes` answers `not_implemented`, and pages ask now and then
   * instead.
   */
  canStream?: boolean
}

/**
 * What the runtime passes with each request, as Cloudflare Workers, Netlify or Vercel do.
 *
 * @param given Anything: only something with a `waitUntil` is taken for such a runtime.
 */
export function readRuntime(...given: unknown[]): RuntimeCapabilities {
  const context = given.find(isExecutionContext)
  if (context === undefined) return {}
  // It may stop between two requests, and its copies share nothing, so it cannot stream.
  return { waitUntil: (work) => context.waitUntil(work), canStream: false }
}

function isExecutionContext(value: unknown): value is { waitUntil(work: Promise<unknown>): void } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'waitUntil' in value &&
    typeof value.waitUntil === 'function'
  )
}
