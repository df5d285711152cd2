import { ConnectError } from '@nectar-connect/client'

/** Undefined, so that a default of a handed-in client does not apply; the types would rather have them missing. */
const WITHOUT: object = {
  select: undefined,
  placeholderData: undefined,
  initialData: undefined,
  initialDataUpdatedAt: undefined,
  notifyOnChangeProps: undefined,
  maxPages: undefined,
}

/**
 * What all of our queries have in common: every option that decides what is read, when, and what becomes of it. A host
 * may hand in its own query client, and its defaults are made for its own queries.
 */
export const OWN_OPTIONS = {
  ...WITHOUT,
  enabled: true,
  subscribed: true,
  throwOnError: false,
  suspense: false,
  networkMode: 'online',
  structuralSharing: true,
  staleTime: 1_000,
  refetchIntervalInBackground: false,
  refetchOnMount: true,
  refetchOnWindowFocus: true,
  refetchOnReconnect: true,
  retryOnMount: true,
  retry: (count: number, error: ConnectError) =>
    ConnectError.isInstance(error) && error.isRetryable && count < 2,
  retryDelay: (count: number, error: ConnectError) => error.retryAfterMs ?? 1_000 * 2 ** count,
} as const
