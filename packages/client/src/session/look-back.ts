import type { SessionEnvironment } from './environment.ts'
import type { SessionEvent } from './event.ts'
import type { KeptSession } from './keepsake.ts'
import { wasUsed } from './proof.ts'

interface LookBack {
  event: Extract<SessionEvent, { type: 'resumed' }>
  /** Nobody can use the invitation any more, and it is still good: it is to be taken back. */
  isLeftOver: boolean
}

/**
 * Asks how a session ended that an earlier load of this page had open.
 *
 * @returns null when that cannot be said now
 */
export async function lookBack(
  { client, isReload: isPageReload, today }: SessionEnvironment,
  { invitationId, useCount, purpose, placement, touched, wasRevoked }: KeptSession,
): Promise<LookBack | null> {
  const view = await client.getInvitation(invitationId).catch(() => null)
  if (view === null) return null
  // A page in a tab of its own goes on, whatever became of the one that it was opened from.
  const isReload = isPageReload() && placement === 'frame'
  const invitation = { id: invitationId, useCount }
  const at = today().toISOString()
  return {
    event: { type: 'resumed', purpose, invitation, touched, isReload, wasRevoked, view, at },
    isLeftOver: isReload && view.status === 'ACTIVE' && !wasUsed({ purpose, invitation }, view),
  }
}
