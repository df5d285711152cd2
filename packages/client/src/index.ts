export type { ChangeListener } from './changes/change-listeners.ts'
export type { ChangeStream, LiveState } from './changes/change-stream.ts'
export { pageChanges } from './changes/page-changes.ts'
export {
  type ConnectClient,
  type ConnectClientOptions,
  createConnectClient,
} from './connect-client.ts'
export { setupProblemsBehind } from './development/explain-setup-problem.ts'
export { warnInDevelopment } from './development/warn-in-development.ts'
export { ConnectError } from './lib/connect-error.ts'
export { createStore, type ReadableStore, type Store } from './lib/store.ts'
export { browserPlatform, type Platform } from './platform/platform.ts'
export { listChanges, listSharedInvitations } from './requests.ts'
export type { AnalyticsEvent, AnalyticsEventName, Presentation } from './session/analytics.ts'
export { createSession, type Session } from './session/create-session.ts'
export {
  type ConnectIntent,
  type ConnectPhase,
  getActivePage,
  type HostedPageState,
  isOpened,
  type OpenedPhase,
  type OpenInvitation,
  type PageDisplay,
  type PhaseStatus,
  type SessionSubmission,
  type StatusSnapshot,
  type SubmittedConnection,
} from './session/phase.ts'
export type { SessionSettings } from './session/request-invitation.ts'
export { type CreateRestoration, createRestoration } from './session/restore-session.ts'
export { createSessionRegistry, type SessionRegistry } from './session/session-registry.ts'
export type { ActionPhase } from './sharing/action.ts'
export {
  createShare,
  type Share,
  type ShareForm,
  type ShareIntent,
  type ShareOptions,
} from './sharing/create-share.ts'
export { createInvitationAction, type InvitationAction } from './sharing/invitation-action.ts'
export { checkRecipient, recipientOf } from './sharing/recipient.ts'
