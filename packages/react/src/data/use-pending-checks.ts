import type { ConnectionView } from '@nectar-connect/contract/wire'
import { useMemo, useSyncExternalStore } from 'react'
import { isCheckPending } from './is-check-pending.ts'
import { useEnvironment } from './use-environment.ts'

/** The connections whose new sign-in is being checked: the status that they have is of the old one. */
export function usePendingChecks(connections: readonly ConnectionView[]): ReadonlySet<string> {
  const { pendingChecks } = useEnvironment()
  const watched = useSyncExternalStore(pendingChecks.subscribe, pendingChecks.get, pendingChecks.get)
  return useMemo(() => {
    if (watched.size === 0) return NONE
    const now = Date.now()
    const checked = connections.filter((connection) =>
      isCheckPending(connection, watched.get(connection.id), now),
    )
    return new Set(checked.map(({ id }) => id))
  }, [connections, watched])
}

const NONE: ReadonlySet<string> = new Set()
