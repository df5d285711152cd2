'use client'

export {
  type Baseline,
  ConnectError,
  type FunnelEvent,
  type FunnelEventName,
  type Placement,
  type Purpose,
  type SubmittedConnection,
  type WidgetPlacement,
} from '@nectar-connect/client'
export {
  type ConnectionChange,
  type ConnectionView,
  type ErrorCode,
  type InvitationView,
  type Permissions,
  type SharedFilter,
  type SharedStage,
  type Sharing,
  type SharingTerms,
  sharedStage,
} from '@nectar-connect/contract'
export type { ConnectPage, ConnectPhase } from './connect/connect-phase.ts'
export { NectarConnect, type NectarConnectProps } from './connect/nectar-connect.tsx'
export { NectarFrame } from './connect/nectar-frame.tsx'
export type { NectarConnectCallbacks, UseNectarConnectOptions } from './connect/use-connect-session.ts'
export {
  type NectarConnectHandle,
  type NectarFrameHandle,
  useNectarConnect,
} from './connect/use-nectar-connect.ts'
export { useTimeLeft } from './connect/use-time-left.ts'
export { ConnectionCard, type ConnectionCardProps } from './connections/connection-card.tsx'
export { ConnectionHistory, type ConnectionHistoryProps } from './connections/connection-history.tsx'
export { ConnectionList, type ConnectionListProps } from './connections/connection-list.tsx'
export { type ConnectionState, useConnection } from './connections/use-connection.ts'
export {
  type ConnectionHistoryState,
  useConnectionHistory,
} from './connections/use-connection-history.ts'
export { type ConnectionsState, type Live, useConnections } from './connections/use-connections.ts'
export { InvitationList, type InvitationListProps } from './invitations/invitation-list.tsx'
export {
  type InvitationsState,
  type UseInvitationsOptions,
  useInvitations,
} from './invitations/use-invitations.ts'
export { useStatusChanges } from './live/use-status-changes.ts'
export { en } from './messages/en.ts'
export type { Messages } from './messages/messages.ts'
export type { Appearance } from './provider/appearance.ts'
export type { Host } from './provider/host.ts'
export {
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from './provider/nectar-connect-provider.tsx'
export { ShareButton, type ShareButtonProps } from './sharing/share-button.tsx'
export type { ShareCallbacks } from './sharing/use-share-flow.ts'
export { ConnectionStatusBadge, type ConnectionStatusBadgeProps } from './status/connection-status-badge.tsx'
