import {
  type ChangesResponse,
  type ConnectionChange,
  type ConnectionsResponse,
  describeStatus,
} from '@nectar-connect/contract/wire'
import { useEffect } from 'react'
import { applyChanges, isTold, patchHistory } from './apply-changes.ts'
import { connectionsKey, connectionsRoot, historyKey, invitationsKey } from './queries.ts'
import { useEnvironment, whileUsed } from './use-environment.ts'

/** Changes of one moment are written at once: a storm does not draw the page once for each. In milliseconds. */
const GATHER_MS = 30

/**
 * What a change does not tell is read so long after it, and at another moment in each page: thousands of them hear of
 * the same change. In milliseconds.
 */
const READ_AFTER_MS = 1_000
const SPREAD_MS = 4_000

/** Lets the stream of changes write into the query cache. @returns ends that */
export const syncCacheFromStream = whileUsed('feeds', ({ changes, client, platform, queryClient }) => {
  const { basePath, scope } = client
  let gathered: ConnectionChange[] = []
  let gathering: ReturnType<typeof setTimeout> | undefined
  /** Ids of connections of which something is not known. */
  const untold = new Set<string>()
  const histories = new Set<string>()
  let areInvitationsOld = false
  let reading: ReturnType<typeof setTimeout> | undefined

  function write() {
    gathering = undefined
    const mine = gathered
    gathered = []
    const list = queryClient.setQueryData<ConnectionsResponse | null>(
      connectionsKey(basePath, scope.get()),
      (known) => known && applyChanges(known, mine),
    )
    const byId = new Map(list?.connections.map((connection) => [connection.id, connection]))
    for (const change of mine) {
      const id = change.connectionId
      const connection = byId.get(id)
      untold[isTold(connection, change) ? 'delete' : 'add'](id)
      // Somebody sent details, and it may have been a colleague.
      areInvitationsOld ||= !connection || describeStatus(change.to).group === 'waiting'
      histories.add(id)
      queryClient.setQueriesData<ChangesResponse | null>(
        { queryKey: historyKey(basePath, scope.get(), id) },
        (known) => known && patchHistory(known, change),
      )
    }
    reading ??= setTimeout(readAgain, READ_AFTER_MS + platform.random() * SPREAD_MS)
  }

  /** One that is under way may have been answered before the change: it is let go. */
  function read(queryKey: readonly unknown[]) {
    void queryClient.invalidateQueries({ queryKey }, { cancelRefetch: true })
  }

  function readAgain() {
    clearTimeout(reading)
    reading = undefined
    if (untold.size > 0) read(connectionsKey(basePath, scope.get()))
    if (areInvitationsOld) read(invitationsKey(basePath, scope.get()))
    for (const id of histories) read(historyKey(basePath, scope.get(), id))
    untold.clear()
    histories.clear()
    areInvitationsOld = false
  }

  const end = changes.subscribe({
    onChange(change) {
      gathered.push(change)
      gathering ??= setTimeout(write, GATHER_MS)
    },
    onInvitations: () => read(invitationsKey(basePath, scope.get())),
    onReset: () => read(connectionsRoot(basePath)),
  })
  return () => {
    clearTimeout(gathering)
    if (gathered.length > 0) write()
    readAgain()
    end()
  }
})

/** What is known is kept current by the stream of changes, for as long as that is wanted. */
export function useLiveChanges(isWanted = true): void {
  const environment = useEnvironment()
  useEffect(() => (isWanted ? syncCacheFromStream(environment) : undefined), [environment, isWanted])
}
