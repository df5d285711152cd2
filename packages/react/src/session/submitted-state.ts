import type { ConnectPhase, SubmittedConnection } from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { connectionState, type StatusState } from '../data/status-state.ts'
import type { PendingCheck } from '../data/use-environment.ts'

/** A connection whose details were submitted, as far as the backend has proved by now. */
export interface SubmittedState extends SubmittedConnection {
  /** Null until the backend has listed it. */
  connection: ConnectionView | null
  /** `PENDING` until there is news. */
  state: StatusState
}

/** Joins what a session submitted with what is known of those connections now. */
export function submittedStates(
  phase: Extract<ConnectPhase, { status: 'submitted' }>,
  connections: readonly ConnectionView[],
  now: number,
): SubmittedState[] {
  const watch: PendingCheck = {
    since: phase.at,
    baseline: phase.intent.kind === 'reconnect' ? phase.intent.baseline : null,
  }
  return phase.connections.map(({ id, providerName }) => {
    const connection = connections.find((candidate) => candidate.id === id) ?? null
    const state = connectionState(
      connection ?? { ...UNHEARD, id },
      phase.intent.kind === 'reconnect' ? watch : undefined,
      now,
    )
    return { id, providerName: connection?.providerName ?? providerName, connection, state }
  })
}

const UNHEARD: Omit<ConnectionView, 'id'> = {
  status: 'PENDING',
  isActive: true,
  providerName: null,
  providerUrl: null,
  country: null,
  utilityTypes: [],
  sites: [],
  createdAt: null,
  statusAt: null,
  statusSince: null,
  updatedAt: null,
}
