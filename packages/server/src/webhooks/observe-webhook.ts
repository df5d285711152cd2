import { normalizeStatus } from '@nectar-connect/contract'
import type { NectarWebhookConnection } from '@nectar-connect/contract/nectar'
import type { Observation } from '../changes/change-log.ts'
import { orderOf, webhookTime } from '../changes/event-time.ts'
import type { Log } from '../log.ts'
import { NectarConnectError } from '../nectar-connect-error.ts'
import type { Services } from '../services.ts'

/**
 * What a webhook says about its connection.
 *
 * @throws NectarConnectError `nectar_unavailable` when it cannot be found out whose the connection is.
 */
export async function observeWebhook(
  {
    eventId,
    connection,
    receivedAt,
  }: { eventId: string; connection: NectarWebhookConnection; receivedAt: number },
  services: Services,
  log: Log,
): Promise<Observation> {
  const connectionId = connection.id.toLowerCase()
  const timestamp = connection.updated ?? connection.created ?? new Date(receivedAt).toISOString()
  const time = webhookTime(timestamp)
  return {
    eventId,
    companyId: await ownerOf(connection, connectionId, services, log),
    connectionId,
    status: normalizeStatus(connection.status),
    from: statusBefore(connection),
    at: time.at,
    order: orderOf(time, eventId),
    source: 'webhook',
    quiet: false,
  }
}

/** An update that names what changed, and not the status, left the status as it was. */
function statusBefore({ old, protectedChanges, status }: NectarWebhookConnection): string | null {
  if (old?.status) return normalizeStatus(old.status)
  return protectedChanges.length > 0 && !protectedChanges.includes('status') ? normalizeStatus(status) : null
}

/** A newer form of the payload does not say it. */
async function ownerOf(
  { company }: NectarWebhookConnection,
  connectionId: string,
  { changeLog, client }: Services,
  log: Log,
): Promise<string> {
  if (company) return company.id.toLowerCase()
  const known = await changeLog.find(connectionId)
  if (known) return known.companyId
  let cause: unknown = 'Nectar did not say it.'
  try {
    const read = await client.getConnection(connectionId, log)
    if (read.company) return read.company.id.toLowerCase()
  } catch (error) {
    cause = error
  }
  // Whatever Nectar answered: this delivery is good, and has to come again.
  throw new NectarConnectError('nectar_unavailable', {
    message: 'A webhook did not say whose its connection is, and neither could it be read.',
    cause,
  })
}
