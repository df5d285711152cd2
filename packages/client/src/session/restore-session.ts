import type { InvitationView } from '@nectar-connect/contract/wire'
import type { Platform } from '../platform/platform.ts'
import { revoke } from './effects.ts'
import type { SessionEvent } from './event.ts'
import { wasUsed } from './invitation-status.ts'
import { getActivePage, isBeforeAll } from './phase.ts'
import { reduce } from './reduce.ts'
import type { SessionParts } from './session-parts.ts'
import type { StoredSession } from './session-storage.ts'
import { watchInvitation } from './watch-invitation.ts'

export interface Restoration {
  /** Shows how a session ended that an earlier load of this page had open. */
  resume(): Promise<void>
  /** Stops following a page in a tab of its own: something else was opened. */
  end(): void
}

/** Finds out what became of the session that an earlier load of this page had open. */
export function createRestoration(parts: SessionParts): Restoration {
  const { client, platform, stored, name, phase, dispatch, analytics } = parts
  let endFollowing = () => {}

  async function resume() {
    const kept = isBeforeAll(phase.get()) ? stored.take(name) : null
    if (!kept) return
    const view = await client.getInvitation(kept.invitationId).catch(() => null)
    const isBusy = getActivePage(phase.get()) !== null
    // The next load of the page tries again.
    if (!view) return isBusy ? undefined : stored.keep(name, kept)
    if (take(kept, view) !== 'open' || isBusy) return
    stored.keep(name, kept)
    if (isBeforeAll(phase.get())) endFollowing = follow(kept)
  }

  function take(kept: StoredSession, view: InvitationView) {
    const { event, rest } = readEarlierSession(platform, kept, view)
    if (reduce(phase.get(), event) !== phase.get()) analytics.resume(kept)
    dispatch(event)
    if (rest === 'left') revoke(client, kept.invitationId)
    return rest
  }

  /** Shows how a page in its own tab ends, though the page that opened it is gone: until something else is opened. */
  function follow(kept: StoredSession): () => void {
    const { end } = watchInvitation(client, platform, kept.invitationId, (result) => {
      if (!('view' in result) || take(kept, result.view) === 'open') return
      end()
      stored.forget(name)
    })
    return end
  }

  return { resume, end: () => endFollowing() }
}

interface EarlierSession {
  event: Extract<SessionEvent, { type: 'resumed' }>
  /**
   * What became of an invitation that is still valid: `left`, nobody can use it any more, so it is revoked;
   * `open`, the customer may still be using it in its own tab. Null: it is over, or its state is unknown.
   */
  rest: 'left' | 'open' | null
}

/** What an answer says about a session that an earlier load of this page had open. */
function readEarlierSession(
  { isReload: isPageReload, today }: Platform,
  { invitationId, useCount, intent, display, touched, wasRevoked }: StoredSession,
  view: InvitationView,
): EarlierSession {
  // A page in a tab of its own goes on, whatever became of the one that it was opened from.
  const isTab = display !== 'frame'
  const isReload = isPageReload() && !isTab
  const invitation = { id: invitationId, useCount }
  const at = today().toISOString()
  const isGood = view.status === 'ACTIVE' && !wasUsed({ intent, invitation }, view)
  return {
    event: { type: 'resumed', intent, invitation, touched, isReload, wasRevoked, view, at },
    rest: !isGood ? null : isTab ? 'open' : isReload ? 'left' : null,
  }
}
