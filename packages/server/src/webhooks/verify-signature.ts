import { NectarConnectError } from '../nectar-connect-error.ts'
import type { Signers } from './signers.ts'

const TOLERANCE_S = 5 * 60
const EVENT_ID = /^[\x21-\x7e]{1,200}$/

/** The three headers of a delivery; Svix's own names and those of Standard Webhooks mean the same. */
export interface SignatureHeaders {
  id: string | null
  timestamp: string | null
  signatures: string | null
}

export function readSignatureHeaders(headers: Headers): SignatureHeaders {
  const family = headers.has('svix-id') ? 'svix' : 'webhook'
  return {
    id: headers.get(`${family}-id`),
    timestamp: headers.get(`${family}-timestamp`),
    signatures: headers.get(`${family}-signature`),
  }
}

/**
 * Checks that the bytes were signed with one of the secrets, not more than 5 minutes ago or ahead.
 *
 * @param nowMs Milliseconds since the epoch.
 * @returns the event id, and the body as text.
 * @throws NectarConnectError `signature_invalid`
 */
export function verifySignature(
  bytes: Uint8Array,
  { id, timestamp, signatures }: SignatureHeaders,
  signers: Signers,
  nowMs: number,
): { eventId: string; body: string } {
  if (id === null || !EVENT_ID.test(id) || timestamp === null || signatures === null) {
    throw refuse('The headers of a signature are missing. Only Svix is to call this route.')
  }
  if (!/^\d{1,12}$/.test(timestamp)) throw refuse('The timestamp is no number of seconds.')
  const seconds = Number(timestamp)
  if (Math.abs(Math.floor(nowMs / 1000) - seconds) > TOLERANCE_S) {
    throw refuse(
      'The timestamp is more than 5 minutes off. If this comes often, set the clock of this server.',
    )
  }
  const body = decode(bytes)
  const signedAt = new Date(seconds * 1000)
  const given = signatures.split(' ')
  // All are compared, so that the time it takes does not tell which one was right.
  const matches = signers.all.flatMap((signer) => {
    const expected = signer.sign(id, signedAt, body)
    return given.map((signature) => isEqual(signature, expected))
  })
  if (!matches.includes(true)) {
    throw refuse(
      'No signature was made with "webhookSecret". Each endpoint has a secret of its own: is this the one of this endpoint? Was something in front of the handler that changed the body?',
    )
  }
  return { eventId: id, body }
}

/** Keeps every byte: what is signed is what came, byte order mark included. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
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
