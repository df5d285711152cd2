import { normalizeStatus } from '@nectar-connect/contract/wire'
import { readBytes } from '../http/body.ts'
import type { Log } from '../lib/log.ts'
import { invalidRequest, NectarConnectError } from '../lib/nectar-connect-error.ts'
import { MAX_WEBHOOK_BYTES, readWebhookBody, requireSecrets } from './receive-delivery.ts'
import { readSignatureHeaders, verifySignature, type WebhookSecrets } from './verify-signature.ts'

/** A request as servers on Node have it, with its body as it came. */
export interface SignedRequest {
  headers: Headers | Record<string, string | string[] | undefined>
  body: string | Uint8Array
}

/** A webhook whose signature is right. */
export interface VerifiedWebhook {
  /** `svix-id`: the same whenever it comes again. */
  eventId: string
  /** For example `connection.updated.v2`. */
  type: string
  /** The connection that it is about. Null: it is about something else. `companyId` is null where it names none. */
  connection: { id: string; companyId: string | null; status: string } | null
  /** What is not about a connection, as Nectar sent it, personal data included. Null for a connection. */
  data: Record<string, unknown> | null
}

/** @throws NectarConnectError `signature_invalid`, `payload_too_large`, `not_configured`, `invalid_request` */
export async function verifyWebhook(
  request: Request | SignedRequest,
  receivedAt: number,
  secrets: WebhookSecrets,
  log: Log,
): Promise<VerifiedWebhook> {
  requireSecrets(secrets, log)
  if (typeof request !== 'object' || request === null) {
    throw invalidRequest('request', 'Expected a request.', 'verifyWebhook() needs the request that came.')
  }
  const claimed = readSignatureHeaders(readHeaders(request), receivedAt)
  const text = verifySignature(await readSignedBody(request), claimed, secrets)
  const webhook = readWebhookBody(text)
  const event = { eventId: claimed.eventId, type: webhook.type }
  if (webhook.kind === 'other') return { ...event, connection: null, data: webhook.body }
  const { id, company, status } = webhook.connection
  return {
    ...event,
    connection: {
      id: id.toLowerCase(),
      companyId: company?.id.toLowerCase() ?? null,
      status: normalizeStatus(status),
    },
    data: null,
  }
}

function readHeaders({ headers }: Request | SignedRequest): Headers {
  if (headers instanceof Headers) return headers
  return new Headers(
    Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

async function readSignedBody(request: Request | SignedRequest): Promise<Uint8Array> {
  if (request instanceof Request) return readBytes(request, MAX_WEBHOOK_BYTES)
  const { body } = request
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  if (!(bytes instanceof Uint8Array)) {
    throw invalidRequest(
      'body',
      'Expected the raw body.',
      'verifyWebhook() needs the body as it came, as text or bytes. It got one that was parsed, or none: with Express, use express.raw({ type: "*/*" }) on this route.',
    )
  }
  if (bytes.length > MAX_WEBHOOK_BYTES) throw new NectarConnectError('payload_too_large')
  return bytes
}
