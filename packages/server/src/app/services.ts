import type { StandardSchemaV1 } from '@standard-schema/spec'
import { createPoller } from '../changes/poller.ts'
import { createReconciler, type Reconciler } from '../changes/reconciler.ts'
import { createRecorder, type Recorder } from '../changes/recorder.ts'
import { type Connections, createConnections } from '../connections/connections.ts'
import { createEnsureCompany } from '../connections/ensure-company.ts'
import { createScopeId, type ScopeIdSource } from '../http/scope.ts'
import { createIdempotentCreates, type IdempotentCreates } from '../invitations/idempotent-creates.ts'
import { type Closing, createClosing } from '../lib/closing.ts'
import { createLog, type Log } from '../lib/log.ts'
import { createRedactor } from '../lib/redact.ts'
import { createSingleFlightCache } from '../lib/single-flight-cache.ts'
import type { Timers } from '../lib/timers.ts'
import { VERSION } from '../lib/version.ts'
import { type ApiKey, createApiKey } from '../nectar/api-key.ts'
import { createNectarClient, type NectarClient } from '../nectar/nectar-client.ts'
import { createNectarClock, type NectarClock } from '../nectar/nectar-clock.ts'
import { createUpstream } from '../nectar/upstream.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import { createInvitationWatch, type InvitationWatch } from '../sharing/invitation-watch.ts'
import { createSharedList, type SharedList } from '../sharing/list-shared.ts'
import { createMailLimit, type MailLimit } from '../sharing/mail-limit.ts'
import type { ChangeLog } from '../stores/change-log.ts'
import type { InvitationLog } from '../stores/invitation-log.ts'
import { createMemoryChangeLog } from '../stores/memory/memory-change-log.ts'
import { createMemoryInvitationLog } from '../stores/memory/memory-invitation-log.ts'
import { readableEntries } from '../stores/readable-entries.ts'
import { createChangeFeed } from '../streams/change-feed.ts'
import { type ChangeStreams, createChangeStreams } from '../streams/change-streams.ts'
import { createDeliveries, type Deliveries } from '../webhooks/deliveries.ts'
import { readWebhookSecrets, type WebhookSecrets } from '../webhooks/webhook-secrets.ts'
import { createWebhookTrust, type WebhookTrust } from '../webhooks/webhook-trust.ts'
import { createProcessPresence, type ProcessPresence } from './process-presence.ts'

/** Everything that one `createNectarConnect` call shares among its requests. */
export interface Services {
  settings: Settings
  log: Log
  closing: Closing
  presence: ProcessPresence
  /** Takes secrets out of a value, as out of a log line. */
  redact: (value: unknown) => unknown
  apiKey: ApiKey
  client: NectarClient
  clock: NectarClock
  nameScope: ScopeIdSource
  attempts: IdempotentCreates
  connections: Connections
  changeLog: ChangeLog
  recorder: Recorder
  invitationLog: InvitationLog
  invitationWatch: InvitationWatch
  sharedList: SharedList
  mailLimit: MailLimit
  reconciler: Reconciler
  streams: ChangeStreams
  signers: WebhookSecrets
  deliveries: Deliveries
  webhookTrust: WebhookTrust
  timers: Timers
  /** Milliseconds since the epoch. */
  now: () => number
  ensureCompany: ReturnType<typeof createEnsureCompany>
  /** Undefined while it is missing: the settings say so as a fault. */
  authorize: NectarConnectOptions['authorize'] | undefined
  invitationPolicy: NectarConnectOptions['invitation']
  inputSchema: StandardSchemaV1 | undefined
  sendInvitation: NectarConnectOptions['sendInvitation']
}

/** How often a company with readers is looked at while there are no webhooks, in milliseconds. */
const LOOK_MS = 10_000

const CLOCK_SKEW_WARNING =
  'The clock of this server is more than a minute off Nectar’s. Invitations are counted on Nectar’s clock all the same, but webhooks are refused from 5 minutes on: their signatures look too old. Let the server keep its time by NTP.'

/** Puts the parts together. Does no work yet, and never throws. */
export function createServices(
  options: Partial<NectarConnectOptions>,
  timers: Timers,
  place: object,
): Services {
  const settings = readSettings(options)
  const now = options.now ?? Date.now
  const keys = new Set<string>()
  const redact = createRedactor(() => [...keys, ...settings.webhookSecrets])
  const log = createLog(settings.logger, redact)
  const apiKey = createApiKey(options.apiKey, (key) => keys.add(key))
  const clock = createNectarClock(now, () => log.once('warn', CLOCK_SKEW_WARNING, {}))
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
  const closing = createClosing(timers)
  const changes = createChangeServices(options, { settings, client, clock, closing, log, now, timers })
  return {
    settings,
    log,
    closing,
    presence: createProcessPresence(
      options.changeLog === undefined || options.invitationLog === undefined,
      log,
      place,
    ),
    redact,
    apiKey,
    client,
    clock,
    nameScope: createScopeId(),
    attempts: createIdempotentCreates({ now, timers, timeoutMs: settings.timeoutMs }),
    deliveries: createDeliveries(),
    timers,
    now,
    ...changes,
    mailLimit: createMailLimit(options.sharing ?? {}, { changeLog: changes.changeLog, now }),
    ensureCompany: createEnsureCompany(client),
    authorize: options.authorize,
    invitationPolicy: options.invitation,
    inputSchema: options.inputSchema,
    sendInvitation: options.sendInvitation,
  }
}

/** All that has to do with changes of connections. */
function createChangeServices(
  options: Partial<NectarConnectOptions>,
  {
    settings,
    client,
    clock,
    closing,
    log,
    now,
    timers,
  }: Pick<Services, 'settings' | 'client' | 'clock' | 'closing' | 'log' | 'now' | 'timers'>,
) {
  const signers = readWebhookSecrets(settings.webhookSecrets)
  const webhookTrust = createWebhookTrust({ isConfigured: signers.all.length > 0, now })
  const changeLog = options.changeLog ?? createMemoryChangeLog({ now })
  /** A change of a connection is the first that shows of what a colleague did. */
  const invalidate = (companyId: string, connectionId: string) => {
    connections.drop(companyId, connectionId)
    sharedList.drop(companyId)
  }
  const recorder = createRecorder({
    changeLog,
    track: closing.track,
    now,
    timers,
    hooks: options,
    onObserved({ companyId, connectionId, source }) {
      if (source === 'webhook') webhookTrust.arrived(companyId)
      invalidate(companyId, connectionId)
      if (!closing.hasBegun()) invitationWatch.scheduleRefresh(companyId)
    },
  })
  const invitationLog = readableEntries(options.invitationLog ?? createMemoryInvitationLog(), log)
  const invitationWatch = createInvitationWatch({
    ...{ client, clock, invitationLog, recorder, now, log },
    onReceived: webhookTrust.submitted,
  })
  const poll = createPoller({ changeLog, recorder, timers })
  const connections: Connections = createConnections(client, {
    exposeUsername: settings.exposeUsername,
    now,
    afterRead: async (companyId, ...read) => {
      if (webhookTrust.live(companyId) === 'poll') await poll(companyId, ...read)
    },
  })
  // However many streams a company has open: one look a while.
  const looks = createSingleFlightCache<unknown>(LOOK_MS, now)
  const streams = createChangeStreams({
    feed: createChangeFeed(changeLog, ({ source, companyId, connectionId }) => {
      // Another process may have taken the webhook. What a poll found is as new as what is kept here.
      if (source === 'webhook') webhookTrust.arrived(companyId)
      if (source !== 'poll') invalidate(companyId, connectionId)
    }),
    timers,
    now,
    live: webhookTrust.live,
    invitations: {
      // Pages that are told read the list anew: not from what was kept before.
      subscribe: (companyId, onHint) =>
        invitationLog.subscribe(companyId, () => {
          sharedList.drop(companyId)
          onHint()
        }),
    },
    look(companyId, streamLog) {
      invitationWatch.refreshThrottled(companyId)
      if (webhookTrust.live(companyId) === 'stream') return
      // The client has logged why it failed; the next look may succeed.
      looks.get(companyId, () => connections.list(companyId, streamLog)).catch(() => {})
    },
  })
  const reconciler = createReconciler({
    client,
    changeLog,
    recorder,
    now,
    timers,
    everyMs: settings.reconcileEveryMs,
    invitationWatch,
    log,
  })
  const sharedList: SharedList = createSharedList({
    client,
    clock,
    connections,
    invitationLog,
    invitationWatch,
    now,
  })
  return {
    ...{ signers, webhookTrust, changeLog, recorder, connections, streams, reconciler },
    ...{ invitationLog, invitationWatch, sharedList },
  }
}
