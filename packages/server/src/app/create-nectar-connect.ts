import { isLoopback } from '@nectar-connect/contract/wire'
import { createReconciler, pollConnectionStatuses } from '../changes/reconciler.ts'
import { type ConnectionChanged, createRecorder } from '../changes/recorder.ts'
import { createConnections } from '../connections/connections.ts'
import { connectionRoutes } from '../connections/routes.ts'
import { createRouter } from '../http/route.ts'
import { createInvitationCreator } from '../invitations/create-invitation.ts'
import { createIdempotentCreates } from '../invitations/idempotent-creates.ts'
import { createRevokeInvitation } from '../invitations/revoke-invitation.ts'
import { invitationRoutes } from '../invitations/routes.ts'
import { createLog } from '../lib/log.ts'
import { createRedactor } from '../lib/redact.ts'
import { createClosing, createSingleFlightCache } from '../lib/shared-work.ts'
import { requireId } from '../lib/values.ts'
import { VERSION } from '../lib/version.ts'
import { systemTimers, type Timers } from '../lib/with-deadline.ts'
import { createApiKey } from '../nectar/api-key.ts'
import { nameProxy } from '../nectar/name-proxy.ts'
import { createNectarClient } from '../nectar/nectar-client.ts'
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
import { changesRoute, createChangeFeed, createChangeStreams } from '../streams/change-streams.ts'
import { webhookRoute } from '../webhooks/receive-delivery.ts'
import { createSecrets } from '../webhooks/webhook-secrets.ts'
import { createDeliveries, createWebhookTrust, healthRoute } from '../webhooks/webhook-trust.ts'
import { handleRequest } from './handle-request.ts'
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
  const settings = readSettings(given)
  const { options } = settings
  const now = options.now ?? Date.now

  let kept: readonly string[] = settings.givenSecrets
  const keepOut = (secret: string) => {
    if (!kept.includes(secret)) kept = [...kept, secret]
  }
  const redact = createRedactor(() => kept)
  const log = createLog(settings.logger, redact, place)
  for (const unknownOption of settings.unknownOptions) log.once('warn', unknownOption, {})
  const closing = createClosing(timers)
  const presence = createProcessPresence(options.store === undefined, log, place)
  const store = readableStore(options.store ?? createMemoryStore({ now }), log)

  const { clock, send } = createUpstream({
    apiBase: settings.apiBase,
    apiKey: createApiKey(options.apiKey, keepOut),
    // Looked up at each call, so that instrumentation may replace the global one.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    now,
    onSkew: () => log.once('warn', CLOCK_SKEW_WARNING, {}),
    timeoutMs: settings.timeoutMs,
    timers,
    userAgent: `nectar-connect/${VERSION}`,
  })
  const goesDirectly = options.fetch === undefined && !isLoopback(new URL(settings.apiBase).hostname)
  const client = createNectarClient(goesDirectly ? nameProxy(send, new URL(settings.apiBase).origin) : send)
  const core = { client, clock, log, now, options, settings, store, timers }

  const { isConfigured, read: readSecrets } = createSecrets(core, keepOut)
  const deliveries = createDeliveries()
  const webhookTrust = createWebhookTrust({ isConfigured, now })
  const { track } = closing
  const recorder = createRecorder({ ...core, onConnectionChanged, track })
  const connections = createConnections(
    core,
    async (companyId, read, readAt, ownLog) => {
      if (webhookTrust.live(companyId) === 'stream') return
      const reading = { companyId, connections: read, readAt }
      await pollConnectionStatuses(reading, { ...core, recorder }, ownLog)
    },
    {
      isTold: (companyId) => webhookTrust.live(companyId) === 'stream' && feed.isFollowed(companyId),
      isAwaited: webhookTrust.hasJustSubmitted,
      readCursor: (companyId) => feed.readCursor(companyId),
    },
  )

  const createInvitation = createInvitationCreator(core)
  const idempotentCreates = createIdempotentCreates(core, settings.timeoutMs)

  const invitationWatch = createInvitationWatch(core, recorder, webhookTrust)
  const sharedList = createSharedList(core, connections, invitationWatch)
  const revokeInvitation = createRevokeInvitation({
    ...core,
    ...{ idempotentCreates, invitationWatch, sharedList },
  })
  const mailLimit = createMailLimit(core)
  const sender = createShareSender(core, connections, createInvitation)
  const shareInvitation = createShareInvitation(core, mailLimit, sender)
  const remindInvitation = createRemindInvitation(core, mailLimit, sender)

  const refreshInvitations = invitationWatch.refresh
  const reconciler = createReconciler({ ...core, recorder, refreshInvitations })
  // One poll at a time for a company, however many streams it has open.
  const looks = createSingleFlightCache<unknown>(LOOK_MS, now)
  const feed = createChangeFeed({
    store,
    timers: core.timers,
    onConnectionChanged,
    // What was kept from before may have changed since, without a word to this process.
    onFollow: connections.invalidateList,
    // Pages read the list again after a hint: not from the cache.
    onInvitationsChanged: sharedList.invalidate,
  })
  const streams = createChangeStreams({
    feed,
    live: webhookTrust.live,
    look(companyId, streamLog) {
      invitationWatch.refreshThrottled(companyId)
      if (webhookTrust.live(companyId) === 'stream') return
      // The client has logged why it failed; the next poll may succeed.
      looks.get(companyId, () => connections.list(companyId, streamLog)).catch(() => {})
    },
    ...core,
  })

  function onConnectionChanged({ companyId, connectionId, source, isOwn }: ConnectionChanged) {
    // Another process may have taken the webhook.
    if (source === 'webhook') webhookTrust.arrived(companyId)
    connections.invalidate(companyId, connectionId)
    // A changed connection is the first sign that a colleague used an invitation.
    sharedList.invalidate(companyId)
    // The process that recorded it checks the invitations; the others hear of the result.
    if (isOwn && !closing.hasBegun()) invitationWatch.scheduleRefresh(companyId)
  }
  const routes = [
    ...invitationRoutes({
      ...core,
      ...{ createInvitation, idempotentCreates, revokeInvitation, sharedList, webhookTrust },
    }),
    ...sharingRoutes({ ...core, connections, remindInvitation, sharedList, shareInvitation }),
    ...connectionRoutes({ ...core, connections, webhookTrust }),
    changesRoute(streams),
    webhookRoute({ ...core, deliveries, recorder, readSecrets, webhookTrust }),
    healthRoute(deliveries, webhookTrust),
  ]
  const findRoutes = createRouter(routes, settings.basePath)
  const handling = { ...core, closing, presence, reconciler, redact, findRoutes }

  return {
    handler: (request, runtime, context) => handleRequest(request, handling, runtime, context),
    ...createHostCalls({
      ...core,
      ...{ closing, connections, presence, reconciler, readSecrets, revokeInvitation, streams },
    }),
    webhookDeliveries: () => deliveries.list(),
    async eraseCompany(companyId) {
      const id = requireId(companyId, 'companyId')
      await store.eraseCompany(id)
      sharedList.invalidate(id)
    },
  }
}
