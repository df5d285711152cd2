import type { InvitationView } from '@nectar-connect/contract/wire'
import type { Purpose, SubmittedConnection } from './phase.ts'

/** Proof of use. A reconnect creates nothing, so there the count, or the status, is the proof. */
export function wasUsed(
  { purpose, invitation }: { purpose: Purpose; invitation: { useCount: number } },
  view: InvitationView,
): boolean {
  if (purpose.kind === 'contributor') return view.createdConnections.length > 0
  return view.useCount > invitation.useCount || view.status === 'FULFILLED'
}

/** The connections that a used invitation made, or the one it mended. */
export function getCreatedConnections(purpose: Purpose, view: InvitationView): SubmittedConnection[] {
  if (purpose.kind === 'reconnect') return [{ id: purpose.connectionId, providerName: null }]
  return view.createdConnections.map(({ id, providerName }) => ({ id, providerName }))
}
