import { Webhook } from 'standardwebhooks'
import type { ResolvedOptions, WebhookTarget } from '../options.ts'
import type { IdSource } from './ids.ts'
import type { SandboxTime } from './sandbox-time.ts'

export interface WebhookSender {
  /** Signs and posts one event; a few repeats, then it is given up. Never throws. */
  send(body: Record<string, unknown>): void
  /** Where everything goes from now on, repeats included; null: nowhere. */
  setTarget(target: WebhookTarget | null): void
  /** Calls off what is on its way; nothing of it is repeated. */
  cancel(): void
}

/** From one try to the next, in milliseconds. Svix takes longer; a laptop should not. */
const RETRY_DELAYS_MS = [1000, 5000, 30_000]
const TIMEOUT_MS = 15_000

interface Parts {
  options: Pick<ResolvedOptions, 'webhook' | 'fetch' | 'now'>
  ids: IdSource
  time: SandboxTime
}

export function createWebhookSender({ options, ids, time }: Parts): WebhookSender {
  const { fetch } = options
  let target = options.webhook
  let cancelling = new AbortController()

  async function attempt(id: string, payload: string, tries: number): Promise<void> {
    const { signal } = cancelling
    if (target === null) return
    const sent = time.moment()
    const accepted = await post(target, id, payload, signal)
    const delay = RETRY_DELAYS_MS[tries]
    if (accepted || delay === undefined || signal.aborted) return
    // Counted from the try: how long the refusal took must not decide what a leap in time includes.
    time.schedule(() => void attempt(id, payload, tries + 1), delay, sent)
  }

  async function post(
    { url, secret }: WebhookTarget,
    id: string,
    payload: string,
    cancelled: AbortSignal,
  ): Promise<boolean> {
    // Svix has a clock of its own: a receiver refuses what was signed in the future, and nobody moves its clock.
    const sentAt = new Date(options.now())
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'svix-id': id,
          'svix-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
          'svix-signature': new Webhook(secret).sign(id, sentAt, payload),
        },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.any([cancelled, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      await response.body?.cancel()
      return response.ok
    } catch {
      return false
    }
  }

  return {
    send: (body) => void attempt(`msg_${ids.token()}`, JSON.stringify(body), 0),
    setTarget(next) {
      target = next
    },
    cancel() {
      cancelling.abort()
      cancelling = new AbortController()
    },
  }
}
