import type { WebhookTarget } from '../index.ts'
import { createBench } from './bench.ts'
import { createReceiver } from './receiver.ts'

export const target = { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=' }

/** A bench with one connection, and a receiver of its webhooks. */
export function createWebhookBench(settings: Partial<WebhookTarget> = {}, answers: number[] = []) {
  const receiver = createReceiver(answers)
  const bench = createBench({ webhook: { ...target, ...settings }, fetch: receiver.receive }, [
    { provider: 'coast-range-gas', status: 'CONNECTED', ownerEmail: 'dana@harrowlane.example' },
  ])
  const { control } = bench.sandbox
  const [connectionId = ''] = bench.company.connectionIds
  /** Two events: updated and validated. */
  const change = (status: string) => control.setConnectionStatus({ connectionId, status })
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { ...bench, ...receiver, control, connectionId, change, settled }
}
