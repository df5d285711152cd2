import { type NectarWebhook, readNectarWebhook } from '@nectar-connect/contract/nectar'
import type { Runtime } from '../app/runtime.ts'
import type { Services } from '../app/services.ts'
import type { Recorded } from '../changes/recorder.ts'
import { readBytes } from '../http/read-body.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { parseJson } from '../lib/parse-json.ts'
import { readWebhookStatus } from './read-webhook-status.ts'
import { readEventId, readSignatureHeaders, verifySignature } from './verify-signature.ts'

const MAX_BYTES = 512 * 1024
/** It is signed along, and is no JSON. */
const BYTE_ORDER_MARK = /^\uFEFF/
/** What Nectar documents, and no test of somebody else: it shows that its webhooks find their way. */
const IS_NECTARS = /^(connection|document)\./
/** Svix waits for 15 s. */
const ANSWER_WITHIN_MS = 12_000
/** When Svix tries again first, whatever it is told. */
const RETRY_AFTER_MS = 5_000
const WITHOUT_SECRET =
  'A webhook came, but "webhookSecret" is missing. Copy the signing secret (whsec_…) of the endpoint from the Svix portal, set NECTAR_WEBHOOK_SECRET and pass createNectarConnect({ webhookSecret: process.env.NECTAR_WEBHOOK_SECRET, … }).'

/**
 * Takes one delivery: verifies the bytes, reads them, and brings the event through. Resolves once it is handled.
 *
 * @throws NectarConnectError `not_configured`, `payload_too_large`, `signature_invalid`, `invalid_request`; and, for
 * what comes again, `busy`, `host_error`, `nectar_unavailable`, `internal_error`.
 */
export async function receiveDelivery(
  request: Request,
  services: Services,
  log: Log,
  runtime: Runtime = {},
): Promise<{ outcome: 'committed' | 'duplicate' }> {
  const receivedAt = services.now()
  const delivery = services.deliveries.begin(receivedAt, readEventId(request.headers))
  const work = async (): Promise<Recorded> => {
    requireSigners(services, log)
    const { eventId, body } = await verify(request, receivedAt, services, log)
    const webhook = readBody(body)
    const { type } = webhook
    if (IS_NECTARS.test(type)) services.webhookTrust.arrived(null)
    delivery.setType(type)
    const own = log.with({ eventId, type, ...subjectOf(webhook) })
    try {
      const recorded = await handle(webhook, eventId, receivedAt, services, own)
      const change = recorded.state === 'committed' ? recorded.change : null
      const news = change && { from: change.from, to: change.to }
      own.info('A webhook came.', { outcome: recorded.state, ...news })
      return recorded
    } catch (error) {
      // Why stands in the line about the request; here is what it was about.
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
  // It goes on after the answer when it takes long; whoever waits here hears of a failure by the answer.
  runtime.waitUntil?.(outcome.catch(() => {}))
  const recorded = await inTime(outcome, services).finally(() => {
    isAnswered = true
  })
  if (recorded.state === 'committed') return { outcome: 'committed' }
  if (recorded.state === 'done') return { outcome: 'duplicate' }
  throw new NectarConnectError('busy', {
    message:
      recorded.state === 'busy'
        ? 'This event, or another one of its connection, is being handled. It comes again.'
        : 'The claim on this event timed out before it could be committed. It comes again.',
    retryAfterMs: RETRY_AFTER_MS,
  })
}

function requireSigners({ signers }: Services, log: Log) {
  for (const fault of signers.faults) log.once('error', fault, {})
  if (signers.all.length > 0) return
  // 503 and not 401: nothing is wrong with the delivery, and Svix repeats it while somebody sets the secret.
  const [fault] = signers.faults
  if (fault !== undefined) throw new NectarConnectError('not_configured', { message: fault })
  log.once('warn', WITHOUT_SECRET, {})
  throw new NectarConnectError('not_configured', { message: WITHOUT_SECRET })
}

async function verify(
  request: Request,
  receivedAt: number,
  { signers }: Services,
  log: Log,
): Promise<{ eventId: string; body: string }> {
  try {
    const claimed = readSignatureHeaders(request.headers, receivedAt)
    const bytes = await readBytes(request, MAX_BYTES)
    return { eventId: claimed.eventId, body: verifySignature(bytes, claimed, signers) }
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
  services: Services,
  log: Log,
): Promise<Recorded> {
  const { recorder } = services
  if (webhook.kind === 'other')
    return recorder.other({ eventId, type: webhook.type, data: webhook.body }, log)
  const { connection } = webhook
  const observe = () => readWebhookStatus({ eventId, connection, receivedAt }, services, log)
  return recorder.connection(eventId, connection.id.toLowerCase(), observe, log)
}

function subjectOf(webhook: NectarWebhook): { connectionId?: string } {
  return webhook.kind === 'connection' ? { connectionId: webhook.connection.id.toLowerCase() } : {}
}

function codeOf(error: unknown): string {
  return NectarConnectError.isInstance(error) ? error.code : 'internal_error'
}

/** The work goes on after the answer: it is committed if the claim still holds then. */
function inTime<T>(work: Promise<T>, { timers }: Services): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.deadline(ANSWER_WITHIN_MS, () =>
      reject(
        new NectarConnectError('busy', {
          message: `A webhook was not handled within ${ANSWER_WITHIN_MS} ms. It goes on, and the webhook comes again.`,
          retryAfterMs: RETRY_AFTER_MS,
        }),
      ),
    )
    work.then(resolve, reject).finally(cancel)
  })
}
