import { samples } from '@nectar-connect/test-kit/samples'
import { Webhook } from 'svix'
import type { NectarConnectOptions } from '../settings/options.ts'
import { createHarness, type Harness } from './harness.ts'
import { type EventReader, readEvents } from './read-events.ts'

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

/** Headers and body of a webhook as Svix sends it, signed by Svix's own library. */
export function signDelivery(
  harness: Pick<Harness, 'clock'>,
  payload: unknown,
  init: Omit<DeliveryInit, 'tamper'> = {},
): { headers: Headers; body: string } {
  deliveries += 1
  const { id = `msg_${deliveries}`, secrets = [SECRET], family = 'svix', aheadS = 0 } = init
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const at = new Date(harness.clock.now() + aheadS * 1000)
  const headers = new Headers({
    'content-type': 'application/json',
    [`${family}-id`]: id,
    [`${family}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${family}-signature`]: secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  })
  return { headers, body }
}

/** Sends a webhook as Svix does. */
export function deliver(harness: Harness, payload: unknown, init: DeliveryInit = {}): Promise<Response> {
  const { tamper = (request) => request, ...signing } = init
  return harness.get('/webhooks', { method: 'POST', ...tamper(signDelivery(harness, payload, signing)) })
}

/** Sends a webhook that has to be accepted. @returns what became of it */
export async function outcomeOfDelivery(harness: Harness, payload: unknown, init: DeliveryInit = {}) {
  const response = await deliver(harness, payload, init)
  if (!response.ok) throw new Error(`The webhook was answered ${response.status}.`)
  return harness.nectar.webhookDeliveries()[0]?.outcome
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

/** A harness that keeps what the host's handler was told. */
export function createReceiver(options: Partial<NectarConnectOptions> = {}) {
  const told: { from: string | null; to: string; eventId: string }[] = []
  const harness = createHarness({
    webhookSecret: SECRET,
    onConnectionChange: ({ change, eventId }) => {
      told.push({ from: change.from, to: change.to, eventId })
    },
    ...options,
  })
  return { ...harness, harness, told }
}

/** A harness with webhooks whose stream is read. */
export function createStreaming(options: Partial<NectarConnectOptions> = {}) {
  const harness = createHarness({ webhookSecret: SECRET, ...options })
  let second = 0
  return {
    ...harness,
    harness,
    /** The connection gets another status, as a webhook tells it. */
    change: async (status: string, more: Record<string, unknown> = {}) => {
      second += 1
      const time = `10:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}`
      const response = await deliver(harness, statusEvent(status, time, more))
      if (!response.ok) throw new Error(`The webhook was answered ${response.status}.`)
    },
    open: async (path = '/changes', init?: RequestInit) => readEvents(await harness.get(path, init)),
  }
}

/** Reads what opens a stream. @returns its cursor. */
export async function opening(reader: EventReader, expected = 'ready'): Promise<string> {
  const event = await reader.next()
  if (event?.event !== expected || event.id === null) {
    throw new Error(`Expected ${expected}, got ${JSON.stringify(event)}.`)
  }
  return event.id
}
