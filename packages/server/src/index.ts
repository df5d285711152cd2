export { createNectarConnect } from './app/create-nectar-connect.ts'
export type { NectarConnectServer, NewSite, RuntimeCapabilities } from './app/nectar-connect.ts'
export type { ReconcileResult } from './changes/reconciler.ts'
export { jsonLogger } from './lib/log.ts'
export {
  type Issue,
  NectarConnectError,
  type NectarConnectErrorOptions,
} from './lib/nectar-connect-error.ts'
export { redact } from './lib/redact.ts'
export type {
  AuthorizeContext,
  NativeHonoContext,
  NativeNextRequest,
  NativeRequest,
} from './settings/authorization.ts'
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
  InvitationStage,
  Logger,
  MailLanguage,
  NectarApiVersion,
  NectarConnectOptions,
  NectarPrefill,
  NewConnectionChange,
  Permissions,
  SharingOptions,
  Site,
  WebhookEvent,
} from './settings/options.ts'
export type {
  Claim,
  ClaimToken,
  Commit,
  ConnectionChange,
  ConnectStore,
  Count,
  CountWindow,
  HistoryEntry,
  LatestStatus,
  ReadResult,
  StatusReading,
  StoreLimits,
  StoreNews,
} from './stores/connect-store.ts'
export type { InvitationEntry, InvitationPatch } from './stores/invitation-entry.ts'
export type { MemoryStoreOptions } from './stores/memory/memory-store.ts'
export { createMemoryStore } from './stores/memory/memory-store.ts'
export type { WebhookDelivery } from './webhooks/deliveries.ts'
