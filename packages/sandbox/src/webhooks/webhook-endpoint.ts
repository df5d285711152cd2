import { Webhook } from 'standardwebhooks'
import type { CompleteTarget } from '../options.ts'
import type { SandboxTime } from '../state/time.ts'
import type { WebhookState } from './webhook-types.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** From one try to the next, in milliseconds, as Svix documents it. */
export const RETRY_WAITS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
]

/** Where every try failed for that long, the endpoint is disabled. In milliseconds. */
const FAILING_TOO_LONG_MS = 5 * 24 * HOUR

export type WebhookEndpoint = ReturnType<typeof createWebhookEndpoint>

/** Where webhooks go: target, secrets and health. */
export function createWebhookEndpoint(time: SandboxTime, initial: CompleteTarget | null) {
  let target = initial
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
    /** Null without a target, or while it is disabled. */
    open: () => (disabledBy === null ? target : null),
    target: () => target,
    set(next: CompleteTarget | null) {
      target = next
      reset()
    },
    setEnabled(isEnabled: boolean) {
      disabledBy = isEnabled ? null : 'hand'
      if (isEnabled) failingSince = null
    },
    rotate(secret: string, overlapMs: number) {
      if (target === null) return
      earlier = [{ secret: target.secret, until: time.moment() + overlapMs }, ...stillGood()]
      target = { ...target, secret }
    },
    /** The headers of one try, signed with each secret that is good now. */
    sign(id: string, body: string, at: Date): Record<string, string> {
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
    /** Counts a try; after days of nothing but failures the endpoint is disabled. */
    note(isAccepted: boolean) {
      failingSince = isAccepted ? null : (failingSince ?? time.moment())
      if (target === null || failingSince === null || disabledBy !== null) return
      if (time.moment() - failingSince >= FAILING_TOO_LONG_MS * target.retryScale) disabledBy = 'failures'
    },
    read(): WebhookState | null {
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
