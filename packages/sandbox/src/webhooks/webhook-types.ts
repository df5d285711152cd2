import type { CompleteTarget } from '../options.ts'

/** The endpoint as it stands; its secrets stay out. */
export interface WebhookState extends Omit<CompleteTarget, 'secret'> {
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
