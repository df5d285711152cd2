import { createFaults, type Faults } from '../faults/create-faults.ts'
import { createHangingRequests, type HangingRequests } from '../faults/hanging-requests.ts'
import { type Clock, createClock } from '../lib/clock.ts'
import { createIdSource, type IdSource } from '../lib/ids.ts'
import type { ResolvedOptions } from '../lib/options.ts'
import { createWebhookSender, type WebhookSender } from '../webhooks/webhook-sender.ts'
import { type ApiKeys, createApiKeys } from './api-keys.ts'
import { createState, type State } from './records.ts'
import { createSandboxTime, type SandboxTime } from './sandbox-time.ts'

/** What every part of the sandbox works on. */
export interface World {
  options: ResolvedOptions
  /** In milliseconds; starts as the option and can be changed. */
  checkDelayMs: number
  state: State
  keys: ApiKeys
  clock: Clock
  ids: IdSource
  time: SandboxTime
  faults: Faults
  /** Requests that wait on purpose. */
  held: HangingRequests
  webhooks: WebhookSender
  /** Checks that are under way, by connection id. */
  checks: Map<string, Check>
}

/** A check of a sign-in that is under way. */
export interface Check {
  /** The status that it ends in. */
  outcome: string
  /** When, in milliseconds since the epoch, without skew. */
  at: number
  callOff(): void
}

export function createWorld(options: ResolvedOptions): World {
  const time = createSandboxTime(options.now, options.schedule)
  const ids = createIdSource(options.seed)
  return {
    options,
    checkDelayMs: options.checkDelayMs,
    state: createState(),
    keys: createApiKeys(options.apiKeys, options.keyScopes),
    clock: createClock(time.now),
    ids,
    time,
    faults: createFaults(options.seed),
    held: createHangingRequests(options.schedule),
    webhooks: createWebhookSender({ options, ids, time }),
    checks: new Map(),
  }
}
