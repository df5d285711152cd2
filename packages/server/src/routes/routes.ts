import type { Route } from '../pipeline/route.ts'
import { createInvitation } from './create-invitation.ts'
import { getConnection } from './get-connection.ts'
import { getHealth } from './get-health.ts'
import { getInvitation } from './get-invitation.ts'
import { listChanges } from './list-changes.ts'
import { listConnections } from './list-connections.ts'
import { listInvitations } from './list-invitations.ts'
import { listSharedInvitations } from './list-shared-invitations.ts'
import { previewMail } from './preview-mail.ts'
import { receiveWebhook } from './receive-webhook.ts'
import { remindInvitation } from './remind-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { shareInvitations } from './share-invitations.ts'
import { shareLink } from './share-link.ts'
import { streamChanges } from './stream-changes.ts'

/** Everything under the base path. */
export const ROUTES: readonly Route[] = [
  createInvitation,
  listInvitations,
  getInvitation,
  revokeInvitation,
  shareInvitations,
  shareLink,
  previewMail,
  listSharedInvitations,
  remindInvitation,
  listConnections,
  getConnection,
  listChanges,
  streamChanges,
  receiveWebhook,
  getHealth,
]
