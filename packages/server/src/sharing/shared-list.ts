import { isSameId, type NectarInvitation, type NectarInvitationDetail } from '@nectar-connect/contract/nectar'
import {
  getFilter,
  getInvitationStage,
  type InvitationFilter,
  type InvitationView,
  type SharedInvitationsResponse,
  type SharingDetails,
} from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Connections } from '../connections/connections.ts'
import type { User } from '../http/route.ts'
import { newestFirst, viewInvitation } from '../invitations/invitation-view.ts'
import type { Log } from '../lib/log.ts'
import { createSingleFlightCache } from '../lib/shared-work.ts'
import { toIso } from '../lib/values.ts'
import type { NectarClock } from '../nectar/upstream.ts'
import type { InvitationEntry } from '../stores/connect-store.ts'
import type { InvitationWatch } from './invitation-watch.ts'

interface SharedQuery {
  /** Null: all. */
  filter: InvitationFilter | null
  /** The id of the last one of the page before. */
  after: string | null
  limit: number
}

/** Many tabs ask at once, and each row costs a request. In milliseconds. */
const KEPT_MS = 5_000
/** Invitations that are over do not change any more. In milliseconds. */
const OVER_KEPT_MS = 10 * 60_000

/** What the store has of an invitation, and whether a later one of the same share took its place. */
interface KnownEntry {
  entry: InvitationEntry
  isReplaced: boolean
}

/** Colleagues' invitations, as Nectar and the store know them. */
export type SharedList = ReturnType<typeof createSharedList>

export function createSharedList(
  { client, clock, now, store }: Core,
  connections: Connections,
  invitationWatch: InvitationWatch,
) {
  const lists = createSingleFlightCache<NectarInvitation[]>(KEPT_MS, now)
  const open = createSingleFlightCache<NectarInvitationDetail>(KEPT_MS, now)
  const over = createSingleFlightCache<NectarInvitationDetail>(OVER_KEPT_MS, now)

  const readEntries = async (companyId: string, log: Log): Promise<Map<string, KnownEntry>> => {
    const shares = new Set<string>()
    const known = (entry: InvitationEntry): [string, KnownEntry] => {
      const isReplaced = shares.has(entry.shareId)
      shares.add(entry.shareId)
      return [entry.invitationId, { entry, isReplaced }]
    }
    try {
      return new Map((await store.listInvitations(companyId)).map(known))
    } catch (cause) {
      log.error('What the store has of invitations could not be read: they are shown without it.', { cause })
      return new Map()
    }
  }

  const readDetail = async (
    invitation: NectarInvitation,
    entry: InvitationEntry | null,
    log: Log,
  ): Promise<NectarInvitationDetail> => {
    const { id, status, useCount } = invitation
    const cache = status === 'ACTIVE' ? open : over
    // When any of these has changed, it is read again.
    const key = [id, status, useCount, entry?.stage].join(' ')
    try {
      return await cache.get(key, () => client.getInvitation(id, log))
    } catch {
      // The client has logged it; the list's data is better than none.
      return { invitation, audit: [] }
    }
  }

  return {
    /** @throws NectarConnectError */
    async read(
      user: User,
      { filter, after, limit }: SharedQuery,
      log: Log,
    ): Promise<SharedInvitationsResponse> {
      const { companyId, userId } = user
      const [listed, entries] = await Promise.all([
        lists.get(companyId, () => client.listInvitations(companyId, log)),
        readEntries(companyId, log),
      ])
      const shared = newestFirst(listed).flatMap((invitation) => {
        const known = entries.get(invitation.id.toLowerCase())
        return isShared(invitation, known, companyId) ? [{ invitation, entry: known?.entry ?? null }] : []
      })
      const filterFor = ({ invitation }: { invitation: NectarInvitation }) =>
        getFilter(getInvitationStage(viewInvitation(invitation, [], clock)))
      const counts = { pending: 0, used: 0, closed: 0 }
      for (const one of shared) counts[filterFor(one)] += 1
      const wanted = shared.filter((one) => filter === null || filterFor(one) === filter)
      const start =
        after === null ? 0 : wanted.findIndex(({ invitation }) => isSameId(invitation.id, after)) + 1
      const page = wanted.slice(start, start + limit)
      const siteNames = await connections.siteNames(companyId, log)
      const invitations = await Promise.all(
        page.map(async ({ invitation, entry }): Promise<InvitationView> => {
          const detail = await readDetail(invitation, entry, log)
          if (entry !== null) noteQuietly(entry, detail, log)
          return viewShared(detail, entry, userId, { clock, siteNames })
        }),
      )
      return { invitations, hasMore: start + limit < wanted.length, counts }
    },
    /** Notes what was read of an invitation, in the background. */
    note(companyId: string, detail: NectarInvitationDetail, log: Log) {
      store.findInvitation(companyId, detail.invitation.id.toLowerCase()).then(
        (entry) => entry && noteQuietly(entry, detail, log),
        (cause: unknown) => log.error('What the store has of an invitation could not be read.', { cause }),
      )
    },
    /** Forgets what was read of a company: something was made, used, or revoked. */
    invalidate: (companyId: string) => lists.drop(companyId),
  }

  function noteQuietly(entry: InvitationEntry, detail: NectarInvitationDetail, log: Log) {
    invitationWatch
      .record(entry, detail, log)
      .catch((cause: unknown) =>
        log.warn('A change of an invitation could not be told. It is tried again.', { cause }),
      )
  }
}

/** Without an entry, an invitation for certain addresses counts as shared. */
function isShared(
  { companyId, allowedEmails }: NectarInvitation,
  known: KnownEntry | undefined,
  usersCompany: string,
): boolean {
  if (companyId !== null && !isSameId(companyId, usersCompany)) return false
  return known === undefined ? allowedEmails.length > 0 : !known.isReplaced
}

/** A colleague's invitation as a browser may see it. Without an entry, Nectar's data is used, with less detail. */
export function viewShared(
  { invitation, audit }: NectarInvitationDetail,
  entry: InvitationEntry | null,
  userId: string,
  { clock, siteNames }: { clock: NectarClock; siteNames: ReadonlyMap<string, string> },
): InvitationView {
  const [recipient = null] = invitation.allowedEmails
  const { via, mail, to, sentAt, remindedAt } = entry ?? {
    via: recipient === null ? 'link' : 'email',
    mail: null,
    to: recipient,
    sentAt: toIso(invitation.createdAt),
    remindedAt: null,
  }
  const inviter = entry?.invitedBy ?? null
  const invitedBy = inviter && { name: inviter.name, isYou: inviter.userId === userId }
  const sharing: SharingDetails = { via, mail, to, invitedBy, sentAt, remindedAt }
  const view = viewInvitation(invitation, audit, clock, { sharing, siteNames })
  if (entry === null) return view
  // Once opened, it stays opened, even if Nectar's log is cut.
  const wasOpened = entry.stage === 'opened' && view.opened !== true
  const usedAt = view.usedAt ?? (entry.stage === 'received' ? entry.stageAt : null)
  return { ...view, usedAt, ...(wasOpened ? { opened: true, openedAt: entry.stageAt } : {}) }
}
