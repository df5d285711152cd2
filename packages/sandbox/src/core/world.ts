import type { ResolvedOptions } from '../options.ts'
import { type Clock, createClock } from './clock.ts'
import { createIdSource, type IdSource } from './ids.ts'
import { createState, type State } from './records.ts'
import { createTimers, type Timers } from './timers.ts'
import { createWebhookSender, type WebhookSender } from './webhook-sender.ts'

/** What every part of the sandbox works on. */
export interface World {
  options: ResolvedOptions
  /** In milliseconds; starts as the option and can be changed. */
  checkDelayMs: number
  state: State
  clock: Clock
  ids: IdSource
  timers: Timers
  webhooks: WebhookSender
  /** Checks that are under way, by connection id; the value calls one off. */
  checks: Map<string, () => void>
}

export function createWorld(options: ResolvedOptions): World {
  const clock = createClock(options.now)
  const ids = createIdSource(options.seed)
  const timers = createTimers(options.schedule)
  return {
    options,
    checkDelayMs: options.checkDelayMs,
    state: createState(),
    clock,
    ids,
    timers,
    webhooks: createWebhookSender({ target: options.webhook, fetch: options.fetch, clock, ids, timers }),
    checks: new Map(),
  }
}
