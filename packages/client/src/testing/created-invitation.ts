import type { CreatedInvitation } from '@nectar-connect/contract/wire'

/** A fresh contributor invitation with an hour to live. */
export const CREATED_INVITATION: CreatedInvitation = {
  id: 'i-1',
  kind: 'contributor',
  status: 'ACTIVE',
  expiresInMs: 3_600_000,
  createdAt: null,
  useCount: 0,
  maxUses: 1,
  requiresEmail: false,
  connectionId: null,
  opened: null,
  openedAt: null,
  usedAt: null,
  sites: [],
  sharing: null,
  createdConnections: [],
  url: 'https://dash.nectarclimate.com/p/i/t',
}
