import { isSameId } from '@nectar-connect/contract/nectar'
import { createRequestId } from '@nectar-connect/contract/wire'
import type { ReconcileResult, Reconciler } from '../changes/reconciler.ts'
import { type Connections, createEnsureCompany, readNewSite } from '../connections/connections.ts'
import type { RevokeInvitation } from '../invitations/revoke-invitation.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Closing } from '../lib/shared-work.ts'
import { requireId } from '../lib/values.ts'
import { everyItem, requireOwnConnection } from '../nectar/nectar-client.ts'
import type { Settings } from '../settings/settings.ts'
import type { ConnectionChange } from '../stores/connect-store.ts'
import type { ChangeStreams } from '../streams/change-streams.ts'
import type { WebhookSecrets } from '../webhooks/verify-signature.ts'
import { verifyWebhook } from '../webhooks/verify-webhook.ts'
import type { Core } from './core.ts'
import { createHostInvitations } from './host-invitations.ts'
import type { CloseOptions, NectarConnectServer } from './nectar-connect.ts'
import type { ProcessPresence } from './process-presence.ts'

/** In milliseconds: how long to wait for work that is under way, and how long open streams have to receive the goodbye. */
const GRACE_MS = 10_000
const GOODBYE_MS = 1_000
/** Connections that a list reads at a time. */
const PAGE_SIZE = 100

interface HostCallsDeps extends Pick<Core, 'client' | 'clock' | 'log' | 'now' | 'settings' | 'store'> {
  closing: Closing
  connections: Connections
  presence: ProcessPresence
  reconciler: Reconciler
  revokeInvitation: RevokeInvitation
  readSecrets: () => Promise<WebhookSecrets>
  streams: ChangeStreams
}

/** Calls of the host's own code. Each that Nectar answers gets a reference, and `close` waits for it. */
export function createHostCalls(
  deps: HostCallsDeps,
): Omit<NectarConnectServer, 'handler' | 'webhookDeliveries' | 'eraseCompany'> {
  const { client, closing, connections, log, presence, reconciler } = deps
  const ensureCompany = createEnsureCompany(client)
  let closed: Promise<void> | null = null

  async function call<T>(work: (log: Log) => Promise<T>): Promise<T> {
    const own = log.with({ reference: createRequestId() })
    assertConfigured(deps.settings, own, 'calls')
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

  async function close({ graceMs = GRACE_MS }: CloseOptions = {}): Promise<void> {
    closing.begin()
    presence.leave()
    reconciler.close()
    if (!(await closing.settled(graceMs))) {
      log.warn(
        'Some work was still under way when this server had to close. What was claimed comes again.',
        {},
      )
    }
    await deps.streams.close(GOODBYE_MS)
    await deps.store.close()
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
    connections: {
      async *list(companyId) {
        const owned = everyItem((page) =>
          call((own) => client.connectionPage(requireId(companyId, 'companyId'), page, PAGE_SIZE, own)),
        )
        for await (const connection of owned) {
          const { company } = connection
          if (company !== null && !isSameId(company.id, companyId)) continue
          yield await connections.view(companyId, connection, log)
        }
      },
      get: (companyId, connectionId) =>
        call(async (own) => {
          const id = requireId(companyId, 'companyId')
          const read = await requireOwnConnection(client, id, requireId(connectionId, 'connectionId'), own)
          return connections.view(id, read, own)
        }),
    },
    invitations: createHostInvitations(deps, call),
    verifyWebhook: async (request) => verifyWebhook(request, deps.now(), await deps.readSecrets(), log),
    ping: () => call((own) => client.ping(own)),
    reconcile,
    close(options) {
      closed ??= close(options)
      return closed
    },
  }
}

/** Logs each fault of the options once. `calls` of the host need no `authorize`. @throws NectarConnectError */
export function assertConfigured(
  settings: Pick<Settings, 'faults'>,
  log: Log,
  kind: 'requests' | 'calls',
): void {
  const faults = settings.faults.filter((fault) => kind === 'requests' || !fault.startsWith('"authorize"'))
  for (const fault of faults) log.once('error', fault, {})
  if (faults.length === 0) return
  throw new NectarConnectError('not_configured', { message: faults.join(' '), setupProblems: faults })
}
