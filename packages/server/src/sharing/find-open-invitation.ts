import type { Log } from '../lib/log.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { InvitationLog } from '../stores/invitation-log.ts'
import type { SharedInvitation } from './share-sender.ts'

/**
 * An invitation for the same that can still be used.
 *
 * @param purpose What it is for, as the invitation log names it.
 * @throws NectarConnectError; whatever the log throws.
 */
export async function findOpenInvitation(
  companyId: string,
  purpose: string,
  {
    invitationLog,
    client,
  }: { invitationLog: Pick<InvitationLog, 'list'>; client: Pick<NectarClient, 'getInvitation'> },
  log: Log,
): Promise<SharedInvitation | null> {
  const entry = (await invitationLog.list(companyId)).find(
    (known) =>
      known.purpose === purpose &&
      known.replacedBy === null &&
      (known.stage === 'sent' || known.stage === 'opened'),
  )
  if (!entry) return null
  const { invitation } = await client.getInvitation(entry.invitationId, log)
  return invitation.status === 'ACTIVE' ? { invitation, entry } : null
}
