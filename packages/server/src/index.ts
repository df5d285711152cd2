export { createNectarConnect } from './create-nectar-connect.ts'
export type { NectarConnect, NewSite } from './nectar-connect.ts'
export {
  type Issue,
  NectarConnectError,
  type NectarConnectErrorOptions,
} from './nectar-connect-error.ts'
export type {
  Authorization,
  ErrorCode,
  InvitationContext,
  InvitationKind,
  InvitationPolicy,
  InvitationReason,
  Logger,
  NectarApiVersion,
  NectarConnectOptions,
  NectarPrefill,
  Permissions,
  Site,
} from './options.ts'
export { redact } from './redact.ts'
