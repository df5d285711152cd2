import type { Reconciler } from '../changes/reconciler.ts'
import type { Closing } from '../lib/closing.ts'
import type { Log } from '../lib/log.ts'
import type { ConnectStore } from '../stores/connect-store.ts'
import type { ChangeStreams } from '../streams/change-streams.ts'
import type { CloseOptions, NectarConnectServer } from './nectar-connect.ts'
import type { ProcessPresence } from './process-presence.ts'

/** In milliseconds: how long to wait for work that is under way, and how long open streams have to receive the goodbye. */
const GRACE_MS = 10_000
const GOODBYE_MS = 1_000

interface CloseDeps {
  closing: Closing
  store: Pick<ConnectStore, 'close'>
  log: Log
  presence: Pick<ProcessPresence, 'leave'>
  reconciler: Pick<Reconciler, 'close'>
  streams: Pick<ChangeStreams, 'close'>
}

/** Ends everything in order, once. A second call waits for the first. */
export function createClose(deps: CloseDeps): NectarConnectServer['close'] {
  let closed: Promise<void> | null = null
  return (options) => {
    closed ??= close(deps, options)
    return closed
  }
}

async function close(
  { closing, store, log, presence, reconciler, streams }: CloseDeps,
  { graceMs = GRACE_MS }: CloseOptions = {},
): Promise<void> {
  closing.begin()
  presence.leave()
  reconciler.close()
  if (!(await closing.settled(graceMs))) {
    log.warn('Some work was still under way when this server had to close. What was claimed comes again.', {})
  }
  await streams.close(GOODBYE_MS)
  await store.close()
}
