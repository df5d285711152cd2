import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { ConnectEnvironment } from './connect-environment.ts'
import { syncCacheFromStream } from './sync-cache-from-stream.ts'
import { useEnvironment } from './use-environment.ts'

interface Cache {
  environment: ConnectEnvironment
  queryClient: QueryClient
  /** Whose data it is; null before the first answer. */
  scope: string | null
}

/**
 * The query cache that belongs here, written to by the stream of changes for as long as the component is mounted. Draws
 * it anew when somebody else is here, and when what is here may be read again.
 */
export function useConnectQueryClient(): Cache {
  const environment = useEnvironment()
  const { client, queryClient } = environment
  const { scope, isSettled } = client
  useEffect(() => syncCacheFromStream(environment), [environment])
  useSyncExternalStore(isSettled.subscribe, isSettled.get, () => true)
  return { environment, queryClient, scope: useSyncExternalStore(scope.subscribe, scope.get, () => null) }
}
