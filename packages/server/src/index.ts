export type { NectarApiVersion } from '@nectar-connect/contract/nectar'
export type {
  ErrorCode,
  InvitationKind,
  InvitationReason,
  InvitationStage,
  MailLanguage,
  Permissions,
  Prefill,
  PrefillField,
  UtilityType,
} from '@nectar-connect/contract/wire'
export { createNectarConnect } from './app/create-nectar-connect.ts'
export type {
  Connection,
  Invitation,
  NectarConnectServer,
  NewSite,
  RuntimeCapabilities,
  Site,
} from './app/nectar-connect.ts'
export type { ReconcileResult } from './changes/reconciler.ts'
export { jsonLogger, type Logger } from './lib/log.ts'
export {
  type Issue,
  NectarConnectError,
  type NectarConnectErrorOptions,
} from './lib/nectar-connect-error.ts'
export { redact } from './lib/redact.ts'
export type * from './settings/authorization.ts'
export type * from './settings/invitation-policy.ts'
export type * from './settings/options.ts'
export type {
  Claim,
  ClaimToken,
  Commit,
  ConnectionChange,
  ConnectStore,
  Count,
  CountWindow,
  HistoryEntry,
  InvitationEntry,
  InvitationPatch,
  LatestStatus,
  ReadResult,
  StatusReading,
  StoreLimits,
  StoreNews,
} from './stores/connect-store.ts'
export type { MemoryStoreOptions } from './stores/memory/memory-store.ts'
export { createMemoryStore } from './stores/memory/memory-store.ts'
export type { SignedRequest, VerifiedWebhook } from './webhooks/verify-webhook.ts'
export type { WebhookDelivery } from './webhooks/webhook-trust.ts'
