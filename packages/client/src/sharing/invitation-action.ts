import type { InvitationView } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { asConnectError } from '../lib/connect-error.ts'
import { withClipboard } from '../platform/clipboard.ts'
import type { Platform } from '../platform/platform.ts'
import { remindOfInvitation } from '../requests.ts'
import { createAction, linkToCopy } from './action.ts'

export type InvitationAction = ReturnType<typeof createInvitationAction>

/** What the sender can do to an invitation that went out. @param onChanged called with the changed invitation */
export function createInvitationAction(
  client: ConnectClient,
  platform: Platform,
  onChanged: (invitation: InvitationView) => void,
) {
  const action = createAction(withClipboard(platform), ({ invitation }) => onChanged(invitation))
  /** It is unknown whether this reminder was sent: the next try repeats it. */
  let pendingRetry: string | null = null

  async function remind({ id }: InvitationView) {
    const idempotencyKey = pendingRetry ?? platform.createId()
    pendingRetry = idempotencyKey
    try {
      const { invitation, link, url } = await remindOfInvitation(client, id, { idempotencyKey })
      pendingRetry = null
      return { outcome: link, invitation, copy: linkToCopy(url) }
    } catch (cause) {
      const { code } = asConnectError(cause)
      // The server's answer is final for this reminder: another try is another reminder.
      if (code === 'idempotency_conflict' || code === 'outcome_unknown') pendingRetry = null
      throw cause
    }
  }

  return {
    phase: action.phase,
    retryInMs: action.retryInMs,
    /** Sends a mail once more, or copies the link of one that was copied. To be called in an event of the customer's. */
    remind(invitation: InvitationView) {
      action.run('remind', () => remind(invitation), { isCopied: invitation.sharing?.via === 'link' })
    },
    /** Revoking cannot be undone: asks the sender to confirm it. */
    confirmRevoke: () => action.reset('confirming'),
    revoke({ id }: InvitationView) {
      action.run('revoke', async () => {
        return { outcome: 'revoked', invitation: await client.revokeInvitation(id), copy: null }
      })
    },
    /** Back to the start. */
    dismiss: () => action.reset(),
  }
}
