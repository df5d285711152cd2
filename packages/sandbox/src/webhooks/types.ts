/**
 * How a body looks; Nectar's public sources differ.
 *
 * - `guide`: the connection itself; which event it is can only be inferred
 * - `catalog`: the same with `eventType`, `country` and `emails`
 * - `lean`: as `catalog`, without `company` and `datasource`
 * - `envelope`: `{type, data}`, with what `guide` sends as `data`
 */
export type PayloadFormat = 'guide' | 'catalog' | 'lean' | 'envelope'

/** Where webhooks go, and how they look. */
export interface WebhookTarget {
  url: string
  /** `whsec_` and base64, as Svix writes it. */
  secret: string
  /** Default `catalog`. */
  format?: PayloadFormat
  /** What the names of the three signature headers begin with. Default `svix`. */
  headers?: 'svix' | 'webhook'
  /** Multiplies the waits between tries, and the days after which an endpoint is disabled. Default 1. */
  retryScale?: number
}

/** The endpoint as it stands; its secrets stay out. */
export interface WebhookState {
  url: string
  format: PayloadFormat
  headers: 'svix' | 'webhook'
  retryScale: number
  /** Null while it is enabled. */
  disabledBy: 'hand' | 'failures' | null
  /** Since when every try failed, in milliseconds since the epoch; null: the last one was accepted. */
  failingSince: number | null
  /** Until when an earlier secret signs too, in milliseconds since the epoch; null: only one signs. */
  rotatingUntil: number | null
}

/**
 * - `held`: waits until it is released or sent by id
 * - `sending`: on its way
 * - `waiting`: refused, and tried again at `nextAttemptAt`
 * - `delivered`: accepted at least once
 * - `given-up`: refused as often as it is tried
 * - `not-sent`: made while there was no endpoint, or a disabled one
 */
export type DeliveryState = 'held' | 'sending' | 'waiting' | 'delivered' | 'given-up' | 'not-sent'

/** One try. */
export interface DeliveryAttempt {
  /** When it began, in milliseconds since the epoch on the sandbox's clock. */
  at: number
  outcome: 'accepted' | 'refused' | 'timed-out' | 'unreachable'
  /** What the receiver answered; null: nothing. */
  status: number | null
}

/** One event and what became of it. */
export interface WebhookDelivery {
  /** What `svix-id` says in every try. */
  id: string
  /** Such as `connection.updated.v2`. */
  type: string
  /** Null: about no connection. */
  connectionId: string | null
  /** Milliseconds since the epoch on the sandbox's clock. */
  createdAt: number
  state: DeliveryState
  /** Milliseconds since the epoch; null: none is planned. */
  nextAttemptAt: number | null
  /** Oldest first. */
  attempts: DeliveryAttempt[]
  body: Record<string, unknown>
}

/** Steers the webhooks. */
export interface WebhookControl {
  /**
   * Where signed webhooks go from now on, repeats of earlier ones included; null: nowhere. The endpoint is enabled
   * then. A reset leaves it.
   *
   * @throws SandboxError `invalid`
   */
  setWebhook(target: WebhookTarget | null): void
  /** The endpoint; null: there is none. */
  webhook(): WebhookState | null
  /** Disables the endpoint as Svix does after days of failures, or enables it. @throws SandboxError `not_found` without one */
  setWebhookEnabled(isEnabled: boolean): void
  /**
   * Gives the endpoint a new secret. The earlier one goes on signing as well for a while, so that two signatures
   * stand in the header.
   *
   * @param options.overlapMs how long, in milliseconds; default a day, as at Svix
   * @throws SandboxError `invalid`; `not_found` without an endpoint
   */
  rotateWebhookSecret(secret: string, options?: { overlapMs?: number }): void
  /** The latest thousand events, oldest first. */
  deliveries(): WebhookDelivery[]
  /** Keeps events back from now on, until `releaseWebhooks`. Repeats of earlier ones go on. */
  holdWebhooks(): void
  /** Sends what is held, in the order in which it was made, each after the one before was answered. */
  releaseWebhooks(): Promise<void>
  /**
   * Sends these events now, whatever became of them: replay, duplicates (an id twice) and any order. Each has its own
   * timestamp and signature. Settles when all were answered, or timed out after 15 seconds each.
   *
   * @param ids in the order to send them in
   * @param options.inParallel true: without waiting for the answer to the one before
   * @throws SandboxError `not_found` for an id that is not in the log; `invalid` without an enabled endpoint
   */
  sendWebhooks(ids: readonly string[], options?: { inParallel?: boolean }): Promise<void>
  /**
   * Makes an event of any type, known or not, such as `document.created.v2`.
   *
   * @returns its id
   */
  sendCustomWebhook(type: string, data: Record<string, unknown>): string
}
