import { type QueryClient, QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useSyncExternalStore } from 'react'
import type { ConnectEnvironment } from '../provider/connect-environment.ts'
import { useEnvironment } from '../provider/nectar-connect-provider.tsx'
import { feedCache } from './feed-cache.ts'

interface Cache {
  environment: ConnectEnvironment
  /** The host's where there is one, else the environment's own. */
  queryClient: QueryClient
  /** Whose data it is; null before the first answer. */
  scope: string | null
}

/** The query cache that belongs here, written to by the stream of changes for as long as the caller is mounted. */
export function useCache(): Cache {
  const environment = useEnvironment()
  const queryClient = useContext(QueryClientContext) ?? environment.queryClient
  const { scope } = environment.client
  useEffect(() => feedCache(environment, queryClient), [environment, queryClient])
  return { environment, queryClient, scope: useSyncExternalStore(scope.subscribe, scope.get, () => null) }
}
