import { isSameId, type NectarInvitation, type NectarInvitationDetail } from '@nectar-connect/contract/nectar'
import {
  getFilter,
  getInvitationStage,
  type InvitationFilter,
  type InvitationView,
  type SharedInvitationsResponse,
} from '@nectar-connect/contract/wire'
import type { Connections } from '../connections/connections.ts'
import type { User } from '../http/route.ts'
import { newestFirst, viewInvitation } from '../invitations/invitation-view.ts'
import type { Log } from '../lib/log.ts'
import { createSingleFlightCache } from '../lib/shared-work.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { NectarClock } from '../nectar/upstream.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import type { InvitationEntry } from '../stores/invitation-entry.ts'
import type { InvitationWatch } from './invitation-watch.ts'
import { viewShared } from './view-shared.ts'

export interface SharedQuery {
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

/** Colleagues' invitations, as Nectar and the store know them. */
export interface SharedList {
  /** @throws NectarConnectError */
  read(user: User, query: SharedQuery, log: Log): Promise<SharedInvitationsResponse>
  /** Notes what was read of an invitation, in the background. */
  note(companyId: string, detail: NectarInvitationDetail, log: Log): void
  /** Forgets what was read of a company: something was made, used, or revoked. */
  invalidate(companyId: string): void
}

interface SharedListDeps {
  client: Pick<NectarClient, 'listInvitations' | 'getInvitation'>
  clock: NectarClock
  connections: Pick<Connections, 'siteNames'>
  store: Pick<ConnectStore, 'findInvitation' | 'listInvitations'>
  invitationWatch: Pick<InvitationWatch, 'record'>
  /** Milliseconds since the epoch. */
  now: () => number
}

export function createSharedList(deps: SharedListDeps): SharedList {
  const { client, clock, connections, store, invitationWatch } = deps
  const lists = createSingleFlightCache<NectarInvitation[]>(KEPT_MS, deps.now)
  const open = createSingleFlightCache<NectarInvitationDetail>(KEPT_MS, deps.now)
  const over = createSingleFlightCache<NectarInvitationDetail>(OVER_KEPT_MS, deps.now)

  const readEntries = async (companyId: string, log: Log): Promise<Map<string, InvitationEntry>> => {
    try {
      const entries = await store.listInvitations(companyId)
      return new Map(entries.map((entry) => [entry.invitationId, entry]))
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
    async read(user, { filter, after, limit }, log) {
      const { companyId, userId } = user
      const [listed, entries] = await Promise.all([
        lists.get(companyId, () => client.listInvitations(companyId, log)),
        readEntries(companyId, log),
      ])
      const shared = newestFirst(listed).flatMap((invitation) => {
        const entry = entries.get(invitation.id.toLowerCase()) ?? null
        return isShared(invitation, entry, companyId) ? [{ invitation, entry }] : []
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
    note(companyId, detail, log) {
      store.findInvitation(companyId, detail.invitation.id.toLowerCase()).then(
        (entry) => entry && noteQuietly(entry, detail, log),
        (cause: unknown) => log.error('What the store has of an invitation could not be read.', { cause }),
      )
    },
    invalidate: (companyId) => lists.drop(companyId),
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
  entry: InvitationEntry | null,
  usersCompany: string,
): boolean {
  if (companyId !== null && !isSameId(companyId, usersCompany)) return false
  return entry === null ? allowedEmails.length > 0 : entry.replacedBy === null
}
