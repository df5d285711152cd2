import { createReference } from '@nectar-connect/contract/wire'
import type { Reconciliation } from '../changes/reconciler.ts'
import { readNewSite } from '../connections/read-new-site.ts'
import { requireId } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import { systemTimers, type Timers } from '../lib/timers.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import type { ConnectionChange } from '../stores/change-log.ts'
import { assertConfigured } from './assert-configured.ts'
import { handleRequest } from './handle-request.ts'
import type { CloseOptions, NectarConnect } from './nectar-connect.ts'
import { createServices, type Services } from './services.ts'

/** In milliseconds: how long work that is under way is waited for, and how long open pages have to take the goodbye. */
const GRACE_MS = 10_000
const GOODBYE_MS = 1_000

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
export function createNectarConnect(options: NectarConnectOptions): NectarConnect {
  return createNectarConnectWith(options, systemTimers, globalThis)
}

/** Like `createNectarConnect`, with time and chance brought along, and a process of its own. For tests. */
export function createNectarConnectWith(
  options: NectarConnectOptions,
  timers: Timers,
  place: object = {},
): NectarConnect {
  const services = createServices(options ?? {}, timers, place)
  const { client, changeLog, invitationLog, reconciler } = services
  const call = async <T>(work: (log: Log) => Promise<T>): Promise<T> => {
    const log = services.log.with({ reference: createReference() })
    assertConfigured(services, log, 'calls')
    services.closing.requireOpen()
    services.presence.enter()
    return services.closing.track(work(log))
  }
  let closed: Promise<void> | null = null
  function reconcile(): Promise<Reconciliation>
  function reconcile(companyId: string): Promise<ConnectionChange[]>
  function reconcile(companyId?: string): Promise<Reconciliation | ConnectionChange[]> {
    return call<Reconciliation | ConnectionChange[]>(async (log) =>
      companyId === undefined ? reconciler.all(log) : reconciler.one(requireId(companyId, 'companyId'), log),
    )
  }
  return {
    handler: (request, runtime, context) => handleRequest(request, services, runtime, context),
    ensureCompany: (input) => call((log) => services.ensureCompany(input, log)),
    sites: createSites(services, call),
    ping: () => call((log) => client.ping(log)),
    reconcile,
    deliveries: () => services.deliveries.list(),
    async eraseCompany(companyId) {
      const id = requireId(companyId, 'companyId')
      await changeLog.eraseCompany(id)
      await invitationLog.eraseCompany(id)
      services.sharedList.drop(id)
    },
    close: (options) => {
      closed ??= close(services, options)
      return closed
    },
  }
}

async function close(
  { closing, presence, reconciler, streams, changeLog, invitationLog, log }: Services,
  { graceMs = GRACE_MS }: CloseOptions = {},
): Promise<void> {
  closing.begin()
  presence.leave()
  reconciler.close()
  if (!(await closing.settled(graceMs))) {
    log.warn('Some work was still under way when this server had to close. What was claimed comes again.', {})
  }
  await streams.close(GOODBYE_MS)
  await changeLog.close()
  await invitationLog.close()
}

function createSites(
  { client, connections }: Services,
  call: <T>(work: (log: Log) => Promise<T>) => Promise<T>,
): NectarConnect['sites'] {
  return {
    list: (companyId) =>
      call(async (log) => (await client.getCompany(requireId(companyId, 'companyId'), log)).sites),
    get: (siteId) => call(async (log) => client.getSite(requireId(siteId, 'siteId'), log)),
    create: (companyId, site) =>
      call(async (log) => {
        const id = requireId(companyId, 'companyId')
        const created = await client.createSite(id, readNewSite(site), log)
        connections.dropSites(id)
        return created
      }),
  }
}
