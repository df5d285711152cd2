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
  /** Compared as text: the later sorts behind. See `orderOf`. Printable ASCII. */
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
