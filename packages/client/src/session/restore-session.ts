import { check, type InvitationView } from '@nectar-connect/contract/wire'
import { revoke, type SessionParts } from './effects.ts'
import { getActivePage } from './phase.ts'
import { wasUsed } from './reduce-page.ts'
import type { SessionStorage, StoredSession } from './session-storage.ts'
import { watchInvitation } from './watch-invitation.ts'

/** What `Session.resume()` takes. */
export type CreateRestoration = typeof createRestoration

/** Finds out what became of the session that an earlier load of this page had open. */
export function createRestoration({ client, platform, stored, name, phase, dispatch }: SessionParts) {
  let endFollowing = () => {}
  const isBeforeAll = () => ['idle', 'intro'].includes(phase.get().status)

  async function resume() {
    const kept = isBeforeAll() ? takeStored(stored, name, platform.loadedAt()) : null
    if (!kept) return
    const view = await client.getInvitation(kept.invitationId).catch(() => null)
    const isBusy = getActivePage(phase.get()) !== null
    // The next load of the page tries again.
    if (!view) return isBusy ? undefined : stored.keep(name, kept)
    if (!isCarriedOn(kept, view) || isBusy) return
    stored.keep(name, kept)
    if (isBeforeAll()) endFollowing = follow(kept)
  }

  /** Shows how it ended. @returns whether the customer may still be using the page in a tab of its own */
  function isCarriedOn(
    { invitationId: id, useCount, display, ...kept }: StoredSession,
    view: InvitationView,
  ) {
    // A page in a tab of its own goes on, whatever became of the one that it was opened from.
    const isTab = display !== 'frame'
    const isReload = platform.isReload() && !isTab
    const invitation = { id, useCount }
    dispatch({
      type: 'resumed',
      ...kept,
      invitation,
      isReload,
      view,
      at: platform.today().toISOString(),
    })
    const isGood = view.status === 'ACTIVE' && !wasUsed({ intent: kept.intent, invitation }, view)
    // Nobody can use it any more.
    if (isGood && isReload) revoke(client, id)
    return isGood && isTab
  }

  /** Shows how a page in its own tab ends, though the page that opened it is gone: until something else is opened. */
  function follow(kept: StoredSession): () => void {
    const { end } = watchInvitation(client, platform, kept.invitationId, (result) => {
      if (!('view' in result) || isCarriedOn(kept, result.view)) return
      end()
      stored.forget(name)
    })
    return end
  }

  /** `end` stops following a page in a tab of its own, once something else is opened. */
  return { resume, end: () => isBeforeAll() || endFollowing() }
}

/** What an earlier load of this page had open, once; null: nothing. What this load has open stays. */
export function takeStored(
  stored: SessionStorage,
  sessionName: string,
  loadedAt: number,
): StoredSession | null {
  return stored.withStorage(sessionName, (store, key) => {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null')
    if (check.readAs(load, kept)?.loadedAt === loadedAt) return null
    store.removeItem(key)
    return readStored(kept)
  })
}

const load = check.object({ loadedAt: check.number })

const storedSession = check.object({
  invitationId: check.string,
  useCount: check.number,
  intent: check.object({
    kind: check.string,
    connectionId: check.optional(check.string),
    baseline: check.optional(
      check.nullable(check.object({ status: check.string, statusAt: check.nullable(check.string) })),
    ),
  }),
  display: check.oneOf(['frame', 'tab', 'both']),
  touched: check.boolean,
  wasRevoked: check.boolean,
})

/** The whole origin shares the storage: an entry may not be ours. */
function readStored(value: unknown): StoredSession | null {
  const stored = check.readAs(storedSession, value)
  if (stored === null) return null
  const { kind, connectionId, baseline } = stored.intent
  if (kind === 'contributor') return { ...stored, intent: { kind } }
  if (kind !== 'reconnect' || connectionId === undefined || baseline === undefined) return null
  return { ...stored, intent: { kind, connectionId, baseline } }
}
