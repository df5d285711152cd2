import type { Core } from '../app/core.ts'
import type { Log } from '../lib/log.ts'
import { readId } from '../lib/values.ts'
import type { ConnectionChange } from '../stores/connect-store.ts'
import { readConnectionStatuses } from './read-connection-statuses.ts'
import type { Recorder } from './recorder.ts'

/** What a reconciliation found. */
export interface ReconcileResult {
  /** Changes that webhooks missed, oldest first for each company. */
  changes: ConnectionChange[]
  /** Companies that could not be compared; the log says why. Always empty when one was asked for: that rejects. */
  failed: string[]
}

interface ReconcilerDeps extends Core {
  recorder: Recorder
  /** Checks invitations, too. */
  refreshInvitations: (companyId: string, log: Log) => Promise<void>
}

export type Reconciler = ReturnType<typeof createReconciler>

export function createReconciler(deps: ReconcilerDeps) {
  let stopTimer: (() => void) | null = null
  let isClosed = false

  async function one(companyId: string, log: Log): Promise<ConnectionChange[]> {
    const readAt = deps.now()
    const connections = await deps.client.listConnections(companyId, log)
    const own = connections.filter(({ company }) => company === null || readId(company.id) === companyId)
    const reading = { companyId, connections: own, readAt, source: 'reconcile' } as const
    const changes = await readConnectionStatuses(reading, deps, log)
    await deps.refreshInvitations(companyId, log)
    return changes
  }

  /** Every company that the API key sees. */
  async function all(log: Log): Promise<ReconcileResult> {
    const result: ReconcileResult = { changes: [], failed: [] }
    // One after the other: nobody waits for this, and it shares ten requests at a time with customers.
    for (const company of await deps.client.listCompanies(log)) {
      const companyId = readId((company as { id?: unknown } | null)?.id)
      if (companyId === null || isClosed) continue
      try {
        result.changes.push(...(await one(companyId, log)))
      } catch (cause) {
        log.error('A company could not be reconciled.', { companyId, cause })
        result.failed.push(companyId)
      }
    }
    return result
  }

  function arm(everyMs: number) {
    stopTimer = deps.timers.background(everyMs, () => {
      all(deps.log)
        .catch((cause) => deps.log.error('Reconciling failed. It is tried again.', { cause }))
        .finally(() => {
          if (!isClosed) arm(everyMs)
        })
    })
  }
  return {
    one,
    all,
    /** Starts the timer on its first call, if one is configured. */
    startTimer() {
      const everyMs = deps.settings.reconcileEveryMs
      if (everyMs !== null && stopTimer === null && !isClosed) arm(everyMs)
    },
    close() {
      isClosed = true
      stopTimer?.()
    },
  }
}
