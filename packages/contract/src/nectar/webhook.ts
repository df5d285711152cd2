import * as z from 'zod/mini'
import { uuid } from '../uuid.ts'
import { lenient, lenientArray } from './lenient.ts'
import { nectarTimestamp, timestampToMs } from './timestamp.ts'

const sitesRelation = z.object({
  datasourceTypes: lenientArray(z.string()),
  site: lenient(z.object({ id: uuid, name: lenient(z.string(), null) }), null),
})

/**
 * The connection in a webhook. Only `id` and `status` are indispensable; a newer form lacks `company` and
 * `datasource`. `publicId`, `emails` and `accountIds`, and of `old` all but the status, are not read at all: they are
 * not for browsers.
 */
export const nectarWebhookConnection = z.object({
  id: uuid,
  status: z.string(),
  url: lenient(z.string(), null),
  created: lenient(nectarTimestamp, null),
  updated: lenient(nectarTimestamp, null),
  company: lenient(z.object({ id: uuid, name: lenient(z.string(), null) }), null),
  datasource: lenient(z.object({ name: z.string() }), null),
  country: lenient(z.string(), null),
  sitesRelations: lenientArray(sitesRelation),
  protectedChanges: lenientArray(z.string()),
  old: lenient(z.object({ status: lenient(z.string(), null) }), null),
})
export type NectarWebhookConnection = z.output<typeof nectarWebhookConnection>

export type NectarWebhook =
  | { kind: 'connection'; type: string; connection: NectarWebhookConnection }
  /** Documents and whatever comes later: acknowledged and handed on. */
  | { kind: 'other'; type: string; body: Record<string, unknown> }

/**
 * Reads a verified webhook body in each of its documented forms: bare connection, connection with `eventType`,
 * or `{type, data}`.
 *
 * @returns `null` when the body is none of them.
 */
export function readNectarWebhook(body: unknown): NectarWebhook | null {
  const outer = z.looseObject({}).safeParse(body)
  if (!outer.success) return null
  const enveloped = z.looseObject({ type: z.string(), data: z.looseObject({}) }).safeParse(body)
  const payload: Record<string, unknown> = enveloped.success ? enveloped.data.data : outer.data
  const named = enveloped.success ? enveloped.data.type : payload.eventType
  if (typeof named === 'string' && !named.startsWith('connection.')) {
    return { kind: 'other', type: named, body: payload }
  }
  const connection = nectarWebhookConnection.safeParse(payload)
  if (!connection.success) return typeof named === 'string' ? null : readTypeOnly(payload)
  const type = typeof named === 'string' ? named : inferType(payload, connection.data)
  return { kind: 'connection', type, connection: connection.data }
}

/** An envelope without readable data is an event all the same: not acknowledged, it would come again and again. */
function readTypeOnly(body: Record<string, unknown>): NectarWebhook | null {
  const { type } = body
  if (typeof type !== 'string' || type.startsWith('connection.')) return null
  return { kind: 'other', type, body }
}

function inferType(payload: Record<string, unknown>, connection: NectarWebhookConnection): string {
  if ('old' in payload || 'protectedChanges' in payload) return 'connection.updated.v2'
  const { created, updated } = connection
  const sameSecond =
    created !== null &&
    updated !== null &&
    Math.floor(timestampToMs(created) / 1000) === Math.floor(timestampToMs(updated) / 1000)
  return sameSecond ? 'connection.created.v2' : 'connection.validated.v2'
}
