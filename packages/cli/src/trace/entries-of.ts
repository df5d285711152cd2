import type { AuditEvent, NectarConnection, NectarInvitation } from '@nectar-connect/contract/nectar'
import type { InvitationEntry } from '@nectar-connect/server'
import type { StoredObservation } from './recorded.ts'
import type { TraceEntry } from './trace-entry.ts'

/**
 * An invitation as Nectar knows it: made, what its audit log says, what it led to. Not its token, nor its link.
 *
 * @param audit Empty where nothing but the list of a company was asked for.
 */
export function invitationEntries(invitation: NectarInvitation, audit: readonly AuditEvent[]): TraceEntry[] {
  const { id: invitationId, invitationType, connectionId, expiresAt, maxUses, createdAt } = invitation
  return [
    entry(createdAt, 'nectar', 'Invitation made.', {
      invitationId,
      type: invitationType,
      connectionId,
      expiresAt,
      maxUses,
    }),
    ...audit.map(({ name, at }) => entry(at, 'nectar', `Invitation: ${name}.`, { invitationId })),
    ...invitation.createdConnections.map(({ id, datasourceName, created }) =>
      entry(created, 'nectar', 'The invitation made a connection.', {
        invitationId,
        connectionId: id,
        provider: datasourceName,
      }),
    ),
  ]
}

/** How it stands, and which connections it made or mends. */
export function describeInvitation(invitation: NectarInvitation): string {
  const { id, status, useCount, maxUses, connectionId, createdConnections } = invitation
  return [
    `invitation ${id}: ${status}`,
    `used ${useCount}${maxUses === null ? '' : ` of ${maxUses}`}`,
    ...createdConnections.map((made) => `made connection ${made.id}`),
    ...(connectionId === null ? [] : [`mends connection ${connectionId}`]),
  ].join(', ')
}

export function connectionEntries(connection: NectarConnection): TraceEntry[] {
  const {
    id: connectionId,
    created,
    statusFirstSeenTime,
    statusLastUpdateTime,
    status,
    datasource,
  } = connection
  return [
    ...(created === null
      ? []
      : [entry(created, 'nectar', 'Connection made.', { connectionId, provider: datasource?.name ?? null })]),
    ...(statusFirstSeenTime === null
      ? []
      : [entry(statusFirstSeenTime, 'nectar', `${status} since then.`, { connectionId })]),
    ...(statusLastUpdateTime === null || statusLastUpdateTime === statusFirstSeenTime
      ? []
      : [entry(statusLastUpdateTime, 'nectar', `${status} when last checked.`, { connectionId })]),
  ]
}

export function describeConnection({ id, status, isActive }: NectarConnection): string {
  return `connection ${id}: ${status}${isActive ? '' : ', collection is off'}`
}

/** What the store has observed of one connection, oldest first. */
export function observationEntries(observations: readonly StoredObservation[]): TraceEntry[] {
  return observations.map((observation, index) => {
    const { at, status, source, eventId, connectionId, isBaseline } = observation
    const before = observations[index - 1]?.status ?? observation.from
    const isNews = before !== status
    const text = isBaseline
      ? `${status} is where the record begins.`
      : `${status}${isNews ? `, was ${before ?? 'not known'}` : ', as before'}.`
    return entry(at, 'changes', text, { found: source, eventId, connectionId })
  })
}

export function handledEntries(eventId: string, handledAt: number): TraceEntry {
  return entry(new Date(handledAt).toISOString(), 'changes', 'The event was handled.', { eventId })
}

/** Who asked whom. */
export function sharedEntries(shared: InvitationEntry): TraceEntry[] {
  const { invitationId, connectionId, sentAt, remindedAt, stage, stageAt, via, to, mail, invitedBy } = shared
  const more = { invitationId, connectionId, to, mail, by: invitedBy.userId }
  return [
    entry(sentAt, 'changes', via === 'email' ? 'A colleague was sent a mail.' : 'A link was copied.', more),
    ...(remindedAt === null
      ? []
      : [entry(remindedAt, 'changes', 'The colleague was reminded.', { invitationId })]),
    ...(stageAt === sentAt
      ? []
      : [entry(stageAt, 'changes', `It was found out: ${stage}.`, { invitationId })]),
  ]
}

function entry(
  at: string | null,
  source: TraceEntry['source'],
  text: string,
  fields: Record<string, unknown>,
): TraceEntry {
  return { at, source, level: null, text, fields }
}
