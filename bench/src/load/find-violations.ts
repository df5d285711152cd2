import type { ConnectionChange } from '@nectar-connect/server'
import type { Plan } from './make-plan.ts'
import type { Reader } from './reader.ts'

/** Compares how it ended with how it should have. @returns what differs, in words. */
export function findViolations(
  { truth, documents, companies }: Pick<Plan, 'truth' | 'documents' | 'companies'>,
  told: ReadonlyMap<string, readonly ConnectionChange[]>,
  readers: readonly Pick<Reader, 'companyId' | 'seen' | 'statuses' | 'resets'>[],
  { effects }: { effects: ReadonlySet<string> },
): string[] {
  const changes = companies.flatMap((id) => told.get(id) ?? [])
  const latest = new Map(changes.map(({ connectionId, to }) => [connectionId, to]))
  const eventIds = changes.map(({ eventId }) => eventId)
  return [
    ...[...truth].flatMap(([id, status]) =>
      latest.get(id) === status ? [] : [`Connection ${id} is ${status}, the log says ${latest.get(id)}.`],
    ),
    ...(new Set(eventIds).size === eventIds.length ? [] : ['An event made more than one change.']),
    ...[...eventIds, ...documents].flatMap((id) => (effects.has(id) ? [] : [`Event ${id} had no effect.`])),
    ...readers.flatMap((reader, index) => differences(reader, told.get(reader.companyId) ?? [], index)),
  ]
}

function differences(
  { seen, statuses, resets }: Pick<Reader, 'seen' | 'statuses' | 'resets'>,
  changes: readonly ConnectionChange[],
  index: number,
): string[] {
  const cursors = changes.map(({ cursor }) => cursor)
  const isSame = seen.length === cursors.length && seen.every((cursor, at) => cursor === cursors[at])
  const wrong = [...new Map(changes.map(({ connectionId, to }) => [connectionId, to]))].filter(
    ([id, status]) => statuses.get(id) !== status,
  )
  return [
    ...(resets === 0 ? [] : [`Reader ${index} was told to start anew.`]),
    ...(isSame
      ? []
      : [`Reader ${index} saw ${seen.length} changes, not exactly the ${cursors.length} that there are.`]),
    ...(wrong.length === 0 ? [] : [`Reader ${index} ends with ${wrong.length} wrong statuses.`]),
  ]
}
