import { type AuditEvent, type NectarInvitation, timestampToMs } from '@nectar-connect/contract/nectar'
import type { InvitationView, SharingDetails } from '@nectar-connect/contract/wire'
import { toIso } from '../lib/values.ts'
import type { NectarClock } from '../nectar/upstream.ts'

/** An invitation as a browser may see it: neither token nor URL. @param shared Null: no colleague was sent it. */
export function viewInvitation(
  invitation: NectarInvitation,
  audit: readonly AuditEvent[],
  clock: NectarClock,
  shared: { sharing: SharingDetails | null; siteNames: ReadonlyMap<string, string> } | null = null,
): InvitationView {
  const { expiresAt } = invitation
  return {
    id: invitation.id,
    kind: kindOf(invitation),
    status: invitation.status,
    expiresInMs: expiresAt === null ? null : Math.max(0, Math.floor(timestampToMs(expiresAt) - clock())),
    createdAt: toIso(invitation.createdAt),
    useCount: invitation.useCount,
    maxUses: invitation.maxUses,
    requiresEmail: invitation.allowedEmails.length > 0,
    connectionId: invitation.connectionId,
    ...auditTimes(audit),
    sites: (invitation.prefill?.initialSites ?? []).map((id) => ({
      id,
      name: shared?.siteNames.get(id.toLowerCase()) ?? null,
    })),
    sharing: shared?.sharing ?? null,
    createdConnections: invitation.createdConnections.map(({ id, datasourceName, status }) => ({
      id,
      providerName: datasourceName,
      status,
    })),
  }
}

/** What an audit log says. The names of its events are not documented, so they are read tolerantly. */
function auditTimes(audit: readonly AuditEvent[]): Pick<InvitationView, 'opened' | 'openedAt' | 'usedAt'> {
  const views = audit.filter(({ name }) => /view|open|verif/.test(name))
  const uses = audit.filter(({ name }) => /(^|[^a-z])used?([^a-z]|$)|submit|fulfil/.test(name))
  return {
    opened: audit.length === 0 ? null : views.length > 0,
    openedAt: toIso(views.find(({ at }) => at !== null)?.at ?? null),
    usedAt: toIso(uses.findLast(({ at }) => at !== null)?.at ?? null),
  }
}

function kindOf({ invitationType, connectionId }: NectarInvitation): InvitationView['kind'] {
  if (invitationType === 'EDIT_CONNECTION') return 'reconnect'
  if (invitationType === 'CREATE_CONNECTION') return 'contributor'
  return connectionId === null ? 'contributor' : 'reconnect'
}

/** Newest first; those without a date last. */
export function newestFirst(invitations: readonly NectarInvitation[]): NectarInvitation[] {
  const time = ({ createdAt }: NectarInvitation) => (createdAt === null ? 0 : timestampToMs(createdAt))
  return [...invitations].sort((a, b) => time(b) - time(a))
}
