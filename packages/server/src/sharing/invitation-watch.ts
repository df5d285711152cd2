import type { NectarInvitationDetail } from '@nectar-connect/contract/nectar'
import { getInvitationStage, type InvitationStage } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Recorder } from '../changes/recorder.ts'
import { viewInvitation } from '../invitations/invitation-view.ts'
import type { Log } from '../lib/log.ts'
import { createSerialQueue, createSingleFlightCache } from '../lib/shared-work.ts'
import type { InvitationEntry } from '../stores/connect-store.ts'
import type { WebhookTrust } from '../webhooks/webhook-trust.ts'

/** How many of a company's invitations are checked, the newest first. */
const LOOKED_AT = 25
/** How often a company with readers is checked, in milliseconds. */
const LOOK_MS = 30_000

/**
 * Finds out what became of colleagues' invitations, and calls the host. Nectar sends no webhooks about
 * invitations, so they are checked when something else happened, and while a page is open.
 */
export type InvitationWatch = ReturnType<typeof createInvitationWatch>

export function createInvitationWatch(
  { client, clock, store, now, log: ownLog }: Core,
  recorder: Recorder,
  webhookTrust: WebhookTrust,
) {
  const inTurn = createSerialQueue()
  const wanted = new Set<string>()
  const looks = createSingleFlightCache<unknown>(LOOK_MS, now)

  /** Notes what was read of an invitation. */
  const record = async (entry: InvitationEntry, detail: NectarInvitationDetail, log: Log) => {
    const stage = getInvitationStage(viewInvitation(detail.invitation, detail.audit, clock))
    if (!isNews(entry.stage, stage)) return
    if (stage === 'received') webhookTrust.submitted(entry.companyId, entry.invitationId)
    const at = new Date(now()).toISOString()
    const change = {
      invitationId: entry.invitationId,
      companyId: entry.companyId,
      kind: entry.kind,
      connectionId: entry.connectionId,
      recipient: entry.to,
      invitedBy: entry.invitedBy,
      from: entry.stage,
      to: stage,
      at,
      createdConnections: detail.invitation.createdConnections.map(({ id, datasourceName }) => ({
        id,
        providerName: datasourceName,
      })),
    }
    const keep = () =>
      store.updateInvitation(entry.companyId, entry.invitationId, { stage, stageAt: at }, entry.stage)
    const recorded = await recorder.invitation(`${entry.invitationId}-${stage}`, change, keep, log)
    // A process called the host, and ended before it could record that.
    if (recorded.state === 'done') await keep()
  }

  /** Checks the pending ones. Rejects with a `NectarConnectError`, or what the store throws. */
  const refresh = async (companyId: string, log: Log) => {
    const waiting = (await store.listInvitations(companyId))
      .filter(({ stage }) => isWaiting(stage))
      .slice(0, LOOKED_AT)
    for (const entry of waiting) {
      await record(entry, await client.getInvitation(entry.invitationId, log), log)
    }
  }

  const refreshQuietly = async (companyId: string) => {
    wanted.delete(companyId)
    await refresh(companyId, ownLog).catch((cause: unknown) =>
      ownLog.warn('It could not be found out what became of the invitations of a company.', {
        companyId,
        cause,
      }),
    )
  }

  /** Checks in a moment, in the background; once, however often it is called meanwhile. */
  const scheduleRefresh = (companyId: string) => {
    if (wanted.has(companyId)) return
    wanted.add(companyId)
    void inTurn(companyId, () => refreshQuietly(companyId))
  }

  return {
    record,
    refresh,
    scheduleRefresh,
    /** The same, every 30 seconds at most. */
    refreshThrottled(companyId: string) {
      void looks.get(companyId, async () => scheduleRefresh(companyId))
    },
  }
}

function isWaiting(stage: InvitationStage): boolean {
  return stage === 'sent' || stage === 'opened' || stage === 'unknown'
}

/** A stage never goes back. Only a use may come after the end. */
function isNews(from: InvitationStage, to: InvitationStage): boolean {
  if (from === to || to === 'unknown' || from === 'received') return false
  if (to === 'received') return true
  return isWaiting(from) && to !== 'sent'
}
