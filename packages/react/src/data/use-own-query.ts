import type { ConnectError } from '@nectar-connect/client'
import {
  notifyManager,
  type QueryClient,
  type QueryKey,
  QueryObserver,
  type QueryObserverOptions,
  type QueryObserverResult,
  useIsRestoring,
} from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { scopeRoot } from './queries.ts'
import { type ConnectEnvironment, onScopeChange, useEnvironment, whileUsed } from './use-environment.ts'

/** Tells the client of the network and the focus, and drops from it what belongs to somebody who was signed in before. */
export const holdCache = whileUsed('caches', ({ client: { basePath, scope }, queryClient }) => {
  // Else nobody tells it that the network or the focus is back. A host's own counts who does.
  queryClient.mount()
  const end = onScopeChange(scope, (left) =>
    queryClient.removeQueries({ queryKey: scopeRoot(basePath, left) }),
  )
  return () => {
    end()
    queryClient.unmount()
  }
})

interface Cache {
  environment: ConnectEnvironment
  queryClient: QueryClient
  /** Whose data it is; null before the first answer. */
  scope: string | null
}

/**
 * The query cache that belongs here, for as long as the component is mounted. Draws it anew when somebody else is here,
 * and when what is here may be read again.
 */
export function useConnectQueryClient(): Cache {
  const environment = useEnvironment()
  const { client, queryClient } = environment
  const { scope, isSettled } = client
  useEffect(() => holdCache(environment), [environment])
  useSyncExternalStore(isSettled.subscribe, isSettled.get, () => true)
  return { environment, queryClient, scope: useSyncExternalStore(scope.subscribe, scope.get, () => null) }
}

/** As `useQuery()`, which would wait while the host's client is restored: a client of our own does not. */
export function useOwnQuery<Data>(
  environment: ConnectEnvironment,
  options: QueryObserverOptions<Data, ConnectError>,
): QueryObserverResult<Data, ConnectError> {
  return useObserver(environment, QueryObserver<Data, ConnectError>, options)
}

interface Observer<Options, Result> {
  setOptions(options: Options): void
  getOptimisticResult(options: Options): Result
  getCurrentResult(): Result
  trackResult(result: never): object
  subscribe(listener: () => void): () => void
}

/** What an observer finds, drawn anew when that changes. */
export function useObserver<Options extends { queryKey: QueryKey }, Result>(
  { queryClient, isHosts }: ConnectEnvironment,
  ObserverOf: new (client: QueryClient, options: Options) => Observer<Options, Result>,
  options: Options,
): Result {
  const isWaiting = useIsRestoring() && isHosts
  const observerOptions = {
    ...queryClient.defaultQueryOptions(options),
    _optimisticResults: 'optimistic',
  } as unknown as Options
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with; later options are set below
  const observer = useMemo(() => new ObserverOf(queryClient, observerOptions), [queryClient])
  const result = observer.getOptimisticResult(observerOptions)
  const read = () => observer.getCurrentResult()
  useEffect(() => observer.setOptions(observerOptions))
  useSyncExternalStore(
    useCallback(
      (draw) => (isWaiting ? () => {} : observer.subscribe(notifyManager.batchCalls(draw))),
      [observer, isWaiting],
    ),
    read,
    read,
  )
  return observer.trackResult(result as never) as Result
}
