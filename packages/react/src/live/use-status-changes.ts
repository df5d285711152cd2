import type { ConnectionChange } from '@nectar-connect/contract'
import { useEffect } from 'react'
import { useEnvironment } from '../provider/nectar-connect-provider.tsx'
import { useLatest } from '../provider/use-latest.ts'

/**
 * Calls back with each change of a connection's status, as it comes: for the host's own toasts. Needs no other component
 * on the page. Changes that happened while the page was hidden come when it is shown again; while the stream does not
 * get through, none come, and `useConnections` says `live: 'polling'`.
 *
 * @example
 * useStatusChanges(({ to }) => {
 *   if (to === 'CONNECTED') toast('A utility account is connected')
 * })
 */
export function useStatusChanges(onStatusChange: ((change: ConnectionChange) => void) | undefined): void {
  const { changes } = useEnvironment()
  const latest = useLatest(onStatusChange)
  const isWanted = onStatusChange !== undefined
  useEffect(() => {
    if (!isWanted) return undefined
    return changes.subscribe({ onChange: (change) => latest.current?.(change), onReset() {} })
  }, [changes, isWanted, latest])
}
