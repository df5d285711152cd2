import { type NectarWebhook, readNectarWebhook } from '@nectar-connect/contract/nectar'
import type { RuntimeCapabilities } from '../app/nectar-connect.ts'
import type { Recorded, Recorder } from '../changes/recorder.ts'
import { readBytes } from '../http/body.ts'
import type { Route } from '../http/route.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { parseJson } from '../lib/values.ts'
import { type Timers, withDeadline } from '../lib/with-deadline.ts'
import type { Deliveries } from './deliveries.ts'
import { readWebhookStatus, type WebhookStatusDeps } from './read-webhook-status.ts'
import {
  readEventId,
  readSignatureHeaders,
  verifySignature,
  type WebhookSecrets,
} from './verify-signature.ts'
import type { WebhookTrust } from './webhook-trust.ts'

const MAX_BYTES = 512 * 1024
/** It is part of what is signed, and is no JSON. */
const BYTE_ORDER_MARK = /^\uFEFF/
/** A documented event of Nectar's, and no test: it shows that Nectar's webhooks arrive. */
const IS_NECTARS = /^(connection|document)\./
/** Svix waits for 15 s. */
const ANSWER_WITHIN_MS = 12_000
/** When Svix first tries again, whatever the answer. */
const RETRY_AFTER_MS = 5_000
const WITHOUT_SECRET =
  'A webhook came, but "webhookSecret" is missing. Copy the signing secret (whsec_…) of the endpoint from the Svix portal, set NECTAR_WEBHOOK_SECRET and pass createNectarConnect({ webhookSecret: process.env.NECTAR_WEBHOOK_SECRET, … }).'

export interface DeliveryDeps extends WebhookStatusDeps {
  secrets: WebhookSecrets
  deliveries: Deliveries
  recorder: Pick<Recorder, 'connection' | 'other'>
  webhookTrust: Pick<WebhookTrust, 'arrived'>
  /** Milliseconds since the epoch. */
  now: () => number
  timers: Pick<Timers, 'deadline'>
}

/**
 * Takes one delivery: verifies the bytes, reads them, and handles the event. Resolves once that is done.
 *
 * @throws NectarConnectError `not_configured`, `payload_too_large`, `signature_invalid`, `invalid_request`; and, for
 * deliveries that come again, `busy`, `host_error`, `nectar_unavailable`, `internal_error`.
 */
export async function receiveDelivery(
  request: Request,
  runtime: RuntimeCapabilities,
  deps: DeliveryDeps,
  log: Log,
): Promise<{ outcome: 'committed' | 'duplicate' }> {
  const receivedAt = deps.now()
  const delivery = deps.deliveries.begin(receivedAt, readEventId(request.headers))
  const work = async (): Promise<Recorded> => {
    requireSecrets(deps.secrets, log)
    const { eventId, body } = await verify(request, receivedAt, deps.secrets, log)
    const webhook = readBody(body)
    const { type } = webhook
    if (IS_NECTARS.test(type)) deps.webhookTrust.arrived(null)
    delivery.setType(type)
    const own = log.with({ eventId, type, ...subjectOf(webhook) })
    try {
      const recorded = await handle(webhook, eventId, receivedAt, deps, own)
      const change = recorded.state === 'committed' ? recorded.change : null
      const news = change && { from: change.from, to: change.to }
      own.info('A webhook came.', { outcome: recorded.state, ...news })
      return recorded
    } catch (error) {
      // The line about the request says why; this one says what it was about.
      own.warn('A webhook was not handled. It comes again.', { code: codeOf(error) })
      throw error
    }
  }
  let isAnswered = false
  const outcome = work().then(
    (recorded) => {
      delivery.settle(recorded)
      return recorded
    },
    (error) => {
      delivery.fail(error)
      if (isAnswered) log.error('A webhook failed after it was answered. It comes again.', { cause: error })
      throw error
    },
  )
  // A slow one goes on after the answer; otherwise the answer reports a failure.
  runtime.waitUntil?.(outcome.catch(() => {}))
  const recorded = await withDeadline(outcome, {
    startTimer: (onReached) => deps.timers.deadline(ANSWER_WITHIN_MS, onReached),
    createError: () =>
      busy(
        `A webhook was not handled within ${ANSWER_WITHIN_MS} ms. It goes on, and the webhook comes again.`,
      ),
  }).finally(() => {
    isAnswered = true
  })
  if (recorded.state === 'committed') return { outcome: 'committed' }
  if (recorded.state === 'done') return { outcome: 'duplicate' }
  throw busy(
    recorded.state === 'busy'
      ? 'This event, or another one of its connection, is being handled. It comes again.'
      : 'The claim on this event timed out before it could be committed. It comes again.',
  )
}

function busy(message: string) {
  return new NectarConnectError('busy', { message, retryAfterMs: RETRY_AFTER_MS })
}

function requireSecrets(secrets: WebhookSecrets, log: Log) {
  for (const fault of secrets.faults) log.once('error', fault, {})
  if (secrets.all.length > 0) return
  // 503 and not 401: the delivery is fine, and Svix repeats it until the secret is set.
  const [fault] = secrets.faults
  if (fault !== undefined) throw new NectarConnectError('not_configured', { message: fault })
  log.once('warn', WITHOUT_SECRET, {})
  throw new NectarConnectError('not_configured', { message: WITHOUT_SECRET })
}

async function verify(
  request: Request,
  receivedAt: number,
  secrets: WebhookSecrets,
  log: Log,
): Promise<{ eventId: string; body: string }> {
  try {
    const claimed = readSignatureHeaders(request.headers, receivedAt)
    const bytes = await readBytes(request, MAX_BYTES)
    return { eventId: claimed.eventId, body: verifySignature(bytes, claimed, secrets) }
  } catch (error) {
    if (NectarConnectError.isInstance(error) && error.code === 'signature_invalid') {
      log.counted('warn', `A webhook was refused. ${error.message}`, {})
    }
    throw error
  }
}

function readBody(body: string): NectarWebhook {
  const webhook = readNectarWebhook(parseJson(body.replace(BYTE_ORDER_MARK, '')))
  if (webhook) return webhook
  throw new NectarConnectError('invalid_request', {
    message: 'A webhook was signed well, but it is in none of the forms that Nectar documents.',
    issues: [{ path: '', message: 'Expected an event of Nectar.' }],
  })
}

function handle(
  webhook: NectarWebhook,
  eventId: string,
  receivedAt: number,
  deps: DeliveryDeps,
  log: Log,
): Promise<Recorded> {
  const { recorder } = deps
  if (webhook.kind === 'other')
    return recorder.other({ eventId, type: webhook.type, data: webhook.body }, log)
  const { connection } = webhook
  const observe = () => readWebhookStatus({ eventId, connection, receivedAt }, deps, log)
  return recorder.connection(eventId, connection.id.toLowerCase(), observe, log)
}

function subjectOf(webhook: NectarWebhook): { connectionId?: string } {
  return webhook.kind === 'connection' ? { connectionId: webhook.connection.id.toLowerCase() } : {}
}

function codeOf(error: unknown): string {
  return NectarConnectError.isInstance(error) ? error.code : 'internal_error'
}

/** Receives Nectar's webhooks. */
export function webhookRoutes(deps: DeliveryDeps): Route[] {
  return [
    // Deliveries are signed by Svix.
    {
      method: 'POST',
      path: '/webhooks',
      access: 'signature',
      run: ({ log, request, runtime }) => receiveDelivery(request, runtime, deps, log),
    },
  ]
}
