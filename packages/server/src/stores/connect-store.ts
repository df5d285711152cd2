import type { InvitationKind, InvitationStage, MailLanguage } from '@nectar-connect/contract/wire'

/** A connection got another status. */
export interface ConnectionChange {
  /** Where a reader goes on after this change, `epoch.position`: opaque, and good for this store only. */
  cursor: string
  /** Nectar's id of the event (`svix-id`), or one of our own for what was found by reading. */
  eventId: string
  companyId: string
  connectionId: string
  /** Null: nothing was known about the connection before. */
  from: string | null
  to: string
  /** When it happened at Nectar, ISO 8601, UTC, with as many digits as Nectar gave. */
  at: string
  /** Told by a webhook, or found by reading: on request (`reconcile`), or because there are no webhooks (`poll`). */
  source: 'webhook' | 'reconcile' | 'poll'
}

/** What a connection's status was at a moment, as an event or a read says it. */
export interface StatusReading {
  eventId: string
  companyId: string
  connectionId: string
  status: string
  /** What the event itself says the status was before; null when it does not. */
  from: string | null
  at: string
  /** Compared as text: the later sorts behind. See `toSortKey` in `change-log.ts`. Printable ASCII. */
  sortKey: string
  source: ConnectionChange['source']
  /** A starting point: it stands in the history, but nothing changed. */
  isBaseline: boolean
}

/** The right to handle one event, until it times out. */
export interface ClaimToken {
  eventId: string
  subject: string
  nonce: string
}

/** How a claim of an event ends. */
export type Claim =
  | { state: 'claimed'; token: ClaimToken }
  /** It was handled already. */
  | { state: 'done' }
  /** It, or another event of the same subject, is being handled right now. */
  | { state: 'busy' }

/** How writing down an observation ends. */
export type Commit =
  /** `change` is null when the status is none that the readers did not know. */
  | { state: 'committed'; change: ConnectionChange | null }
  /** The claim timed out or was taken over: nothing was written. */
  | { state: 'lost' }

/** What reading from a cursor answers. */
export type ReadResult =
  | { state: 'changes'; changes: ConnectionChange[]; cursor: string }
  /** What lies between that cursor and now is not known. `cursor` is now. */
  | { state: 'reset'; cursor: string }

/** The newest known status of a connection. */
export interface LatestStatus {
  status: string
  sortKey: string
}

/** In a history; `cursor` is null for what was never streamed: starting points, and what came too late. */
export type HistoryEntry = Omit<ConnectionChange, 'cursor'> & { cursor: string | null }

/** Who invited whom, and what became of it. Never the token, nor the link. */
export interface InvitationEntry {
  invitationId: string
  companyId: string
  kind: InvitationKind
  /** The connection that it mends; null for a contributor invitation. */
  connectionId: string | null
  /** In a mail to `to`, or as a link for whoever has it. */
  via: 'email' | 'link'
  /** Who sent the mail; null for a link. */
  mail: 'nectar' | 'host' | null
  /** The recipient in lower case; null for a link. */
  to: string | null
  language: MailLanguage
  /** What the host's page handed along, so that a fresh link is made in the same way. */
  input: Record<string, unknown> | null
  /** What it filled in on Nectar's page, as it came; null: nothing. */
  prefill: Record<string, unknown> | null
  invitedBy: { userId: string; name: string | null }
  /** ISO 8601, UTC. */
  sentAt: string
  /** When the latest reminder went out, ISO 8601, UTC. */
  remindedAt: string | null
  stage: InvitationStage
  /** When that was found out, ISO 8601, UTC. */
  stageAt: string
  /** The same for each fresh link that takes the place of another. The newest invitation of a share is the current one. */
  shareId: string
  /** A digest of the request that made it: the same request makes no second one. */
  attempt: string
  /** A digest of the request behind the latest reminder with the same link; null: there was none. */
  reminder: string | null
  /** A digest of company, kind, connection, input, prefill and recipient: one open invitation for each. */
  requestHash: string
}

/** What may become another of an entry. */
export type InvitationPatch = Partial<Pick<InvitationEntry, 'remindedAt' | 'reminder' | 'stage' | 'stageAt'>>

/** What there may be news of. */
export type StoreNews = 'changes' | 'invitations'

/** How counting ends. */
export type Count =
  | { state: 'counted' }
  /** There were enough already: nothing was counted. `retryAfterMs` is when the window ends, in milliseconds from now. */
  | { state: 'full'; retryAfterMs: number }

/**
 * What has to outlive a request: which events were handled and what they changed, the invitations that colleagues were
 * sent, and how many mails went out. Three implementations come with this package: in memory, SQLite
 * (`@nectar-connect/server/sqlite`) and Redis (`@nectar-connect/server/redis`). Each step is done wholly or not at all.
 * Each call may reject with whatever the store's own means throw.
 */
export interface ConnectStore {
  /**
   * Claims an event so that no other process handles it meanwhile, nor another event of the same subject. A claim
   * times out after 60 s. Ids of handled events are kept for 96 hours.
   *
   * @param eventId 1 to 200 printable ASCII characters, no space.
   * @param subject What the event is about: the connection's id, or the event's own.
   */
  claim(eventId: string, subject: string): Promise<Claim>
  /**
   * Writes down what was observed, appends the change that it makes, if any, and marks the event as handled: all of
   * it in one step or nothing, and nothing when the claim no longer holds.
   */
  commit(token: ClaimToken, observation: StatusReading | null): Promise<Commit>
  /** Gives a claim back, so that the event can be claimed at once. A claim that no longer holds is left alone. */
  release(token: ClaimToken): Promise<void>

  /** Whose a connection is, and its newest status; null when it was never observed. */
  findConnection(connectionId: string): Promise<({ companyId: string } & LatestStatus) | null>
  /** The newest status of each connection of a company by id, and when this store began, in ms since the epoch. */
  latestStatuses(
    companyId: string,
  ): Promise<{ startedAt: number; connections: ReadonlyMap<string, LatestStatus> }>
  /** The changes after a cursor, oldest first, at most `limit`. Without a cursor: none, and where "now" is. */
  readChanges(companyId: string, cursor: string | null, limit: number): Promise<ReadResult>
  /** What is known of a connection, newest first by the time it happened. */
  readHistory(
    companyId: string,
    connectionId: string,
    limit: number,
  ): Promise<{ changes: HistoryEntry[]; hasMore: boolean }>

  /**
   * Writes down an invitation that a colleague was sent. The oldest of a company go, beyond the number that is kept:
   * without an entry an invitation is still listed, with what Nectar itself knows.
   */
  addInvitation(entry: InvitationEntry): Promise<void>
  findInvitation(companyId: string, invitationId: string): Promise<InvitationEntry | null>
  /** All of a company, newest first. */
  listInvitations(companyId: string): Promise<InvitationEntry[]>
  /**
   * Changes an entry in one step.
   *
   * @param ifStage Only while it is in this stage.
   * @returns whether it did; false when there is no such entry, or it is in another stage.
   */
  updateInvitation(
    companyId: string,
    invitationId: string,
    patch: InvitationPatch,
    ifStage?: InvitationStage,
  ): Promise<boolean>

  /**
   * Counts one more under a name, unless there were `limit` in this window already. A window begins with the first that
   * is counted in it. Over all processes that share the store.
   *
   * @param name What is counted, within the company.
   */
  countWithin(companyId: string, name: string, window: CountWindow): Promise<Count>

  /**
   * Calls back soon after something may have changed for the company. A hint only: reading says what it is.
   *
   * @returns how to leave.
   */
  subscribe(companyId: string, onHint: (news: StoreNews) => void): () => void
  /** Removes everything about a company. Cursors from before answer `reset`. */
  eraseCompany(companyId: string): Promise<void>
  /** Ends all connections of its own. Calling it again does nothing. */
  close(): Promise<void>
}

/** How many may be counted in how many milliseconds. */
export interface CountWindow {
  limit: number
  windowMs: number
}

/** What every implementation can be told. */
export interface StoreLimits {
  /** Changes kept for readers that come back, per company. Default 1000. */
  changesPerCompany?: number
  /** Observations kept for the history, per connection. Default 200. */
  observationsPerConnection?: number
  /** Invitations kept, per company. Default 1000. */
  invitationsPerCompany?: number
  /** Milliseconds since the epoch. For tests. */
  now?: () => number
}

/** How long a claim holds, in milliseconds. */
export const CLAIM_MS = 60_000
/** How long ids of handled events are kept, in milliseconds. Svix repeats one for 28 hours; 72 are asked for. */
export const HANDLED_KEPT_MS = 96 * 3_600_000

/** The limits, with their defaults. */
export function limitsOf({
  changesPerCompany = 1_000,
  observationsPerConnection = 200,
  invitationsPerCompany = 1_000,
}: StoreLimits) {
  return { changesPerCompany, observationsPerConnection, invitationsPerCompany }
}

/** The parts of a store, which share its connection and its listeners. */
export type ChangesPart = Pick<
  ConnectStore,
  'claim' | 'commit' | 'release' | 'findConnection' | 'latestStatuses' | 'readChanges' | 'readHistory'
>
export type InvitationsPart = Pick<
  ConnectStore,
  'addInvitation' | 'findInvitation' | 'listInvitations' | 'updateInvitation'
>
