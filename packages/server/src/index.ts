export type {
  AuthorizeContext,
  NativeHonoContext,
  NativeNextRequest,
  NativeRequest,
} from './authorize-context.ts'
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
} from './changes/change-log.ts'
export { createMemoryChangeLog, type MemoryChangeLogOptions } from './changes/memory-change-log.ts'
export type { Reconciliation } from './changes/reconciler.ts'
export { createNectarConnect } from './create-nectar-connect.ts'
export { jsonLogger } from './log.ts'
export type { NectarConnect, NewSite } from './nectar-connect.ts'
export {
  type Issue,
  NectarConnectError,
  type NectarConnectErrorOptions,
} from './nectar-connect-error.ts'
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
} from './options.ts'
export { redact } from './redact.ts'
export type { Runtime } from './runtime.ts'
export type {
  InvitationEntry,
  InvitationLog,
  InvitationLogLimits,
  InvitationPatch,
} from './sharing/invitation-log.ts'
export {
  createMemoryInvitationLog,
  type MemoryInvitationLogOptions,
} from './sharing/memory-invitation-log.ts'
export type { Delivery } from './webhooks/deliveries.ts'
