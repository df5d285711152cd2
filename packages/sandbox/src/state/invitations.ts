import type { NectarInvitationCreate } from '@nectar-connect/contract/nectar'
import { mailInvitation } from './mails.ts'
import type { AuditEventType, InvitationRecord, InvitationStatus } from './records.ts'
import type { SandboxState } from './sandbox-state.ts'

export type InvitationTarget =
  | { type: 'CREATE_CONNECTION'; companyId: string }
  | { type: 'EDIT_CONNECTION'; companyId: string; connectionId: string }

export function createInvitation(
  state: SandboxState,
  target: InvitationTarget,
  body: NectarInvitationCreate,
): InvitationRecord {
  const createdAt = state.time.stamp()
  const invitation: InvitationRecord = {
    id: state.ids.uuid(),
    token: `inv_${state.ids.token()}`,
    invitationType: target.type,
    companyId: target.companyId,
    connectionId: target.type === 'EDIT_CONNECTION' ? target.connectionId : null,
    allowedEmails: body.allowedEmails ?? [],
    sendEmail: body.sendEmail ?? false,
    createdAt,
    expiresAt: body.expiresInSeconds === undefined ? null : createdAt + body.expiresInSeconds * 1_000_000,
    maxUses: body.maxUses ?? null,
    useCount: 0,
    revokedAt: null,
    prefill: body.prefill ?? {},
    createdConnectionIds: [],
    audit: [],
  }
  state.invitations.set(invitation.id, invitation)
  state.invitationsCreated += 1
  if (invitation.sendEmail) mailInvitation(state, invitation)
  return invitation
}

/** Worked out when it is asked for: nothing has to run for an invitation to expire. */
export function invitationStatus(state: SandboxState, invitation: InvitationRecord): InvitationStatus {
  if (invitation.revokedAt !== null) return 'REVOKED'
  if (invitation.maxUses !== null && invitation.useCount >= invitation.maxUses) return 'FULFILLED'
  const { expiresAt } = invitation
  // The microseconds only tell apart what was made within one millisecond: they are no part of the life.
  if (expiresAt !== null && state.time.now() >= Math.floor(expiresAt / 1000)) return 'EXPIRED'
  return 'ACTIVE'
}

/** Null for a token that nobody was given. */
export function findByToken(state: SandboxState, token: string): InvitationRecord | null {
  return [...state.invitations.values()].find((invitation) => invitation.token === token) ?? null
}

/** Counts one use; `connectionId` is the connection that it made, or null for a reconnect. */
export function useInvitation(
  state: SandboxState,
  invitation: InvitationRecord,
  connectionId: string | null,
): void {
  invitation.useCount += 1
  if (connectionId !== null) invitation.createdConnectionIds.push(connectionId)
  record(state, invitation, 'USED')
}

export function revokeInvitation(state: SandboxState, invitation: InvitationRecord): void {
  invitation.revokedAt = state.time.stamp()
  record(state, invitation, 'REVOKED')
}

/** Adds to the audit log. */
export function record(
  state: SandboxState,
  invitation: InvitationRecord,
  eventType: AuditEventType,
  email: string | null = null,
): void {
  invitation.audit.push({ id: state.ids.uuid(), eventType, at: state.time.stamp(), email })
}
