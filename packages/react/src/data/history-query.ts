import type { ConnectError } from '@nectar-connect/client'
import type { ChangesResponse } from '@nectar-connect/contract/wire'
import type { QueryObserverOptions } from '@tanstack/react-query'
import type { ConnectEnvironment } from './connect-environment.ts'
import { historyKey } from './connections-query.ts'
import { OWN_OPTIONS } from './own-options.ts'

/** So many changes at first, and so many on demand; the last is all that a server tells. */
export const HISTORY_STEPS = [20, 60, 200] as const
export type HistoryLimit = (typeof HISTORY_STEPS)[number]

export function historyQuery(
  { client }: ConnectEnvironment,
  scope: string | null,
  connectionId: string,
  limit: HistoryLimit,
): QueryObserverOptions<ChangesResponse | null, ConnectError> {
  return {
    ...OWN_OPTIONS,
    queryKey: [...historyKey(client.basePath, scope, connectionId), limit],
    async queryFn() {
      const answer = await client.listChanges(connectionId, limit)
      // Of somebody else: nothing of it stays under this key. The hook asks again under the right one.
      return (client.scopeOf(answer) ?? scope) === scope ? answer : null
    },
    // While more is read, what there is stays: of the same connection and the same people only.
    placeholderData: (before, query) =>
      query?.queryKey[2] === (scope ?? 'unknown') && query.queryKey[4] === connectionId ? before : undefined,
    // Before the first answer it is not known whose it would be.
    enabled: scope !== null && client.isSettled.get(),
  }
}
