import * as check from './check.ts'

/** Answer of `GET /health`. No session is needed, so it says nothing about anybody. */
export type HealthResponse = check.Checked<typeof healthResponse>

export const healthResponse = check.object({
  status: check.oneOf(['ok']),
  protocol: check.string,
  /** Whether deliveries can be accepted, and do come. `none_yet`: none has arrived since this process began. */
  webhooks: check.oneOf(['not_configured', 'none_yet', 'arriving']),
  /** When the last accepted delivery came, ISO 8601, UTC. */
  lastWebhookAt: check.nullable(check.string),
})
