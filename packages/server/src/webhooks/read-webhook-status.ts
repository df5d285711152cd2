import { type NectarWebhookConnection, timestampToMs } from '@nectar-connect/contract/nectar'
import { normalizeStatus } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { toSortKey, webhookTime } from '../stores/change-log.ts'
import type { StatusReading } from '../stores/connect-store.ts'
import type { Deliveries } from './webhook-trust.ts'

/** For so long an unknown connection may only be late at Nectar. In milliseconds. */
const SETTLED_MS = 10 * 60_000
const NOT_OURS =
  'A webhook is about a connection that this API key does not see, so that it is not ours. It was acknowledged, since it would come again and again. If it should be, see that "apiKey" and "webhookSecret" are of the same environment and organization.'

/**
 * What a webhook says about its connection; null: ten minutes on, Nectar does not say whose it is, so it is not ours.
 *
 * @throws NectarConnectError `nectar_unavailable` when it cannot be found out whose the connection is.
 */
export async function readWebhookStatus(
  eventId: string,
  connection: NectarWebhookConnection,
  receivedAt: number,
  deps: Pick<Core, 'client' | 'store'> & { deliveries: Deliveries },
  log: Log,
): Promise<StatusReading | null> {
  const connectionId = connection.id.toLowerCase()
  const timestamp = connection.updated ?? connection.created ?? new Date(receivedAt).toISOString()
  const time = webhookTime(timestamp)
  const isSettled = () => {
    const seenAt = deps.deliveries.firstSeenAt(eventId) ?? receivedAt
    return receivedAt - Math.min(timestampToMs(timestamp), seenAt) >= SETTLED_MS
  }
  const companyId = await ownerOf(connection, connectionId, isSettled, deps, log)
  if (companyId === null) return null
  return {
    eventId,
    companyId,
    connectionId,
    status: normalizeStatus(connection.status),
    from: statusBefore(connection),
    at: time.at,
    sortKey: toSortKey(time, eventId),
    source: 'webhook',
    isBaseline: false,
  }
}

/** An update that names what changed, and not the status, left the status as it was. */
function statusBefore({ old, protectedChanges, status }: NectarWebhookConnection): string | null {
  if (old?.status) return normalizeStatus(old.status)
  return protectedChanges.length > 0 && !protectedChanges.includes('status') ? normalizeStatus(status) : null
}

/** A newer form of the payload does not name the company. @returns null when it is not one of ours. */
async function ownerOf(
  { company }: NectarWebhookConnection,
  connectionId: string,
  isSettled: () => boolean,
  { store, client }: Pick<Core, 'store' | 'client'>,
  log: Log,
): Promise<string | null> {
  if (company) return company.id.toLowerCase()
  const known = await store.findConnection(connectionId)
  if (known) return known.companyId
  let cause: unknown
  try {
    const read = await client.getConnection(connectionId, log)
    if (read.company) return read.company.id.toLowerCase()
  } catch (error) {
    cause = error
  }
  const isFinal =
    cause === undefined ||
    (NectarConnectError.isInstance(cause) && (cause.code === 'not_found' || cause.code === 'nectar_rejected'))
  if (isFinal && isSettled()) {
    log.once('warn', NOT_OURS, {})
    return null
  }
  // The delivery is valid, and has to come again: Nectar may lag behind its webhooks, or the key may be wrong.
  throw new NectarConnectError('nectar_unavailable', {
    message: 'A webhook did not say whose its connection is, and neither could it be read.',
    cause,
  })
}
