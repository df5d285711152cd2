import type { StandardSchemaV1 } from '@standard-schema/spec'
import { createEnsureCompany } from './companies/ensure-company.ts'
import { type Connections, createConnections } from './connections/connections.ts'
import { type Attempts, createAttempts } from './invitations/attempts.ts'
import { createLog, type Log } from './log.ts'
import { type ApiKey, createApiKey } from './nectar-client/api-key.ts'
import { createNectarClient, type NectarClient } from './nectar-client/nectar-client.ts'
import { createNectarClock, type NectarClock } from './nectar-client/nectar-clock.ts'
import { createUpstream } from './nectar-client/upstream.ts'
import type { NectarConnectOptions } from './options.ts'
import { readSettings, type Settings } from './settings.ts'
import type { Timers } from './timers.ts'
import { VERSION } from './version.ts'

/** Everything that one `createNectarConnect` call shares among its requests. */
export interface Services {
  settings: Settings
  log: Log
  apiKey: ApiKey
  client: NectarClient
  clock: NectarClock
  attempts: Attempts
  connections: Connections
  ensureCompany: ReturnType<typeof createEnsureCompany>
  /** Undefined while it is missing: the settings say so as a fault. */
  authorize: NectarConnectOptions['authorize'] | undefined
  invitationPolicy: NectarConnectOptions['invitation']
  inputSchema: StandardSchemaV1 | undefined
}

/** Puts the parts together. Does no work yet, and never throws. */
export function createServices(options: Partial<NectarConnectOptions>, timers: Timers): Services {
  const settings = readSettings(options)
  const now = options.now ?? Date.now
  const keys = new Set<string>()
  const log = createLog(settings.logger, () => [...keys, ...settings.webhookSecrets])
  const apiKey = createApiKey(options.apiKey, (key) => keys.add(key))
  const clock = createNectarClock(now)
  const client = createNectarClient(
    createUpstream({
      apiBase: settings.apiBase,
      apiKey,
      clock,
      // Looked up late, so that instrumentation that replaces the global one is seen.
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      now,
      timeoutMs: settings.timeoutMs,
      timers,
      userAgent: `nectar-connect/${VERSION}`,
    }),
  )
  return {
    settings,
    log,
    apiKey,
    client,
    clock,
    attempts: createAttempts({ now, timers, timeoutMs: settings.timeoutMs }),
    connections: createConnections(client, { exposeUsername: settings.exposeUsername, now }),
    ensureCompany: createEnsureCompany(client),
    authorize: options.authorize,
    invitationPolicy: options.invitation,
    inputSchema: options.inputSchema,
  }
}
