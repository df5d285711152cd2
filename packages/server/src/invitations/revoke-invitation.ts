import type { NectarInvitationDetail } from '@nectar-connect/contract/nectar'
import type { Core } from '../app/core.ts'
import type { Log } from '../lib/log.ts'
import { requireOwnInvitation } from '../nectar/nectar-client.ts'
import type { InvitationWatch } from '../sharing/invitation-watch.ts'
import type { SharedList } from '../sharing/shared-list.ts'
import type { InvitationEntry } from '../stores/connect-store.ts'
import type { IdempotentCreates } from './idempotent-creates.ts'

interface RevokeInvitationDeps extends Pick<Core, 'client' | 'store'> {
  idempotentCreates: IdempotentCreates
  invitationWatch: InvitationWatch
  sharedList: SharedList
}

export type RevokeInvitation = ReturnType<typeof createRevokeInvitation>

/** Revokes an invitation of a company, and whatever a reminder put in its place. */
export function createRevokeInvitation(deps: RevokeInvitationDeps) {
  const { client, store, idempotentCreates, invitationWatch, sharedList } = deps

  /** An invitation that is over need not be revoked, and Nectar's answer to that is not documented. */
  async function revokeOpen(
    own: NectarInvitationDetail,
    entry: InvitationEntry | null,
    log: Log,
  ): Promise<NectarInvitationDetail> {
    const { id, status } = own.invitation
    if (status !== 'ACTIVE') return own
    await client.revokeInvitation(id, log)
    log.info('An invitation was revoked.', { invitationId: id })
    const detail = await client.getInvitation(id, log)
    idempotentCreates.refresh(detail.invitation)
    if (entry !== null) await invitationWatch.record(entry, detail, log)
    return detail
  }

  /** A reminder may replace it at this very moment, so the entries are read again, until the current one is revoked. */
  async function revokeReplacements(
    { companyId, invitationId, shareId }: InvitationEntry,
    log: Log,
  ): Promise<void> {
    const revoked = new Set([invitationId])
    for (;;) {
      const current = (await store.listInvitations(companyId)).find((entry) => entry.shareId === shareId)
      if (current === undefined || revoked.has(current.invitationId)) return
      await revokeOpen(await client.getInvitation(current.invitationId, log), current, log)
      revoked.add(current.invitationId)
    }
  }

  /**
   * @param assertAllowed Throws for who may not revoke it. `entry` is null unless a colleague was sent it.
   * @throws NectarConnectError `not_found` also for another company's.
   */
  return async (
    companyId: string,
    invitationId: string,
    log: Log,
    assertAllowed: (entry: InvitationEntry | null) => void = () => {},
  ): Promise<NectarInvitationDetail> => {
    const own = await requireOwnInvitation(client, companyId, invitationId, log)
    const entry = await store.findInvitation(companyId, invitationId)
    assertAllowed(entry)
    const detail = await revokeOpen(own, entry, log)
    if (entry !== null) await revokeReplacements(entry, log)
    sharedList.invalidate(companyId)
    return detail
  }
}
