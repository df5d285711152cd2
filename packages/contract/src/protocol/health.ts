import * as z from 'zod/mini'

/** Answer of `GET /health`. No session is needed, so it says nothing about anybody. */
export const healthResponse = z.object({
  status: z.literal('ok'),
  protocol: z.string(),
  /**
   * Whether deliveries can be accepted at all, and do come. `none_yet`: no webhook has arrived yet since this process
   * began, so that it looks at Nectar as if there were none.
   */
  webhooks: z.enum(['not_configured', 'none_yet', 'arriving']),
  /** When the last accepted delivery came, ISO 8601, UTC. */
  lastWebhookAt: z.nullable(z.string()),
})
export type HealthResponse = z.output<typeof healthResponse>
