import type { Route } from '../pipeline/route.ts'
import { createInvitation } from './create-invitation.ts'
import { getConnection } from './get-connection.ts'
import { getHealth } from './get-health.ts'
import { getInvitation } from './get-invitation.ts'
import { listChanges } from './list-changes.ts'
import { listConnections } from './list-connections.ts'
import { listInvitations } from './list-invitations.ts'
import { receiveWebhook } from './receive-webhook.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { streamChanges } from './stream-changes.ts'

/** Everything under the base path. */
export const ROUTES: readonly Route[] = [
  createInvitation,
  listInvitations,
  getInvitation,
  revokeInvitation,
  listConnections,
  getConnection,
  listChanges,
  streamChanges,
  receiveWebhook,
  getHealth,
]
