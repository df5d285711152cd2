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
} from '@nectar-connect/contract/wire'
export { NectarConnect, type NectarConnectProps } from './button/nectar-connect.tsx'
export { ShareButton, type ShareButtonProps } from './button/share-button.tsx'
export type { Appearance } from './context/appearance.ts'
export type { Host } from './context/host.ts'
export {
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from './context/nectar-connect-provider.tsx'
export { type ConnectionState, useConnection } from './data/use-connection.ts'
export {
  type ConnectionHistoryState,
  useConnectionHistory,
} from './data/use-connection-history.ts'
export { type ConnectionsState, type Live, useConnections } from './data/use-connections.ts'
export {
  type InvitationsState,
  type UseInvitationsOptions,
  useInvitations,
} from './data/use-invitations.ts'
export { useStatusChanges } from './data/use-status-changes.ts'
export { NectarFrame } from './flow/frame/nectar-frame.tsx'
export { en } from './i18n/en.ts'
export type { Messages } from './i18n/messages.ts'
export { ConnectionCard, type ConnectionCardProps } from './lists/connection-card.tsx'
export { ConnectionHistory, type ConnectionHistoryProps } from './lists/connection-history.tsx'
export { ConnectionList, type ConnectionListProps } from './lists/connection-list.tsx'
export { ConnectionStatusBadge, type ConnectionStatusBadgeProps } from './lists/connection-status-badge.tsx'
export { InvitationList, type InvitationListProps } from './lists/invitation-list.tsx'
export type { ConnectPage, ConnectPhase } from './session/connect-phase.ts'
export type { NectarConnectCallbacks, UseNectarConnectOptions } from './session/use-connect-session.ts'
export {
  type NectarConnectHandle,
  type NectarFrameHandle,
  useNectarConnect,
} from './session/use-nectar-connect.ts'
export type { ShareCallbacks } from './session/use-share-flow.ts'
export { useTimeLeft } from './session/use-time-left.ts'
