import { type DefaultOptions, keepPreviousData } from '@tanstack/react-query'
import type { Combination } from './combination.ts'

/** What hosts set for all of their queries, and so for those of anybody who uses their client. */
export const QUERY_DEFAULTS: Record<Combination['queries'], DefaultOptions> = {
  plain: {},
  throwOnError: { queries: { throwOnError: true, retry: false }, mutations: { throwOnError: true } },
  keepPreviousData: { queries: { placeholderData: keepPreviousData } },
  'enabled: false': { queries: { enabled: false } },
  select: { queries: { select: () => ({ unwrapped: true }) } },
  'never again': {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnMount: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchInterval: false,
      structuralSharing: false,
      networkMode: 'offlineFirst',
    },
  },
}
