import { createRequestId } from '@nectar-connect/contract/wire'
import type { ReconcileResult, Reconciler } from '../changes/reconciler.ts'
import type { Connections } from '../connections/connections.ts'
import type { EnsureCompany } from '../connections/ensure-company.ts'
import { readNewSite } from '../connections/read-new-site.ts'
import type { Closing } from '../lib/closing.ts'
import { requireId } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { Settings } from '../settings/settings.ts'
import type { ConnectionChange } from '../stores/changes.ts'
import { assertConfigured } from './assert-configured.ts'
import type { NectarConnectServer } from './nectar-connect.ts'
import type { ProcessPresence } from './process-presence.ts'

interface HostCallsDeps {
  client: NectarClient
  closing: Closing
  connections: Pick<Connections, 'invalidateSites'>
  ensureCompany: EnsureCompany
  log: Log
  presence: Pick<ProcessPresence, 'enter'>
  reconciler: Pick<Reconciler, 'one' | 'all'>
  settings: Pick<Settings, 'faults'>
}

/** Calls of the host's own code that Nectar answers. Each gets a reference, and `close` waits for it. */
export function createHostCalls({
  client,
  closing,
  connections,
  ensureCompany,
  log,
  presence,
  reconciler,
  settings,
}: HostCallsDeps): Pick<NectarConnectServer, 'ensureCompany' | 'sites' | 'ping' | 'reconcile'> {
  const call = async <T>(work: (log: Log) => Promise<T>): Promise<T> => {
    const own = log.with({ reference: createRequestId() })
    assertConfigured(settings, own, 'calls')
    closing.requireOpen()
    presence.enter()
    return closing.track(work(own))
  }

  function reconcile(): Promise<ReconcileResult>
  function reconcile(companyId: string): Promise<ConnectionChange[]>
  function reconcile(companyId?: string): Promise<ReconcileResult | ConnectionChange[]> {
    return call<ReconcileResult | ConnectionChange[]>(async (own) =>
      companyId === undefined ? reconciler.all(own) : reconciler.one(requireId(companyId, 'companyId'), own),
    )
  }

  return {
    ensureCompany: (input) => call((own) => ensureCompany(input, own)),
    sites: {
      list: (companyId) =>
        call(async (own) => (await client.getCompany(requireId(companyId, 'companyId'), own)).sites),
      get: (siteId) => call(async (own) => client.getSite(requireId(siteId, 'siteId'), own)),
      create: (companyId, site) =>
        call(async (own) => {
          const id = requireId(companyId, 'companyId')
          const created = await client.createSite(id, readNewSite(site), own)
          connections.invalidateSites(id)
          return created
        }),
    },
    ping: () => call((own) => client.ping(own)),
    reconcile,
  }
}
