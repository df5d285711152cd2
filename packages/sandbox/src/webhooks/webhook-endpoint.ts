import { Webhook } from 'standardwebhooks'
import type { SandboxTime } from '../core/sandbox-time.ts'
import { FAILING_TOO_LONG_MS } from './retry-schedule.ts'
import type { WebhookState, WebhookTarget } from './types.ts'

/** Where webhooks go: target, secrets and health. */
export interface WebhookEndpoint {
  /** Null without a target, or while it is disabled. */
  open(): Required<WebhookTarget> | null
  /** The target, disabled or not. */
  target(): Required<WebhookTarget> | null
  set(target: WebhookTarget | null): void
  setEnabled(isEnabled: boolean): void
  rotate(secret: string, overlapMs: number): void
  /** The headers of one try, signed with each secret that is good now. */
  sign(id: string, body: string, at: Date): Record<string, string>
  /** Counts a try; after days of nothing but failures the endpoint is disabled. */
  note(isAccepted: boolean): void
  read(): WebhookState | null
  /** Healthy again, with one secret. */
  reset(): void
  save(): SavedEndpoint
  restore(saved: SavedEndpoint): void
}

/** All of the endpoint, secrets included. Times in milliseconds since the epoch. */
export interface SavedEndpoint {
  target: Required<WebhookTarget> | null
  disabledBy: WebhookState['disabledBy']
  failingSince: number | null
  /** Earlier secrets that are still good. */
  earlier: { secret: string; until: number }[]
}

export function createWebhookEndpoint(time: SandboxTime, initial: WebhookTarget | null): WebhookEndpoint {
  let target = initial === null ? null : withDefaults(initial)
  let disabledBy: WebhookState['disabledBy'] = null
  let failingSince: number | null = null
  let earlier: { secret: string; until: number }[] = []

  const stillGood = () => earlier.filter(({ until }) => until > time.moment())

  function reset(): void {
    disabledBy = null
    failingSince = null
    earlier = []
  }

  return {
    open: () => (disabledBy === null ? target : null),
    target: () => target,
    set(next) {
      target = next === null ? null : withDefaults(next)
      reset()
    },
    setEnabled(isEnabled) {
      disabledBy = isEnabled ? null : 'hand'
      if (isEnabled) failingSince = null
    },
    rotate(secret, overlapMs) {
      if (target === null) return
      earlier = [{ secret: target.secret, until: time.moment() + overlapMs }, ...stillGood()]
      target = { ...target, secret }
    },
    sign(id, body, at) {
      if (target === null) return {}
      const secrets = [target.secret, ...stillGood().map(({ secret }) => secret)]
      return {
        [`${target.headers}-id`]: id,
        [`${target.headers}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
        [`${target.headers}-signature`]: secrets
          .map((secret) => new Webhook(secret).sign(id, at, body))
          .join(' '),
      }
    },
    note(isAccepted) {
      failingSince = isAccepted ? null : (failingSince ?? time.moment())
      if (target === null || failingSince === null || disabledBy !== null) return
      if (time.moment() - failingSince >= FAILING_TOO_LONG_MS * target.retryScale) disabledBy = 'failures'
    },
    read() {
      if (target === null) return null
      const { secret: _, ...shown } = target
      const until = stillGood().map((entry) => entry.until)
      return {
        ...shown,
        disabledBy,
        failingSince,
        rotatingUntil: until.length > 0 ? Math.max(...until) : null,
      }
    },
    reset,
    save: () => ({ target, disabledBy, failingSince, earlier: stillGood() }),
    restore(saved) {
      // What was asked for at the start is newer than what was saved.
      if (initial !== null && initial.url !== saved.target?.url) return
      target = initial === null ? saved.target : withDefaults(initial)
      disabledBy = saved.disabledBy
      failingSince = saved.failingSince
      earlier = saved.earlier
    },
  }
}

function withDefaults(target: WebhookTarget): Required<WebhookTarget> {
  return { format: 'catalog', headers: 'svix', retryScale: 1, ...target }
}
