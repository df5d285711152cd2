import type { InvitationReason } from '@nectar-connect/contract/wire'
import type { ActivePage, Phase, Purpose } from './phase.ts'

/** How often in a row an untouched page is replaced without asking: nobody may be there any more. */
export const MAX_SILENT_RENEWALS = 5

/** Asks for an invitation; `replaced` is what the one before leaves behind. */
export function requesting(
  purpose: Purpose,
  reason: InvitationReason,
  attemptId: string,
  replaced: { mustExpireAfter: number | null; renewals: number } = { mustExpireAfter: null, renewals: 0 },
): Phase {
  return { name: 'requesting', purpose, reason, attemptId, staleResponses: 0, ...replaced }
}

/** An untouched page may be replaced without asking: while somebody looks, and not for ever. */
export function canReplaceSilently(page: ActivePage, isVisible: boolean): boolean {
  return !page.touched && isVisible && page.renewals < MAX_SILENT_RENEWALS
}

/**
 * Asks for a fresh page in place of this one.
 *
 * @param mustExpireAfter the deadline that the fresh one has to go beyond, on the session's clock
 */
export function requestReplacement(
  { purpose, renewals }: ActivePage,
  reason: InvitationReason,
  attemptId: string,
  mustExpireAfter: number | null,
): Phase {
  return requesting(purpose, reason, attemptId, { mustExpireAfter, renewals: renewals + 1 })
}
