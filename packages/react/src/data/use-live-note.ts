import type { ConnectionView } from '@nectar-connect/contract/wire'
import { useSyncExternalStore } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { IDLE_POLL_MS, refetchInterval } from './queries.ts'
import type { LiveUpdates } from './use-connections.ts'
import { useEnvironment } from './use-environment.ts'

/**
 * What is said about how news gets here. Nothing while it comes by itself, while that is only being tried, or while it
 * is looked for so often that nobody could tell the difference.
 *
 * @param now milliseconds since the epoch
 */
export function useLiveNote(
  live: LiveUpdates | null,
  connections: readonly ConnectionView[],
  now: number,
): string | null {
  const { changes, pendingChecks } = useEnvironment()
  const { messages } = useSettings()
  const line = useSyncExternalStore(changes.state.subscribe, changes.state.get, () => 'off')
  const isSettled = line === 'polling' || line === 'streaming'
  if (live !== 'polling' || !isSettled) return null
  return refetchInterval(connections, pendingChecks.get(), now) >= IDLE_POLL_MS
    ? messages.news.everyMinute
    : null
}
