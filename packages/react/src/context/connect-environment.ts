import {
  browserPlatform,
  type ChangeStream,
  type ConnectClient,
  type ConnectClientOptions,
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

export function createConnectEnvironment(
  options: ConnectClientOptions = {},
  handedIn?: QueryClient,
): ConnectEnvironment {
  const platform = browserPlatform()
  const client = createConnectClient(options, platform)
  const pendingChecks = createStore<ReadonlyMap<string, PendingCheck>>(new Map())
  onScopeChange(client.scope, () => pendingChecks.set(new Map()))
  return {
    client,
    platform,
    changes: pageChanges(client),
    park: createSessionRegistry(),
    queryClient: handedIn ?? new QueryClient(),
    isHosts: handedIn !== undefined,
    pendingChecks,
  }
}

const defaults = new Map<string, ConnectEnvironment>()

/** The environment of components that stand outside a provider: one per base path. */
export function defaultEnvironment(basePath = '/api/nectar'): ConnectEnvironment {
  const known = defaults.get(basePath)
  if (known) return known
  const made = createConnectEnvironment({ basePath })
  defaults.set(basePath, made)
  return made
}
