import type { ConnectionChanged } from '../changes/connection-changed.ts'
import { createPoller } from '../changes/poller.ts'
import { createReconciler } from '../changes/reconciler.ts'
import { createRecorder } from '../changes/recorder.ts'
import { createConnections } from '../connections/connections.ts'
import { createEnsureCompany } from '../connections/ensure-company.ts'
import { connectionRoutes } from '../connections/routes.ts'
import { createScopeId } from '../http/scope.ts'
import { createInvitationCreator } from '../invitations/create-invitation.ts'
import { createIdempotentCreates } from '../invitations/idempotent-creates.ts'
import { invitationRoutes } from '../invitations/routes.ts'
import { createClosing } from '../lib/closing.ts'
import { createEvent } from '../lib/create-event.ts'
import { requireId } from '../lib/ids.ts'
import { createLog } from '../lib/log.ts'
import { createRedactor } from '../lib/redact.ts'
import { createSingleFlightCache } from '../lib/single-flight-cache.ts'
import { systemTimers, type Timers } from '../lib/timers.ts'
import { VERSION } from '../lib/version.ts'
import { createApiKey } from '../nectar/api-key.ts'
import { createNectarClient } from '../nectar/nectar-client.ts'
import { createNectarClock } from '../nectar/nectar-clock.ts'
import { createUpstream } from '../nectar/upstream.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import { readSettings } from '../settings/settings.ts'
import { createInvitationWatch } from '../sharing/invitation-watch.ts'
import { createMailLimit } from '../sharing/mail-limit.ts'
import { createRemindInvitation } from '../sharing/remind-invitation.ts'
import { sharingRoutes } from '../sharing/routes.ts'
import { createShareInvitation } from '../sharing/share-invitation.ts'
import { createShareSender } from '../sharing/share-sender.ts'
import { createSharedList } from '../sharing/shared-list.ts'
import { createMemoryStore } from '../stores/memory/memory-store.ts'
import { readableStore } from '../stores/readable-store.ts'
import { createChangeFeed } from '../streams/change-feed.ts'
import { createChangeStreams } from '../streams/change-streams.ts'
import { streamRoutes } from '../streams/routes.ts'
import { createDeliveries } from '../webhooks/deliveries.ts'
import { webhookRoutes } from '../webhooks/routes.ts'
import { readWebhookSecrets } from '../webhooks/webhook-secrets.ts'
import { createWebhookTrust } from '../webhooks/webhook-trust.ts'
import { createClose } from './close.ts'
import { handleRequest } from './handle-request.ts'
import { healthRoutes } from './health-routes.ts'
import { createHostCalls } from './host-calls.ts'
import type { NectarConnectServer } from './nectar-connect.ts'
import { createProcessPresence } from './process-presence.ts'

/** How often a company with readers is polled while there are no webhooks, in milliseconds. */
const LOOK_MS = 10_000

const CLOCK_SKEW_WARNING =
  'The clock of this server is more than a minute off Nectar’s. Invitations are counted on Nectar’s clock all the same, but webhooks are refused from 5 minutes on: their signatures look too old. Let the server keep its time by NTP.'

/**
 * The backend-for-frontend of Nectar Connect: one handler that keeps the secret key on your server.
 *
 * Never throws, so that a build can run without secrets: the first request says what is missing, in the log.
 *
 * @example
 * export const nectar = createNectarConnect({
 *   apiKey: process.env.NECTAR_API_KEY,
 *   authorize: async (request) => {
 *     const session = await getSession(request)
 *     return session && { companyId: session.org.nectarCompanyId, userId: session.user.id }
 *   },
 * })
 * // Mount nectar.handler at /api/nectar, for every method and every path below it.
 */
export function createNectarConnect(options: NectarConnectOptions): NectarConnectServer {
  return createNectarConnectWith(options, systemTimers, globalThis)
}

/**
 * Like `createNectarConnect`, with its own clock, random numbers and process. For tests.
 *
 * The one place that makes every part, in the order of their dependencies. It does no other work.
 */
export function createNectarConnectWith(
  given: Partial<NectarConnectOptions> | undefined,
  timers: Timers,
  place: object = {},
): NectarConnectServer {
  const options = given ?? {}
  const { authorize, inputSchema } = options
  const settings = readSettings(options)
  const now = options.now ?? Date.now

  const keys = new Set<string>()
  const redact = createRedactor(() => [...keys, ...settings.webhookSecrets])
  const log = createLog(settings.logger, redact)
  for (const unknownOption of settings.unknownOptions) log.warn(unknownOption, {})
  const closing = createClosing(timers)
  const presence = createProcessPresence(options.store === undefined, log, place)
  const store = readableStore(options.store ?? createMemoryStore({ now }), log)

  const clock = createNectarClock(now, () => log.once('warn', CLOCK_SKEW_WARNING, {}))
  const upstream = createUpstream({
    apiBase: settings.apiBase,
    apiKey: createApiKey(options.apiKey, (key) => keys.add(key)),
    clock,
    // Looked up at each call, so that instrumentation may replace the global one.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    now,
    timeoutMs: settings.timeoutMs,
    timers,
    userAgent: `nectar-connect/${VERSION}`,
  })
  const client = createNectarClient(upstream)
  const ensureCompany = createEnsureCompany(client)

  const connectionChanged = createEvent<ConnectionChanged>()
  const invitationsChanged = createEvent<string>()
  const secrets = readWebhookSecrets(settings.webhookSecrets)
  const deliveries = createDeliveries()
  const webhookTrust = createWebhookTrust({ isConfigured: secrets.all.length > 0, now })
  const { track } = closing
  const recorder = createRecorder({ store, connectionChanged, hooks: options, now, timers, track })
  const poll = createPoller({ store, recorder, timers })
  const connections = createConnections(client, {
    exposeUsername: settings.exposeUsername,
    now,
    afterRead: async (companyId, ...read) => {
      if (webhookTrust.live(companyId) === 'poll') await poll(companyId, ...read)
    },
  })

  const policy = options.invitationPolicy
  const createInvitation = createInvitationCreator({ client, clock, settings, policy })
  const idempotentCreates = createIdempotentCreates({ now, timers, timeoutMs: settings.timeoutMs })

  const invitationWatch = createInvitationWatch({
    ...{ client, clock, store, log, now, recorder },
    onReceived: webhookTrust.submitted,
  })
  const sharedList = createSharedList({ client, clock, connections, store, invitationWatch, now })
  const { sendInvitation } = options
  const mailLimit = createMailLimit({ now, settings, store })
  const sender = createShareSender({
    ...{
      client,
      clock,
      connections,
      createInvitation,
      inputSchema,
      store,
      now,
      sendInvitation,
      settings,
      timers,
    },
  })
  const shareInvitation = createShareInvitation({
    ...{ client, store, mailLimit, sender, settings },
  })
  const remindInvitation = createRemindInvitation({
    ...{ client, clock, store, mailLimit, now, sender, settings },
  })

  const reconciler = createReconciler({
    ...{ store, client, log, now, recorder, timers },
    everyMs: settings.reconcileEveryMs,
    refreshInvitations: invitationWatch.refresh,
  })
  // One poll at a time for a company, however many streams it has open.
  const looks = createSingleFlightCache<unknown>(LOOK_MS, now)
  const streams = createChangeStreams({
    feed: createChangeFeed(store, { connectionChanged, invitationsChanged }),
    live: webhookTrust.live,
    look(companyId, streamLog) {
      invitationWatch.refreshThrottled(companyId)
      if (webhookTrust.live(companyId) === 'stream') return
      // The client has logged why it failed; the next poll may succeed.
      looks.get(companyId, () => connections.list(companyId, streamLog)).catch(() => {})
    },
    now,
    timers,
  })

  connectionChanged.subscribe(({ companyId, connectionId, source, isOwn }) => {
    // Another process may have taken the webhook.
    if (source === 'webhook') webhookTrust.arrived(companyId)
    connections.invalidate(companyId, connectionId)
    // A changed connection is the first sign that a colleague used an invitation.
    sharedList.invalidate(companyId)
    // The process that recorded it checks the invitations; the others hear of the result.
    if (isOwn && !closing.hasBegun()) invitationWatch.scheduleRefresh(companyId)
  })
  // Pages read the list again after a hint: not from the cache.
  invitationsChanged.subscribe(sharedList.invalidate)

  const routes = [
    ...invitationRoutes({
      ...{ client, clock, createInvitation, idempotentCreates, inputSchema, settings },
      ...{ store, invitationWatch, sharedList, webhookTrust },
    }),
    ...sharingRoutes({
      ...{ clock, connections, settings, timers, remindInvitation, sharedList, shareInvitation },
    }),
    ...connectionRoutes({ connections, settings, webhookTrust }),
    ...streamRoutes({ store, connections, streams }),
    ...webhookRoutes({ store, client, deliveries, now, recorder, secrets, timers, webhookTrust }),
    ...healthRoutes({ deliveries, secrets, webhookTrust }),
  ]
  const nameScope = createScopeId()
  const handling = { authorize, closing, log, nameScope, presence, reconciler, redact, routes, settings }

  return {
    handler: (request, runtime, context) => handleRequest(request, handling, runtime, context),
    ...createHostCalls({ client, closing, connections, ensureCompany, log, presence, reconciler, settings }),
    webhookDeliveries: () => deliveries.list(),
    async eraseCompany(companyId) {
      const id = requireId(companyId, 'companyId')
      await store.eraseCompany(id)
      sharedList.invalidate(id)
    },
    close: createClose({ closing, store, log, presence, reconciler, streams }),
  }
}
