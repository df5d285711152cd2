import type { Log } from '../lib/log.ts'
import type { Timers } from '../lib/with-deadline.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { NectarClock } from '../nectar/upstream.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import type { Settings } from '../settings/settings.ts'
import type { ConnectStore } from '../stores/connect-store.ts'

/** What every part of a server is made with. */
export interface Core {
  client: NectarClient
  clock: NectarClock
  log: Log
  /** Milliseconds since the epoch. */
  now: () => number
  /** As the host gave them: for its functions. */
  options: Partial<NectarConnectOptions>
  settings: Settings
  store: ConnectStore
  timers: Timers
}
