import type { NectarConnection } from '@nectar-connect/contract/nectar'
import type { NectarSource } from './ask-about.ts'
import {
  connectionEntries,
  describeConnection,
  describeInvitation,
  handledEntries,
  invitationEntries,
  observationEntries,
  sharedEntries,
} from './entries-of.ts'
import type { Logs } from './read-logs.ts'
import type { Recorded } from './recorded.ts'
import type { IdField, TraceEntry } from './trace-entry.ts'
import type { TraceOptions } from './trace-options.ts'

/** Where to look; null: not asked for, or not to be had. */
export interface Sources {
  logs: Logs
  recorded: readonly Recorded[]
  nectar: NectarSource | null
}

export interface Trace {
  entries: TraceEntry[]
  /** How things stand, a line each. */
  now: string[]
  /** Other ids that belong to it. */
  related: string[]
}

/**
 * Looks for everything about the subject, one step on: a request leads to the invitation and the event that it was
 * about, an invitation to the connections that it made or mends, a connection to its invitations and the events that
 * told of it.
 *
 * @param onFault Told of a source that fails on the way; the others go on.
 */
export async function collectTrace(
  { kind, id }: TraceOptions['subject'],
  sources: Sources,
  onFault: (source: string, error: unknown) => void,
): Promise<Trace> {
  const ids = new Set([id])
  const entries: TraceEntry[] = []
  const now: string[] = []
  const seen = new Set<string>()
  const attempt = async <T>(source: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      onFault(source, error)
      return null
    }
  }
  const named = collectIds((await attempt('log', () => sources.logs.naming(new Set([id])))) ?? [])
  const leads = LEADS[kind].flatMap((field) => [...named[field]])
  for (const lead of leads) ids.add(lead)

  /** @returns whether it is an invitation */
  async function lookAtInvitation(invitationId: string): Promise<boolean> {
    const detail = (await attempt('Nectar', async () => sources.nectar?.invitation(invitationId))) ?? null
    const connectionIds = new Set<string>()
    let isKnown = detail !== null
    for (const recorded of sources.recorded) {
      const shared = await attempt('changes', () => recorded.ofInvitation(invitationId))
      if (!shared) continue
      isKnown = true
      entries.push(...sharedEntries(shared))
      if (shared.connectionId !== null) connectionIds.add(shared.connectionId)
    }
    if (detail !== null) {
      const { invitation, audit } = detail
      entries.push(...invitationEntries(invitation, audit))
      now.push(describeInvitation(invitation))
      if (invitation.connectionId !== null) connectionIds.add(invitation.connectionId)
      for (const made of invitation.createdConnections) connectionIds.add(made.id)
    }
    for (const connectionId of connectionIds) {
      ids.add(connectionId)
      await lookAtConnection(connectionId)
    }
    return isKnown
  }
  async function lookAtConnection(connectionId: string): Promise<NectarConnection | null> {
    if (seen.has(connectionId)) return null
    seen.add(connectionId)
    const connection = await attempt('Nectar', async () => sources.nectar?.connection(connectionId))
    if (connection) {
      entries.push(...connectionEntries(connection))
      now.push(describeConnection(connection))
    }
    for (const recorded of sources.recorded) {
      const observations = await attempt('changes', () => recorded.ofConnection(connectionId))
      entries.push(...observationEntries(observations ?? []))
      for (const { eventId } of observations ?? []) ids.add(eventId)
    }
    return connection ?? null
  }
  async function lookAtInvitationsOf(connectionId: string, connection: NectarConnection | null) {
    const invitations =
      connection && (await attempt('Nectar', async () => sources.nectar?.invitationsOf(connection)))
    for (const invitation of invitations ?? []) {
      ids.add(invitation.id)
      entries.push(...invitationEntries(invitation, []))
      now.push(describeInvitation(invitation))
    }
    for (const recorded of sources.recorded) {
      const asked = await attempt('changes', () => recorded.reconnectsOf(connectionId))
      for (const shared of asked ?? []) {
        ids.add(shared.invitationId)
        entries.push(...sharedEntries(shared))
      }
    }
  }
  async function lookAtEvent(eventId: string) {
    for (const recorded of sources.recorded) {
      const event = await attempt('changes', () => recorded.ofEvent(eventId))
      if (!event) continue
      entries.push(...observationEntries(event.observations))
      if (event.handledAt !== null) entries.push(handledEntries(eventId, event.handledAt))
    }
  }

  if (kind === 'event') await lookAtEvent(id)
  if (kind === 'object') {
    if ((await lookAtInvitation(id)) || named.invitationId.has(id)) {
      for (const connectionId of named.connectionId) await lookAtConnection(connectionId)
    } else {
      await lookAtInvitationsOf(id, await lookAtConnection(id))
    }
  }
  if (kind === 'reference') {
    for (const eventId of named.eventId) await lookAtEvent(eventId)
    for (const invitationId of named.invitationId) await lookAtInvitation(invitationId)
  }
  // What was found on the way is looked for in the logs as well.
  const lines = (await attempt('log', () => sources.logs.naming(ids))) ?? []
  entries.push(...lines.map(({ entry }) => entry))
  ids.delete(id)
  return { entries, now, related: [...ids] }
}

/** Which ids of the lines about it belong to a subject. Not the connection of an event: it has others. */
const LEADS: Record<TraceOptions['subject']['kind'], readonly IdField[]> = {
  reference: ['eventId', 'invitationId'],
  event: ['reference'],
  object: ['reference', 'eventId', 'invitationId', 'connectionId'],
}

function collectIds(lines: readonly { ids: ReadonlyMap<IdField, readonly string[]> }[]) {
  const of = (field: IdField) => new Set(lines.flatMap(({ ids }) => ids.get(field) ?? []))
  return {
    reference: of('reference'),
    eventId: of('eventId'),
    invitationId: of('invitationId'),
    connectionId: of('connectionId'),
  }
}
