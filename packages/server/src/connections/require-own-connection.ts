import { isSameId, type NectarConnection } from '@nectar-connect/contract/nectar'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'

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
