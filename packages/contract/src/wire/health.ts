import * as check from './check.ts'

/** Answer of `GET /health`. No session is needed, so it says nothing about anybody. */
export interface HealthResponse {
  status: 'ok'
  protocol: string
  /**
   * Whether deliveries can be accepted at all, and do come. `none_yet`: no webhook has arrived yet since this process
   * began, so that it looks at Nectar as if there were none.
   */
  webhooks: 'not_configured' | 'none_yet' | 'arriving'
  /** When the last accepted delivery came, ISO 8601, UTC. */
  lastWebhookAt: string | null
}

export const healthResponse: check.Check<HealthResponse> = check.object<HealthResponse>({
  status: check.oneOf(['ok']),
  protocol: check.string,
  webhooks: check.oneOf(['not_configured', 'none_yet', 'arriving']),
  lastWebhookAt: check.nullable(check.string),
})
