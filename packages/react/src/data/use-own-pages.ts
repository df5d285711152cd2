import type { ConnectError } from '@nectar-connect/client'
import {
  type InfiniteData,
  InfiniteQueryObserver,
  type InfiniteQueryObserverOptions,
  type InfiniteQueryObserverResult,
  type QueryKey,
} from '@tanstack/react-query'
import type { ConnectEnvironment } from './use-environment.ts'
import { useObserver } from './use-own-query.ts'

/** As `useOwnQuery()`, for `useInfiniteQuery()`. */
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
