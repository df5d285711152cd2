import { Webhook } from 'standardwebhooks'
import type { WebhookTarget } from '../options.ts'
import type { Clock } from './clock.ts'
import type { IdSource } from './ids.ts'
import type { Timers } from './timers.ts'

export interface WebhookSender {
  /** Signs and posts one event; a few repeats, then it is given up. Never throws. */
  send(body: Record<string, unknown>): void
  /** Calls off what is on its way. */
  close(): void
}

/** Waits before the second, third and fourth try, in milliseconds. Svix takes longer; a laptop should not. */
const RETRY_DELAYS_MS = [1000, 5000, 30_000]
const TIMEOUT_MS = 15_000

interface Parts {
  target: WebhookTarget | null
  fetch: typeof fetch
  clock: Clock
  ids: IdSource
  timers: Timers
}

export function createWebhookSender({ target, fetch, clock, ids, timers }: Parts): WebhookSender {
  if (target === null) return { send() {}, close() {} }
  const signer = new Webhook(target.secret)
  const closing = new AbortController()

  async function attempt(id: string, payload: string, tries: number): Promise<void> {
    const accepted = await post(id, payload)
    const delay = RETRY_DELAYS_MS[tries]
    if (accepted || delay === undefined || closing.signal.aborted) return
    timers.schedule(() => void attempt(id, payload, tries + 1), delay)
  }

  async function post(id: string, payload: string): Promise<boolean> {
    const sentAt = new Date(clock.now())
    try {
      const response = await fetch(target?.url ?? '', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'svix-id': id,
          'svix-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
          'svix-signature': signer.sign(id, sentAt, payload),
        },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      await response.body?.cancel()
      return response.ok
    } catch {
      return false
    }
  }

  return {
    send: (body) => void attempt(`msg_${ids.token()}`, JSON.stringify(body), 0),
    close: () => closing.abort(),
  }
}
