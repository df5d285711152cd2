import { memo } from 'react'
import { connectionsQuery } from '../data/queries.ts'
import { refetchInterval } from '../data/refetch-interval.ts'
import { useLiveChanges } from '../data/sync-cache-from-stream.ts'
import { useConnectQueryClient, useOwnQuery } from '../data/use-own-query.ts'

/** Keeps what is known current, and shows nothing of it. Until this is loaded, nothing is on screen that news could change. */
export const LiveChanges = memo(function LiveChanges() {
  useLiveChanges()
  const { environment, scope } = useConnectQueryClient()
  useOwnQuery(environment, {
    ...connectionsQuery(environment, scope, refetchInterval),
    notifyOnChangeProps: [],
  })
  return null
})
