import {
  browserPlatform,
  type ChangeStream,
  type ConnectClient,
  createConnectClient,
  createSessionRegistry,
  createStore,
  type Platform,
  pageChanges,
  type SessionRegistry,
  type StatusSnapshot,
  type Store,
} from '@nectar-connect/client'
import { QueryClient } from '@tanstack/react-query'
import type { ConnectOptions } from '../context/connect-options.ts'
import { onScopeChange } from './on-scope-change.ts'

/** A connection whose new sign-in is being checked: until a newer status than the baseline arrives. */
export interface PendingCheck {
  /** When the details were received, ISO 8601. */
  since: string
  baseline: StatusSnapshot | null
}

/** What all components on one base path share. */
export interface ConnectEnvironment {
  client: ConnectClient
  platform: Platform
  changes: ChangeStream
  park: SessionRegistry
  queryClient: QueryClient
  /** Whether the host handed its query client in, instead of one that is nobody else's. */
  isHosts: boolean
  /** By connection id. */
  pendingChecks: Store<ReadonlyMap<string, PendingCheck>>
}

export function createConnectEnvironment({
  queryClient,
  ...options
}: ConnectOptions = {}): ConnectEnvironment {
  const platform = browserPlatform()
  const client = createConnectClient(options, platform)
  const pendingChecks = createStore<ReadonlyMap<string, PendingCheck>>(new Map())
  onScopeChange(client.scope, () => pendingChecks.set(new Map()))
  return {
    client,
    platform,
    changes: pageChanges(client),
    park: createSessionRegistry(),
    queryClient: queryClient ?? new QueryClient(),
    isHosts: queryClient !== undefined,
    pendingChecks,
  }
}
