import { type NectarWebhook, readNectarWebhook } from '@nectar-connect/contract/nectar'
import type { Core } from '../app/core.ts'
import type { RuntimeCapabilities } from '../app/nectar-connect.ts'
import type { Recorded, Recorder } from '../changes/recorder.ts'
import { readBytes } from '../http/body.ts'
import type { Route } from '../http/route.ts'
import type { Log } from '../lib/log.ts'
import { invalidRequest, NectarConnectError } from '../lib/nectar-connect-error.ts'
import { parseJson } from '../lib/values.ts'
import { withDeadline } from '../lib/with-deadline.ts'
import { readWebhookStatus } from './read-webhook-status.ts'
import {
  readEventId,
  readSignatureHeaders,
  verifySignature,
  type WebhookSecrets,
} from './verify-signature.ts'
import type { Deliveries, WebhookTrust } from './webhook-trust.ts'

/** The most that a webhook may have, in bytes. */
export const MAX_WEBHOOK_BYTES = 512 * 1024
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

interface DeliveryDeps extends Pick<Core, 'client' | 'log' | 'now' | 'store' | 'timers'> {
  readSecrets: () => Promise<WebhookSecrets>
  deliveries: Deliveries
  recorder: Recorder
  webhookTrust: WebhookTrust
}

export function webhookRoute(deps: DeliveryDeps): Route {
  return {
    method: 'POST',
    path: '/webhooks',
    access: 'signature',
    run: ({ log, request, runtime }) => receiveDelivery(request, runtime, deps, log),
  }
}

/** Takes one delivery: verifies the bytes, reads them, and handles the event. @throws NectarConnectError */
async function receiveDelivery(
  request: Request,
  runtime: RuntimeCapabilities,
  deps: DeliveryDeps,
  log: Log,
): Promise<void> {
  const receivedAt = deps.now()
  const delivery = deps.deliveries.begin(receivedAt, readEventId(request.headers))
  let isAnswered = false

  async function work(): Promise<Recorded> {
    try {
      const secrets = await deps.readSecrets()
      requireSecrets(secrets, log)
      const { eventId, body } = await verify(request, receivedAt, secrets, log)
      const webhook = readWebhookBody(body)
      delivery.setType(webhook.type)
      if (IS_NECTARS.test(webhook.type)) deps.webhookTrust.arrived(null)
      const recorded = await handle(webhook, eventId, receivedAt, deps, log)
      delivery.settle(recorded)
      return recorded
    } catch (error) {
      delivery.fail(error)
      if (isAnswered) log.error('A webhook failed after it was answered. It comes again.', { cause: error })
      throw error
    }
  }

  const outcome = work()
  // A slow one goes on after the answer; otherwise the answer reports a failure.
  runtime.waitUntil?.(outcome.catch(() => {}))
  const { state } = await withDeadline(outcome, {
    startTimer: deps.timers.deadline,
    ms: ANSWER_WITHIN_MS,
    createError: () =>
      busy(
        `A webhook was not handled within ${ANSWER_WITHIN_MS} ms. It goes on, and the webhook comes again.`,
      ),
  }).finally(() => {
    isAnswered = true
  })
  if (state === 'committed' || state === 'done') return
  throw busy(
    state === 'busy'
      ? 'This event, or another one of its connection, is being handled. It comes again.'
      : 'The claim on this event timed out before it could be committed. It comes again.',
  )
}

function busy(message: string) {
  return new NectarConnectError('busy', { message, retryAfterMs: RETRY_AFTER_MS })
}

/** @throws NectarConnectError `not_configured` without a secret */
export function requireSecrets({ all, faults }: WebhookSecrets, log: Log) {
  for (const fault of faults) log.once('error', fault, {})
  if (all.length > 0) return
  // 503 and not 401: the delivery is fine, and Svix repeats it until the secret is set.
  if (faults.length === 0) log.once('warn', WITHOUT_SECRET, {})
  throw new NectarConnectError('not_configured', { message: faults[0] ?? WITHOUT_SECRET })
}

async function verify(
  request: Request,
  receivedAt: number,
  secrets: WebhookSecrets,
  log: Log,
): Promise<{ eventId: string; body: string }> {
  try {
    const claimed = readSignatureHeaders(request.headers, receivedAt)
    const bytes = await readBytes(request, MAX_WEBHOOK_BYTES)
    return { eventId: claimed.eventId, body: verifySignature(bytes, claimed, secrets) }
  } catch (error) {
    if (NectarConnectError.isInstance(error) && error.code === 'signature_invalid') {
      log.counted('warn', `A webhook was refused. ${error.message}`, {})
    }
    throw error
  }
}

/** The event in a verified body. @throws NectarConnectError `invalid_request` when it is none of Nectar's. */
export function readWebhookBody(body: string): NectarWebhook {
  const webhook = readNectarWebhook(parseJson(body.replace(BYTE_ORDER_MARK, '')))
  if (webhook) return webhook
  const message = 'A webhook was signed well, but it is in none of the forms that Nectar documents.'
  throw invalidRequest('', 'Expected an event of Nectar.', message)
}

async function handle(
  webhook: NectarWebhook,
  eventId: string,
  receivedAt: number,
  deps: DeliveryDeps,
  log: Log,
): Promise<Recorded> {
  const { type } = webhook
  const subject = webhook.kind === 'connection' ? { connectionId: webhook.connection.id.toLowerCase() } : {}
  const own = log.with({ eventId, type, ...subject })
  const record = () => {
    if (webhook.kind === 'other') return deps.recorder.other({ eventId, type, data: webhook.body }, own)
    const { connection } = webhook
    const observe = () => readWebhookStatus(eventId, connection, receivedAt, deps, own)
    return deps.recorder.connection(eventId, connection.id.toLowerCase(), observe, own)
  }
  try {
    const recorded = await record()
    const change = recorded.state === 'committed' ? recorded.change : null
    own.info('A webhook came.', {
      outcome: recorded.state,
      ...(change && { from: change.from, to: change.to }),
    })
    return recorded
  } catch (error) {
    // The line about the request says why; this one says what it was about.
    const code = NectarConnectError.isInstance(error) ? error.code : 'internal_error'
    own.warn('A webhook was not handled. It comes again.', { code })
    throw error
  }
}
