import type { ConnectError } from '@nectar-connect/client'
import type {
  ConnectionView,
  InvitationView,
  Permissions,
  SharingPolicy,
} from '@nectar-connect/contract/wire'
import { useMemo, useSyncExternalStore } from 'react'
import { isCheckPending } from './pending-check.ts'
import { connectionsQuery, type Interval } from './queries.ts'
import { type PendingCheck, useEnvironment } from './use-environment.ts'
import { useConnectQueryClient, useOwnQuery } from './use-own-query.ts'

/** How news gets here: within a moment, or by asking now and then. */
export type LiveUpdates = 'streaming' | 'polling'

/** What `useConnections()` answers, by `status`. */
export type ConnectionsState =
  | { status: 'loading' }
  | { status: 'error'; error: ConnectError; retry: () => void }
  | {
      status: 'success'
      connections: readonly ConnectionView[]
      /** What the signed-in user may do. */
      permissions: Permissions
      /** Names of people who may do what this one may not. */
      administratorNames: readonly string[]
      /**
       * Where Nectar's page lives, when the server says so.
       *
       * @internal
       */
      hostedOrigin?: string | undefined
      /** How a colleague can be asked. */
      sharing: SharingPolicy
      liveUpdates: LiveUpdates
      /**
       * Ids of connections whose new sign-in is being checked: somebody signed in again on this page, and the status
       * is still the one from before.
       */
      pendingCheckIds: ReadonlySet<string>
    }

/**
 * `useConnections()` as it is known: without the stream of changes, unless somebody else on the page wants that, and
 * seldom asked for, unless `interval` says otherwise.
 */
export function useKnownConnections(interval?: Interval): ConnectionsState {
  const { environment, scope } = useConnectQueryClient()
  const { changes } = environment
  const line = useSyncExternalStore(changes.state.subscribe, changes.state.get, () => 'off')
  const query = useOwnQuery(environment, connectionsQuery(environment, scope, interval))
  const checks = usePendingChecks()
  const known = query.data?.connections
  const pendingCheckIds = useMemo(() => {
    const now = checks.size === 0 ? 0 : Date.now()
    const pending = known?.filter((connection) => isCheckPending(connection, checks.get(connection.id), now))
    return new Set(pending?.map(({ id }) => id))
  }, [known, checks])

  if (query.data) {
    const liveUpdates = query.data.liveUpdates === 'stream' && line === 'streaming' ? 'streaming' : 'polling'
    return { ...query.data, status: 'success', liveUpdates, pendingCheckIds }
  }
  if (query.error) return { status: 'error', error: query.error, retry: () => void query.refetch() }
  return { status: 'loading' }
}

/** What is checked of the new sign-ins on this page, by connection id. */
export function usePendingChecks(): ReadonlyMap<string, PendingCheck> {
  const { pendingChecks } = useEnvironment()
  return useSyncExternalStore(pendingChecks.subscribe, pendingChecks.get, pendingChecks.get)
}

/** How the signed-in person can ask a colleague; null: not at all, or it is not known yet. */
export function useSharing(): SharingPolicy | null {
  const state = useKnownConnections()
  if (state.status !== 'success' || !state.permissions.invite) return null
  return sharingOf(state.sharing)
}

/** Null where links can neither be mailed nor copied. */
export function sharingOf(terms: SharingPolicy): SharingPolicy | null {
  return terms.mail !== null || terms.allowLinks ? terms : null
}

/** One's own links, and with the right to do so everybody's. */
export function useMayRevoke({ sharing }: Pick<InvitationView, 'sharing'>): boolean {
  const state = useKnownConnections()
  if (state.status !== 'success') return false
  return state.permissions.revoke || sharing?.invitedBy?.isYou === true
}
