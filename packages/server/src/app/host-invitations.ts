import { isSameId, type NectarInvitationDetail } from '@nectar-connect/contract/nectar'
import { trustedInvitationUrl } from '@nectar-connect/contract/wire'
import type { Connections } from '../connections/connections.ts'
import { requestInvitation, requireTrustedUrl } from '../invitations/create-invitation.ts'
import { viewInvitation } from '../invitations/invitation-view.ts'
import { readNewInvitation } from '../invitations/policy.ts'
import type { RevokeInvitation } from '../invitations/revoke-invitation.ts'
import type { Log } from '../lib/log.ts'
import { requireId, toIso } from '../lib/values.ts'
import { everyItem, requireOwnConnection, requireOwnInvitation } from '../nectar/nectar-client.ts'
import type { Core } from './core.ts'
import type { Invitation, NectarConnectServer } from './nectar-connect.ts'

interface HostInvitationsDeps extends Pick<Core, 'client' | 'clock' | 'log' | 'settings'> {
  connections: Connections
  revokeInvitation: RevokeInvitation
}

/** The calls of the host's own code about invitations. @param call Runs each as one call of the host. */
export function createHostInvitations(
  deps: HostInvitationsDeps,
  call: <T>(work: (log: Log) => Promise<T>) => Promise<T>,
): NectarConnectServer['invitations'] {
  const { client, clock, connections, log, settings } = deps

  async function view(companyId: string, { invitation, audit }: NectarInvitationDetail): Promise<Invitation> {
    const hasSites = (invitation.prefill?.initialSites ?? []).length > 0
    const siteNames = hasSites ? await connections.siteNames(companyId, log) : new Map<string, string>()
    const { sharing: _, ...seen } = viewInvitation(invitation, audit, clock, { sharing: null, siteNames })
    return {
      ...seen,
      url: trustedInvitationUrl(invitation.invitationUrl, settings.hostedOrigin),
      allowedEmails: invitation.allowedEmails,
      expiresAt: toIso(invitation.expiresAt),
    }
  }

  return {
    create: (companyId, given) =>
      call(async (own) => {
        const { connectionId = null, ...terms } = given ?? {}
        const target = {
          companyId: requireId(companyId, 'companyId'),
          connectionId: connectionId === null ? null : requireId(connectionId, 'connectionId'),
        }
        const kind = target.connectionId === null ? 'contributor' : 'reconnect'
        const body = readNewInvitation(terms, kind, settings.sharing)
        if (target.connectionId !== null) {
          await requireOwnConnection(client, target.companyId, target.connectionId, own)
        }
        const invitation = await requestInvitation(target, body, settings.timeoutMs, deps, own)
        own.info('An invitation was made.', { invitationId: invitation.id, kind, ...target })
        const url = requireTrustedUrl(invitation, settings)
        return { ...(await view(target.companyId, { invitation, audit: [] })), url }
      }),
    async *list(companyId) {
      const invitations = everyItem((page) =>
        call((own) => client.invitationPage(requireId(companyId, 'companyId'), page, own)),
      )
      for await (const invitation of invitations) {
        const isOthers = invitation.companyId !== null && !isSameId(invitation.companyId, companyId)
        if (!isOthers) yield await view(companyId, { invitation, audit: [] })
      }
    },
    get: (companyId, invitationId) =>
      call(async (own) => {
        const id = requireId(companyId, 'companyId')
        return view(id, await requireOwnInvitation(client, id, requireId(invitationId, 'invitationId'), own))
      }),
    revoke: (companyId, invitationId) =>
      call(async (own) => {
        const id = requireId(companyId, 'companyId')
        return view(id, await deps.revokeInvitation(id, requireId(invitationId, 'invitationId'), own))
      }),
  }
}
