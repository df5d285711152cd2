import type { ConnectError } from '@nectar-connect/client'
import {
  type InfiniteData,
  InfiniteQueryObserver,
  type InfiniteQueryObserverOptions,
  type InfiniteQueryObserverResult,
  notifyManager,
  type QueryClient,
  type QueryKey,
  QueryObserver,
  type QueryObserverOptions,
  type QueryObserverResult,
  useIsRestoring,
} from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ConnectEnvironment } from '../provider/connect-environment.ts'
import { useLatest } from '../provider/use-latest.ts'

/**
 * As `useQuery()`, without what stands around it: that one waits while the host's client is restored from where it is
 * persisted, which is nothing to a client of our own.
 */
export function useOwnQuery<Data>(
  environment: ConnectEnvironment,
  options: QueryObserverOptions<Data, ConnectError>,
): QueryObserverResult<Data, ConnectError> {
  return useObserver(environment, QueryObserver<Data, ConnectError>, options)
}

/** The same, as `useInfiniteQuery()`. */
export function useOwnPages<Page, Param>(
  environment: ConnectEnvironment,
  options: InfiniteQueryObserverOptions<Page, ConnectError, InfiniteData<Page>, QueryKey, Param>,
): InfiniteQueryObserverResult<InfiniteData<Page>, ConnectError> {
  return useObserver(
    environment,
    InfiniteQueryObserver<Page, ConnectError, InfiniteData<Page>, QueryKey, Param>,
    options,
  )
}

interface Observer<Options, Result> {
  setOptions(options: Options): void
  getOptimisticResult(options: Options): Result
  getCurrentResult(): Result
  updateResult(): void
  trackResult(result: never): object
  subscribe(listener: () => void): () => void
}

function useObserver<Options extends { queryKey: QueryKey }, Result>(
  { queryClient, isHosts }: ConnectEnvironment,
  ObserverOf: new (client: QueryClient, options: Options) => Observer<Options, Result>,
  options: Options,
): Result {
  const isRestoring = useIsRestoring() && isHosts
  const wished: Options = Object.assign({}, options, queryClient.defaultQueryOptions(options), {
    _optimisticResults: isRestoring ? 'isRestoring' : 'optimistic',
  })
  const latest = useLatest(wished)
  const observer = useMemo(
    () => new ObserverOf(queryClient, latest.current),
    [ObserverOf, queryClient, latest],
  )
  const result = observer.getOptimisticResult(wished)
  useEffect(() => observer.setOptions(wished))
  useSyncExternalStore(
    useCallback(
      (draw) => {
        if (isRestoring) return () => {}
        const end = observer.subscribe(notifyManager.batchCalls(draw))
        observer.updateResult()
        return end
      },
      [observer, isRestoring],
    ),
    () => observer.getCurrentResult(),
    () => observer.getCurrentResult(),
  )
  return observer.trackResult(result as never) as Result
}
