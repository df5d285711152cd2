import type { InvitationView } from '@nectar-connect/contract/wire'
import type { SessionEnvironment } from './environment.ts'
import type { SessionEvent } from './event.ts'
import { wasUsed } from './proof.ts'
import type { StoredSession } from './session-storage.ts'

interface LookBack {
  event: Extract<SessionEvent, { type: 'resumed' }>
  /**
   * What became of an invitation that is still good: `left`, nobody can use it any more, and it is to be taken back;
   * `open`, the customer may be carrying on in a tab of its own. Null: it is over, or nobody can tell.
   */
  rest: 'left' | 'open' | null
}

/** What an answer says about a session that an earlier load of this page had open. */
export function restoreSession(
  { isReload: isPageReload, today }: SessionEnvironment,
  { invitationId, useCount, purpose, placement, touched, wasRevoked }: StoredSession,
  view: InvitationView,
): LookBack {
  // A page in a tab of its own goes on, whatever became of the one that it was opened from.
  const isTab = placement !== 'frame'
  const isReload = isPageReload() && !isTab
  const invitation = { id: invitationId, useCount }
  const at = today().toISOString()
  const isGood = view.status === 'ACTIVE' && !wasUsed({ purpose, invitation }, view)
  return {
    event: { type: 'resumed', purpose, invitation, touched, isReload, wasRevoked, view, at },
    rest: !isGood ? null : isTab ? 'open' : isReload ? 'left' : null,
  }
}
