import * as z from 'zod/mini'
import {
  isTimestamp,
  isUuid,
  lenient,
  lenientArray,
  nectarTimestamp,
  timestampToMs,
  uuid,
} from './primitives.ts'
import { isRecord, isText, listOf, only, orNull, recordOf } from './usual.ts'

/** What we need of the connection in a webhook. A newer form lacks `company`; personal data is not read. */
export const nectarWebhookConnection = z.object({
  id: uuid,
  status: z.string(),
  created: lenient(nectarTimestamp, null),
  updated: lenient(nectarTimestamp, null),
  company: lenient(z.object({ id: uuid }), null),
  protectedChanges: lenientArray(z.string()),
  old: lenient(z.object({ status: lenient(z.string(), null) }), null),
})
export type NectarWebhookConnection = z.output<typeof nectarWebhookConnection>

export type NectarWebhook =
  | { kind: 'connection'; type: string; connection: NectarWebhookConnection }
  /** Documents and whatever comes later: acknowledged and handed on. */
  | { kind: 'other'; type: string; body: Record<string, unknown> }

/** Reads a verified webhook body: a connection, one with `eventType`, or `{type, data}`; null: none of them. */
export function readNectarWebhook(body: unknown): NectarWebhook | null {
  if (!isRecord(body)) return null
  const isEnveloped = typeof body.type === 'string' && isRecord(body.data)
  const payload = isEnveloped ? (body.data as Record<string, unknown>) : body
  const named = isEnveloped ? body.type : payload.eventType
  if (typeof named === 'string' && !named.startsWith('connection.')) {
    return { kind: 'other', type: named, body: payload }
  }
  const connection = readUsual(payload) ?? nectarWebhookConnection.safeParse(payload).data
  if (!connection) return typeof named === 'string' ? null : readTypeOnly(payload)
  const type = typeof named === 'string' ? named : inferType(payload, connection)
  return { kind: 'connection', type, connection }
}

/** Without the schema: webhooks come in thousands. */
const readUsual = recordOf<NectarWebhookConnection>({
  id: only(isUuid),
  status: only(isText),
  created: only(isTimestamp),
  updated: only(isTimestamp),
  company: recordOf({ id: only(isUuid) }),
  protectedChanges: listOf(isText),
  old: recordOf({ status: orNull(only(isText)) }),
})

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
