import type { NectarConnection } from '@nectar-connect/contract/nectar'
import type { Log } from '../lib/log.ts'
import type { Timers } from '../lib/timers.ts'
import { isDoneInTime } from '../lib/with-deadline.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import { readConnectionStatuses } from './read-connection-statuses.ts'
import type { Recorder } from './recorder.ts'

interface PollerDeps {
  store: Pick<ConnectStore, 'latestStatuses'>
  recorder: Recorder
  timers: Timers
}

/** A reader waits no longer than this for changes to be recorded, in milliseconds. */
const PATIENCE_MS = 3_000

/**
 * Replaces webhooks if none are set up: compares what is read with what the store knows. Never
 * rejects, since the reader gets the connections anyway.
 */
export function createPoller(deps: PollerDeps) {
  return async (
    companyId: string,
    connections: NectarConnection[],
    readAt: number,
    log: Log,
  ): Promise<void> => {
    try {
      const reading = { companyId, connections, readAt, source: 'poll' as const }
      await isDoneInTime(readConnectionStatuses(reading, deps, log), (onReached) =>
        deps.timers.background(PATIENCE_MS, onReached),
      )
    } catch (cause) {
      log.error('What was read could not be compared with what was known.', { cause })
    }
  }
}
