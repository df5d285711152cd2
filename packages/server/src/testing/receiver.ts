import type { NectarConnectOptions } from '../settings/options.ts'
import { SECRET } from './deliver.ts'
import { createHarness } from './harness.ts'

/** A harness that keeps what the host's handler was told. */
export function createReceiver(options: Partial<NectarConnectOptions> = {}) {
  const told: { from: string | null; to: string; eventId: string }[] = []
  const harness = createHarness({
    webhookSecret: SECRET,
    onConnectionChange: ({ change, eventId }) => {
      told.push({ from: change.from, to: change.to, eventId })
    },
    ...options,
  })
  return { ...harness, harness, told }
}
