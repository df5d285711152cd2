import { ERRORS, type ShareInvitationsResponse, type ShareResult } from '@nectar-connect/contract/wire'
import { requirePermission } from '../../http/authorize-request.ts'
import { shareInvitationsRequest } from '../../http/requests.ts'
import type { Route } from '../../http/route.ts'
import { readInput } from '../../invitations/read-input.ts'
import type { Log } from '../../lib/log.ts'
import { NectarConnectError } from '../../lib/nectar-connect-error.ts'
import { withinLimit } from '../../lib/within-limit.ts'
import { shareInvitation } from '../share-invitation.ts'
import { viewShared } from '../view-shared.ts'

/** Asks colleagues: an invitation and a mail for each address. */
export const shareInvitations: Route = {
  method: 'POST',
  path: '/invitations/shared',
  access: 'caller',
  may: (can) => can.invite,
  async run({ services, log, caller, readBody }) {
    const request = await readBody(shareInvitationsRequest)
    requirePermission(caller.can.invite, caller)
    await readInput(services.inputSchema, request.input)
    const { attemptId, kind, note = null, language = 'en', input } = request
    const connectionId = request.kind === 'reconnect' ? request.connectionId.toLowerCase() : null
    const addressees = [...new Set(request.to)]
    const siteNames = await services.connections.siteNames(caller.companyId, log)
    const ask = async (to: string): Promise<ShareResult> => {
      const shared = await withinLimit(
        services,
        shareInvitation({ caller, kind, connectionId, language, note, to, input, attemptId }, services, log),
      )
      const view = viewShared({ invitation: shared.invitation, audit: [] }, shared.entry, caller.userId, {
        clock: services.clock,
        siteNames,
      })
      return { to, outcome: shared.outcome, invitation: view, code: null, retryable: false }
    }
    const settled = await Promise.allSettled(addressees.map(ask))
    services.sharedList.drop(caller.companyId)
    throwIfAllFailed(settled)
    return {
      results: settled.map((result, index) =>
        result.status === 'fulfilled' ? result.value : failed(String(addressees[index]), result.reason, log),
      ),
    } satisfies ShareInvitationsResponse
  },
}

/** One cause for all is an error of the whole, with what belongs to it. */
function throwIfAllFailed(settled: PromiseSettledResult<ShareResult>[]) {
  const [first] = settled
  if (first?.status === 'rejected' && settled.every(({ status }) => status === 'rejected')) throw first.reason
}

function failed(to: string, reason: unknown, log: Log): ShareResult {
  const code = NectarConnectError.isInstance(reason) ? reason.code : 'internal_error'
  log.error('A colleague could not be asked.', { code, cause: reason })
  return { to, outcome: 'failed', invitation: null, code, retryable: ERRORS[code].retryable }
}
