import type { Log } from '../lib/log.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import type { SharedInvitation } from './share-sender.ts'

/**
 * An invitation for the same that can still be used.
 *
 * @param requestHash what it is for, as in the store
 * @throws NectarConnectError; whatever the store throws.
 */
export async function findOpenInvitation(
  companyId: string,
  requestHash: string,
  {
    store,
    client,
  }: { store: Pick<ConnectStore, 'listInvitations'>; client: Pick<NectarClient, 'getInvitation'> },
  log: Log,
): Promise<SharedInvitation | null> {
  const entry = (await store.listInvitations(companyId)).find(
    (known) =>
      known.requestHash === requestHash &&
      known.replacedBy === null &&
      (known.stage === 'sent' || known.stage === 'opened'),
  )
  if (!entry) return null
  const { invitation } = await client.getInvitation(entry.invitationId, log)
  return invitation.status === 'ACTIVE' ? { invitation, entry } : null
}
