import { isSameId, type NectarInvitation } from '@nectar-connect/contract/nectar'
import { revoke } from '../invitations/create-invitation.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { Settings } from '../settings/settings.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import type { SharedInvitation, ShareRequest, ShareSender } from './share-sender.ts'

export interface RecoveryDeps {
  client: Pick<NectarClient, 'listInvitations' | 'revokeInvitation'>
  store: Pick<ConnectStore, 'listInvitations'>
  sender: Pick<ShareSender, 'record'>
  settings: Pick<Settings, 'sharing'>
}

/**
 * Finds out what became of a request to Nectar whose answer was lost. What Nectar created and mailed by itself was sent,
 * and is recorded; a link that nobody mailed is revoked, since another one replaces it. A copied link cannot
 * be distinguished from those of the widget: nobody has it, and it expires.
 *
 * @returns null when nothing of it is left: it may be created again.
 * @throws NectarConnectError `outcome_unknown` when a link that is left cannot be revoked.
 */
export async function recoverUnknownOutcome(
  request: ShareRequest,
  { client, store, sender, settings }: RecoveryDeps,
  log: Log,
): Promise<SharedInvitation | null> {
  const { companyId } = request.user
  if (request.to === null) return null
  const written = new Set((await store.listInvitations(companyId)).map(({ invitationId }) => invitationId))
  const left = (await client.listInvitations(companyId, log)).filter(
    (invitation) => isOfRequest(invitation, request) && !written.has(invitation.id.toLowerCase()),
  )
  const [newest] = left
  if (newest === undefined) return null
  if (settings.sharing.mail === 'nectar') return sender.record(request, newest, 'nectar', log)
  for (const invitation of left) {
    if (!(await revoke(client, invitation, log))) throw new NectarConnectError('outcome_unknown')
  }
  return null
}

function isOfRequest(invitation: NectarInvitation, { user, kind, connectionId, to }: ShareRequest): boolean {
  const { companyId, allowedEmails, connectionId: mends, status } = invitation
  return (
    status === 'ACTIVE' &&
    (companyId === null || isSameId(companyId, user.companyId)) &&
    (kind === 'contributor' ? mends === null : isSameId(mends, connectionId ?? '')) &&
    allowedEmails.length === 1 &&
    allowedEmails[0]?.toLowerCase() === to
  )
}
