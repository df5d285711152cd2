export type {
  AuthorizeContext,
  NativeHonoContext,
  NativeNextRequest,
  NativeRequest,
} from './adapters/authorize-context.ts'
export { createNectarConnect } from './app/create-nectar-connect.ts'
export type { NectarConnect, NewSite } from './app/nectar-connect.ts'
export type { Runtime } from './app/runtime.ts'
export type { Reconciliation } from './changes/reconciler.ts'
export { jsonLogger } from './lib/log.ts'
export {
  type Issue,
  NectarConnectError,
  type NectarConnectErrorOptions,
} from './lib/nectar-connect-error.ts'
export { redact } from './lib/redact.ts'
export type {
  Authorization,
  ConnectionChangeContext,
  ErrorCode,
  InvitationChange,
  InvitationChangeContext,
  InvitationContext,
  InvitationKind,
  InvitationMail,
  InvitationPolicy,
  InvitationReason,
  Logger,
  MailLanguage,
  MailLimiter,
  NectarApiVersion,
  NectarConnectOptions,
  NectarPrefill,
  NewConnectionChange,
  Permissions,
  SharedStage,
  SharingOptions,
  Site,
  WebhookEvent,
} from './settings/options.ts'
export type {
  ChangeLog,
  ChangeLogLimits,
  ChangesRead,
  Claim,
  ClaimToken,
  Commit,
  ConnectionChange,
  HistoryEntry,
  LatestStatus,
  Observation,
} from './stores/change-log.ts'
export type {
  InvitationEntry,
  InvitationLog,
  InvitationLogLimits,
  InvitationPatch,
} from './stores/invitation-log.ts'
export { createMemoryChangeLog, type MemoryChangeLogOptions } from './stores/memory/memory-change-log.ts'
export {
  createMemoryInvitationLog,
  type MemoryInvitationLogOptions,
} from './stores/memory/memory-invitation-log.ts'
export type { Delivery } from './webhooks/deliveries.ts'
