import type { DeliveryAttempt } from './types.ts'

const TIMEOUT_MS = 15_000

/** Posts one try and says how it ended. Never throws. */
export async function postWebhook(
  fetch: typeof globalThis.fetch,
  url: string,
  headers: Record<string, string>,
  body: string,
  canceled: AbortSignal,
): Promise<Pick<DeliveryAttempt, 'outcome' | 'status'>> {
  try {
    const {
      ok,
      status,
      body: answer,
    } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([canceled, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    await answer?.cancel()
    return { outcome: ok ? 'accepted' : 'refused', status }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { outcome: timedOut ? 'timed-out' : 'unreachable', status: null }
  }
}
