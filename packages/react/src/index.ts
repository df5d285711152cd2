'use client'

export {
  type AnalyticsEvent,
  type AnalyticsEventName,
  ConnectError,
  type ConnectIntent,
  type ConnectPhase,
  type HostedPageState,
  type PageDisplay,
  type PhaseStatus,
  type Presentation,
  type StatusSnapshot,
  type SubmittedConnection,
} from '@nectar-connect/client'
export {
  type ConnectionChange,
  type ConnectionView,
  type ErrorCode,
  getInvitationStage,
  type InvitationFilter,
  type InvitationStage,
  type InvitationView,
  type Permissions,
  type Prefill,
  type SharingDetails,
  type SharingPolicy,
  type UtilityType,
} from '@nectar-connect/contract/wire'
export { NectarConnect, type NectarConnectProps } from './button/nectar-connect.tsx'
export { ShareButton, type ShareButtonProps } from './button/share-button.tsx'
export type { Appearance } from './context/appearance.ts'
export {
  type AppInfo,
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from './context/nectar-connect-provider.tsx'
export { type ConnectionHistoryState, useConnectionHistory } from './data/use-connection-history.ts'
export { type ConnectionState, useConnection, useConnections } from './data/use-connections.ts'
export { type InvitationsState, type UseInvitationsOptions, useInvitations } from './data/use-invitations.ts'
export type { ConnectionsState, LiveUpdates } from './data/use-known-connections.ts'
export { useStatusChanges } from './data/use-status-changes.ts'
export { NectarFrame } from './flow/nectar-frame.tsx'
export type { ShareCallbacks } from './flow/use-share-flow.ts'
export { en } from './i18n/en.ts'
export type { Messages, PartialMessages } from './i18n/messages.ts'
export { ConnectionCard, type ConnectionCardProps } from './lists/connection-card.tsx'
export { ConnectionList, type ConnectionListProps } from './lists/connection-list.tsx'
export { ConnectionStatusBadge, type ConnectionStatusBadgeProps } from './lists/connection-status-badge.tsx'
export { InvitationList, type InvitationListProps } from './lists/invitation-list.tsx'
export type { NectarConnectCallbacks, UseNectarConnectOptions } from './session/use-connect-session.ts'
export {
  type FrameBinding,
  type NectarConnectController,
  useNectarConnect,
} from './session/use-nectar-connect.ts'
export { useRemainingTime } from './session/use-remaining-time.ts'
export type { ExitEvent, ExitReason } from './session/use-session-callbacks.ts'
