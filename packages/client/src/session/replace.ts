import type { InvitationReason } from '@nectar-connect/contract'
import type { OpenedPage, Phase, Purpose } from './phase.ts'

/** How often in a row an untouched page is replaced without asking: nobody may be there any more. */
export const SILENT_RENEWALS = 5

/** Asks for an invitation; `replaced` is what the one before leaves behind. */
export function requesting(
  purpose: Purpose,
  reason: InvitationReason,
  attemptId: string,
  replaced: { outlast: number | null; renewals: number } = { outlast: null, renewals: 0 },
): Phase {
  return { name: 'requesting', purpose, reason, attemptId, staleAnswers: 0, ...replaced }
}

/** An untouched page may be replaced without asking: while somebody looks, and not for ever. */
export function mayReplace(page: OpenedPage, isVisible: boolean): boolean {
  return !page.touched && isVisible && page.renewals < SILENT_RENEWALS
}

/**
 * Asks for a fresh page in place of this one.
 *
 * @param outlast the deadline that the fresh one has to go beyond, on the session's clock
 */
export function successor(
  { purpose, renewals }: OpenedPage,
  reason: InvitationReason,
  attemptId: string,
  outlast: number | null,
): Phase {
  return requesting(purpose, reason, attemptId, { outlast, renewals: renewals + 1 })
}
