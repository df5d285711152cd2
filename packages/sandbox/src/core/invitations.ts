import type { NectarInvitationCreate } from '@nectar-connect/contract/nectar'
import { mailInvitation } from './mails.ts'
import type { AuditEventType, InvitationRecord, InvitationStatus } from './records.ts'
import type { World } from './world.ts'

export type InvitationTarget =
  | { type: 'CREATE_CONNECTION'; companyId: string }
  | { type: 'EDIT_CONNECTION'; companyId: string; connectionId: string }

export function createInvitation(
  world: World,
  target: InvitationTarget,
  body: NectarInvitationCreate,
): InvitationRecord {
  const createdAt = world.clock.stamp()
  const invitation: InvitationRecord = {
    id: world.ids.uuid(),
    token: `inv_${world.ids.token()}`,
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
  world.state.invitations.set(invitation.id, invitation)
  world.state.invitationsCreated += 1
  if (invitation.sendEmail) mailInvitation(world, invitation)
  return invitation
}

/** Worked out when it is asked for: nothing has to run for an invitation to expire. */
export function invitationStatus(world: World, invitation: InvitationRecord): InvitationStatus {
  if (invitation.revokedAt !== null) return 'REVOKED'
  if (invitation.maxUses !== null && invitation.useCount >= invitation.maxUses) return 'FULFILLED'
  const { expiresAt } = invitation
  // The microseconds only tell apart what was made within one millisecond: they are no part of the life.
  if (expiresAt !== null && world.clock.now() >= Math.floor(expiresAt / 1000)) return 'EXPIRED'
  return 'ACTIVE'
}

/** Null for a token that nobody was given. */
export function findByToken(world: World, token: string): InvitationRecord | null {
  return [...world.state.invitations.values()].find((invitation) => invitation.token === token) ?? null
}

/** Counts one use; `connectionId` is the connection that it made, or null for a reconnect. */
export function useInvitation(world: World, invitation: InvitationRecord, connectionId: string | null): void {
  invitation.useCount += 1
  if (connectionId !== null) invitation.createdConnectionIds.push(connectionId)
  record(world, invitation, 'USED')
}

export function revokeInvitation(world: World, invitation: InvitationRecord): void {
  invitation.revokedAt = world.clock.stamp()
  record(world, invitation, 'REVOKED')
}

/** Adds to the audit log. */
export function record(
  world: World,
  invitation: InvitationRecord,
  eventType: AuditEventType,
  email: string | null = null,
): void {
  invitation.audit.push({ id: world.ids.uuid(), eventType, at: world.clock.stamp(), email })
}
