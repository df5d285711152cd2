import type { ChangesResponse, ConnectionChange, ConnectionsResponse } from '@nectar-connect/contract/wire'
import { useEffect } from 'react'
import { applyChanges, patchHistory } from './apply-changes.ts'
import { connectionsKey, connectionsRoot, historyKey, invitationsKey } from './queries.ts'
import { useEnvironment, whileUsed } from './use-environment.ts'

/** Changes of one moment are written at once: a storm does not draw the page once for each. In milliseconds. */
const GATHER_MS = 30

/** When changes stop coming the whole is read again, once; while they go on, now and then. In milliseconds. */
const SETTLE_MS = 400
const LONGEST_STORM_MS = 5_000

/** Lets the stream of changes write into the query cache. @returns ends that */
export const syncCacheFromStream = whileUsed('feeds', ({ changes, client, queryClient }) => {
  const { basePath, scope } = client
  let gathered: ConnectionChange[] = []
  let unread = new Set<string>()
  let gathering: ReturnType<typeof setTimeout> | undefined
  let settling: ReturnType<typeof setTimeout> | undefined
  let stormAt: number | null = null

  function write() {
    gathering = undefined
    const mine = gathered
    gathered = []
    queryClient.setQueryData<ConnectionsResponse | null>(
      connectionsKey(basePath, scope.get()),
      (known) => known && applyChanges(known, mine),
    )
    for (const change of mine) {
      unread.add(change.connectionId)
      const queryKey = historyKey(basePath, scope.get(), change.connectionId)
      queryClient.setQueriesData<ChangesResponse | null>(
        { queryKey },
        (known) => known && patchHistory(known, change),
      )
    }
  }

  function readAgain() {
    settling = undefined
    stormAt = null
    const histories = unread
    unread = new Set()
    // One that is under way may have been answered before the change: it is let go.
    const read = (queryKey: readonly unknown[]) =>
      void queryClient.invalidateQueries({ queryKey }, { cancelRefetch: true })
    read(connectionsKey(basePath, scope.get()))
    // What somebody else submitted shows in the connections first.
    read(invitationsKey(basePath, scope.get()))
    for (const id of histories) read(historyKey(basePath, scope.get(), id))
  }

  function onChange(change: ConnectionChange) {
    gathered.push(change)
    gathering ??= setTimeout(write, GATHER_MS)
    stormAt ??= Date.now()
    if (settling !== undefined && Date.now() - stormAt > LONGEST_STORM_MS) return
    clearTimeout(settling)
    settling = setTimeout(readAgain, SETTLE_MS)
  }

  const end = changes.subscribe({
    onChange,
    onInvitations: () =>
      void queryClient.invalidateQueries(
        { queryKey: invitationsKey(basePath, scope.get()) },
        { cancelRefetch: true },
      ),
    onReset: () => void queryClient.invalidateQueries({ queryKey: connectionsRoot(basePath) }),
  })
  return () => {
    clearTimeout(gathering)
    clearTimeout(settling)
    if (gathered.length > 0) write()
    end()
  }
})

/** What is known is kept current by the stream of changes, for as long as that is wanted. */
export function useLiveChanges(isWanted = true): void {
  const environment = useEnvironment()
  useEffect(() => (isWanted ? syncCacheFromStream(environment) : undefined), [environment, isWanted])
}
