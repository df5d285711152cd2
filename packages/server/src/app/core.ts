import type { Log } from '../lib/log.ts'
import type { Timers } from '../lib/with-deadline.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { NectarClock } from '../nectar/upstream.ts'
import type { ReadOptions } from '../settings/read-options.ts'
import type { Settings } from '../settings/settings.ts'
import type { ConnectStore } from '../stores/connect-store.ts'

/** What many parts of a server are made with. Each picks what it uses: `Pick<Core, …>`. */
export interface Core {
  client: NectarClient
  clock: NectarClock
  log: Log
  /** Milliseconds since the epoch. */
  now: () => number
  /** Those of the host that are right: for its functions. */
  options: ReadOptions
  settings: Settings
  store: ConnectStore
  timers: Timers
}
