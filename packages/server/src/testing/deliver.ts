import { samples } from '@nectar-connect/test-kit/samples'
import { Webhook } from 'svix'
import type { Harness } from './harness.ts'

export const SECRET = 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMQ=='
export const OTHER_SECRET = 'whsec_bm90LWEtcmVhbC1zZWNyZXQtMg=='

export interface DeliveryInit {
  id?: string
  secrets?: string[]
  family?: 'svix' | 'webhook'
  /** Seconds that the sender's clock is ahead. */
  aheadS?: number
  /** Changes what is sent after it was signed. */
  tamper?: (request: { headers: Headers; body: string }) => { headers: Headers; body: BodyInit }
}

let deliveries = 0

/** Sends a webhook as Svix does, signed by Svix's own library. */
export function deliver(harness: Harness, payload: unknown, init: DeliveryInit = {}): Promise<Response> {
  deliveries += 1
  const { id = `msg_${deliveries}`, secrets = [SECRET], family = 'svix', aheadS = 0, tamper } = init
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const at = new Date(harness.clock.now() + aheadS * 1000)
  const headers = new Headers({
    'content-type': 'application/json',
    [`${family}-id`]: id,
    [`${family}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${family}-signature`]: secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  })
  const sent = tamper ? tamper({ headers, body }) : { headers, body }
  return harness.get('/webhooks', { method: 'POST', ...sent })
}

/** A first webhook, which shows that they come: until then Nectar is looked at as if there were none. */
export async function deliverFirst(harness: Harness): Promise<void> {
  const response = await deliver(harness, { type: 'document.created.v2', data: {} })
  if (!response.ok) throw new Error(`The webhook was answered ${response.status}.`)
}

/** The event that a connection has a status since a time of day. */
export function statusEvent(status: string, time: string, more: Record<string, unknown> = {}) {
  return { ...samples.connectionUpdated, old: {}, status, updated: `2026-11-24T${time}`, ...more }
}
