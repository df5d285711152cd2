import { isSameId, type NectarConnection, type NectarInvitationDetail } from '@nectar-connect/contract/nectar'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarClient } from './nectar-client.ts'

/**
 * The connection, if this company owns it.
 *
 * @throws NectarConnectError `not_found` for one of another company just as for one that does not exist.
 */
export async function requireOwnConnection(
  client: Pick<NectarClient, 'getConnection'>,
  companyId: string,
  connectionId: string,
  log: Log,
): Promise<NectarConnection> {
  const connection = await client.getConnection(connectionId, log)
  if (isSameId(connection.company?.id, companyId)) return connection
  throw new NectarConnectError('not_found')
}

/**
 * The invitation, if this company owns it. An invitation without an owner belongs to the owner of the connection
 * that it reconnects.
 *
 * @throws NectarConnectError `not_found` for another company's, and for one that does not exist.
 */
export async function requireOwnInvitation(
  client: Pick<NectarClient, 'getInvitation' | 'getConnection'>,
  companyId: string,
  invitationId: string,
  log: Log,
): Promise<NectarInvitationDetail> {
  const detail = await client.getInvitation(invitationId, log)
  const { companyId: owner, connectionId } = detail.invitation
  if (owner === null && connectionId !== null) {
    await requireOwnConnection(client, companyId, connectionId, log)
  } else if (!isSameId(owner, companyId)) throw new NectarConnectError('not_found')
  return detail
}
