import { getConnection } from '../connections/routes/get-connection.ts'
import { listConnections } from '../connections/routes/list-connections.ts'
import type { Route } from '../http/route.ts'
import { createInvitation } from '../invitations/routes/create-invitation.ts'
import { getInvitation } from '../invitations/routes/get-invitation.ts'
import { listInvitations } from '../invitations/routes/list-invitations.ts'
import { revokeInvitation } from '../invitations/routes/revoke-invitation.ts'
import { listSharedInvitations } from '../sharing/routes/list-shared-invitations.ts'
import { previewMail } from '../sharing/routes/preview-mail.ts'
import { remindInvitation } from '../sharing/routes/remind-invitation.ts'
import { shareInvitations } from '../sharing/routes/share-invitations.ts'
import { shareLink } from '../sharing/routes/share-link.ts'
import { listChanges } from '../streams/list-changes.ts'
import { streamChanges } from '../streams/stream-changes.ts'
import { receiveWebhook } from '../webhooks/receive-webhook.ts'
import { getHealth } from './get-health.ts'

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
