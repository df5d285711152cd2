import type { ConnectionChange } from '@nectar-connect/contract/wire'
import { useEffect } from 'react'
import { callHost } from '../context/call-host.ts'
import { useLatest } from '../context/use-latest.ts'
import { followChanges } from './follow-changes.ts'
import { useEnvironment } from './use-environment.ts'

/**
 * Calls back with each change of a connection's status, as it comes: for the host's own toasts. Needs no other component
 * on the page. Changes that happened while the page was hidden come when it is shown again. Where the stream does not
 * get through, or the server has no webhooks, they are found by reading: later, and of several between two readings only
 * what came of them, with `cursor: null` and `source: 'poll'`.
 *
 * @example
 * useStatusChanges(({ to }) => {
 *   if (to === 'CONNECTED') toast('A utility account is connected')
 * })
 */
export function useStatusChanges(onStatusChange: ((change: ConnectionChange) => void) | undefined): void {
  const environment = useEnvironment()
  const latest = useLatest(onStatusChange)
  const isWanted = onStatusChange !== undefined
  useEffect(() => {
    if (!isWanted) return undefined
    return followChanges(environment, (change) => callHost(latest.current, change))
  }, [environment, isWanted, latest])
}
