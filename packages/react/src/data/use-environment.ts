import {
  browserPlatform,
  type ChangeStream,
  type ConnectClient,
  createConnectClient,
  createSessionRegistry,
  createStore,
  type Platform,
  pageChanges,
  type ReadableStore,
  type SessionRegistry,
  type StatusSnapshot,
  type Store,
} from '@nectar-connect/client'
import { QueryClient } from '@tanstack/react-query'
import { type ConnectOptions, useConnectContext } from '../context/nectar-connect-provider.tsx'
import { shareOnce } from '../context/share-once.ts'

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

const environments = shareOnce('environments', () => new WeakMap<ConnectOptions, ConnectEnvironment>())

/** What all components below one provider share. It is made when it is first needed. */
export function useEnvironment(): ConnectEnvironment {
  const { options } = useConnectContext()
  const known = environments.get(options)
  if (known) return known
  const made = createConnectEnvironment(options)
  environments.set(options, made)
  return made
}

/** Calls back with the scope before, once somebody else is signed in. @returns ends the subscription */
export function onScopeChange(
  scope: ReadableStore<string | null>,
  onLeft: (left: string) => void,
): () => void {
  let last = scope.get()
  return scope.subscribe(() => {
    const left = last
    last = scope.get()
    if (left !== null && left !== last) onLeft(left)
  })
}

/**
 * Does something for an environment for as long as anybody needs it: once, however many they are.
 *
 * @param name as of `shareOnce()`
 */
export function whileUsed(name: string, start: (environment: ConnectEnvironment) => () => void) {
  const running = shareOnce(name, () => new WeakMap<ConnectEnvironment, { users: number; end: () => void }>())
  /** @returns ends the use */
  return (environment: ConnectEnvironment): (() => void) => {
    const run = running.get(environment) ?? { users: 0, end: start(environment) }
    running.set(environment, run)
    run.users++
    return () => {
      run.users--
      if (run.users > 0) return
      run.end()
      running.delete(environment)
    }
  }
}
