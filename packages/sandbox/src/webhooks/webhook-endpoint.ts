import { Webhook } from 'standardwebhooks'
import type { SandboxTime } from '../core/sandbox-time.ts'
import { FAILING_TOO_LONG_MS } from './retry-schedule.ts'
import type { WebhookState } from './types.ts'
import type { WebhookTarget } from './webhook-schema.ts'

type CompleteTarget = { [Field in keyof WebhookTarget]-?: NonNullable<WebhookTarget[Field]> }

/** Where webhooks go: target, secrets and health. */
export interface WebhookEndpoint {
  /** Null without a target, or while it is disabled. */
  open(): CompleteTarget | null
  /** The target, disabled or not. */
  target(): CompleteTarget | null
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
  }
}

function withDefaults({ url, secret, format, headers, retryScale }: WebhookTarget): CompleteTarget {
  return { url, secret, format: format ?? 'catalog', headers: headers ?? 'svix', retryScale: retryScale ?? 1 }
}
