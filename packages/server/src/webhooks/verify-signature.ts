import { Webhook } from 'standardwebhooks'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { isQuoted, QUOTED } from '../settings/secrets.ts'

const TOLERANCE_S = 5 * 60
const EVENT_ID = /^[\x21-\x7e]{1,200}$/
/** An HMAC-SHA256 in base64. */
const SIGNATURE = /^v1,[A-Za-z0-9+/]{43}=$/
/** Svix sends one for each secret that is valid while secrets rotate. */
const MOST_SIGNATURES = 10

const NO_SIGNING_SECRET =
  '"webhookSecret" is no signing secret. Copy the whole of it (whsec_…) from the endpoint in the Svix portal.'

export type WebhookSecrets = ReturnType<typeof readWebhookSecrets>

/** The signature that Svix makes of a body. */
type Sign = (eventId: string, signedAt: Date, body: string) => string

interface NodeHmac {
  update(text: string): NodeHmac
  digest(encoding: 'base64'): string
}
interface NodeCrypto {
  createSecretKey(key: string, encoding: 'base64'): object
  createHmac(algorithm: 'sha256', key: object): NodeHmac
}
interface MaybeNode {
  process?: { getBuiltinModule?: (name: 'node:crypto') => NodeCrypto | undefined }
}

/** The library computes in JavaScript what Node has built in; it has the last word about what a secret is. */
function createSigner(secret: string): Sign {
  const library = new Webhook(secret)
  const sign: Sign = (eventId, signedAt, body) => library.sign(eventId, signedAt, body)
  const native = (globalThis as MaybeNode).process?.getBuiltinModule?.('node:crypto')
  if (!native) return sign
  const key = native.createSecretKey(secret.replace(/^whsec_/, ''), 'base64')
  const signNatively: Sign = (eventId, signedAt, body) => {
    const hmac = native.createHmac('sha256', key)
    return `v1,${hmac.update(`${eventId}.${signedAt.getTime() / 1000}.${body}`).digest('base64')}`
  }
  const isSame = signNatively('id', new Date(0), '') === sign('id', new Date(0), '')
  return isSame ? signNatively : sign
}

/** Signs as Svix does, with each of the secrets that can be used. `faults` are what is wrong with the others. */
export function readWebhookSecrets(secrets: readonly string[]) {
  const all: Sign[] = []
  const faults: string[] = []
  for (const secret of secrets) {
    const signer = tryToSign(secret)
    if (signer !== null) all.push(signer)
    else faults.push(isQuoted(secret) ? `"webhookSecret" ${QUOTED}` : NO_SIGNING_SECRET)
  }
  return { all, faults }
}

function tryToSign(secret: string): Sign | null {
  try {
    return secret.startsWith('whsec_') ? createSigner(secret) : null
  } catch {
    // Not as a cause: it may quote the secret.
    return null
  }
}

/** The event id as the sender says it; null without one. Svix's own names and those of Standard Webhooks mean the same. */
export function readEventId(headers: Headers): string | null {
  return headers.get('svix-id') ?? headers.get('webhook-id')
}

/**
 * Reads the headers: signed, within 5 minutes of now. Before the body. @throws NectarConnectError `signature_invalid`
 */
export function readSignatureHeaders(headers: Headers, nowMs: number) {
  const family = headers.has('svix-id') ? 'svix' : 'webhook'
  const eventId = readEventId(headers)
  const timestamp = headers.get(`${family}-timestamp`)
  const signatures = (headers.get(`${family}-signature`) ?? '')
    .split(' ')
    .filter((signature) => SIGNATURE.test(signature))
    .slice(0, MOST_SIGNATURES)
  if (eventId === null || !EVENT_ID.test(eventId) || timestamp === null || signatures.length === 0) {
    throw refuse('The headers of a signature are missing. Only Svix is to call this route.')
  }
  if (!/^\d{1,12}$/.test(timestamp)) throw refuse('The timestamp is no number of seconds.')
  const seconds = Number(timestamp)
  if (Math.abs(Math.floor(nowMs / 1000) - seconds) > TOLERANCE_S) {
    throw refuse(
      'The timestamp is more than 5 minutes off. If this comes often, set the clock of this server.',
    )
  }
  return { eventId, signedAt: new Date(seconds * 1000), signatures }
}

/** The body as text, if it was signed with one of the secrets. @throws NectarConnectError `signature_invalid` */
export function verifySignature(
  bytes: Uint8Array,
  { eventId, signedAt, signatures }: ReturnType<typeof readSignatureHeaders>,
  secrets: WebhookSecrets,
): string {
  const body = decode(bytes)
  // All are compared, so that the time does not reveal which one was right.
  const matches = secrets.all.flatMap((sign) => {
    const expected = sign(eventId, signedAt, body)
    return signatures.map((signature) => isEqual(signature, expected))
  })
  if (matches.includes(true)) return body
  throw refuse(
    'No signature was made with "webhookSecret". Each endpoint has a secret of its own: is this the one of this endpoint? Was something in front of the handler that changed the body?',
  )
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Keeps every byte: the signature covers the body as it came, byte order mark included. */
function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw refuse('The body is not UTF-8.')
  }
}

/** Takes the same time wherever they differ. */
function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < b.length; index += 1) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  }
  return difference === 0
}

function refuse(message: string) {
  return new NectarConnectError('signature_invalid', { message })
}
