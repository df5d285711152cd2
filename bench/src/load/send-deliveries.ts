import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { type PlannedEvent, SECRET } from './make-plan.ts'

/** Svix waits 5 s, 5 min, 30 min and longer; here it is in milliseconds, and never gives up. */
const DELAYS_MS = [20, 100, 300, 1_000]
const AT_ONCE = 24
const signer = new Webhook(SECRET)

/**
 * Sends each delivery until it is accepted, a number of them at once.
 *
 * @param onAccepted Told how many were accepted so far.
 * @returns how many attempts it took.
 */
export async function sendDeliveries(
  deliveries: readonly PlannedEvent[],
  nextServer: () => string,
  onAccepted: (count: number) => void,
): Promise<number> {
  const waiting = deliveries.values()
  let accepted = 0
  let attempts = 0
  const worker = async () => {
    for (const event of waiting) {
      for (let tries = 0; ; tries += 1) {
        attempts += 1
        if (await attempt(event, nextServer())) break
        await sleep(DELAYS_MS[Math.min(tries, DELAYS_MS.length - 1)])
      }
      accepted += 1
      onAccepted(accepted)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return attempts
}

async function attempt({ id, body }: PlannedEvent, server: string): Promise<boolean> {
  const now = new Date()
  try {
    const response = await fetch(`${server}/webhooks`, {
      method: 'POST',
      headers: {
        'svix-id': id,
        'svix-timestamp': String(Math.floor(now.getTime() / 1000)),
        'svix-signature': signer.sign(id, now, body),
      },
      body,
      signal: AbortSignal.timeout(15_000),
    })
    await response.text()
    return response.ok
  } catch {
    return false
  }
}
