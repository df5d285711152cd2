import type { NectarSource } from './ask-about.ts'
import type { Logs } from './read-logs.ts'
import type { Recorded } from './recorded.ts'
import {
  tellConnection,
  tellConnectionNow,
  tellHandled,
  tellInvitation,
  tellInvitationNow,
  tellObservations,
  tellShared,
} from './tell.ts'
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
 * about, an invitation to its connections, a connection to the events that told of it.
 *
 * @param onFault Told of a source that fails on the way; the others go on.
 */
export async function gather(
  { kind, id }: TraceOptions['subject'],
  sources: Sources,
  onFault: (source: string, error: unknown) => void,
): Promise<Trace> {
  const ids = new Set([id])
  const entries: TraceEntry[] = []
  const now: string[] = []
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

  async function lookAtInvitation(invitationId: string): Promise<boolean> {
    const detail = (await attempt('Nectar', async () => sources.nectar?.invitation(invitationId))) ?? null
    let isKnown = detail !== null
    for (const recorded of sources.recorded) {
      const shared = await attempt('changes', () => recorded.ofInvitation(invitationId))
      if (!shared) continue
      isKnown = true
      entries.push(...tellShared(shared))
    }
    if (detail === null) return isKnown
    entries.push(...tellInvitation(detail))
    now.push(tellInvitationNow(detail))
    for (const { id: connectionId } of detail.invitation.createdConnections) {
      ids.add(connectionId)
      await lookAtConnection(connectionId)
    }
    return true
  }
  async function lookAtConnection(connectionId: string) {
    const connection = await attempt('Nectar', async () => sources.nectar?.connection(connectionId))
    if (connection) {
      entries.push(...tellConnection(connection))
      now.push(tellConnectionNow(connection))
    }
    for (const recorded of sources.recorded) {
      const observations = await attempt('changes', () => recorded.ofConnection(connectionId))
      entries.push(...tellObservations(observations ?? []))
      for (const { eventId } of observations ?? []) ids.add(eventId)
    }
  }
  async function lookAtEvent(eventId: string) {
    for (const recorded of sources.recorded) {
      const event = await attempt('changes', () => recorded.ofEvent(eventId))
      if (!event) continue
      entries.push(...tellObservations(event.observations))
      if (event.handledAt !== null) entries.push(tellHandled(eventId, event.handledAt))
    }
  }

  if (kind === 'event') await lookAtEvent(id)
  if (kind === 'object' && !(await lookAtInvitation(id))) await lookAtConnection(id)
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
  object: ['reference', 'eventId'],
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
