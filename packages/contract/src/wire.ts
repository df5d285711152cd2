export { isLoopback } from './lib/is-loopback.ts'
export { readMailAddress, readMailDomain } from './lib/mail-address.ts'
export { findNearestName } from './lib/nearest-name.ts'
export { ownValue } from './lib/own-value.ts'
export {
  CHANGE_STREAM_EVENTS,
  type ChangeStreamCursor,
  type ChangeStreamEnd,
  type ChangesResponse,
  type ConnectionChange,
  changeStreamCursor,
  changeStreamEnd,
  changesResponse,
  connectionChange,
} from './wire/change.ts'
export * as check from './wire/check.ts'
export {
  type ConnectionsResponse,
  type ConnectionView,
  connectionsResponse,
  connectionView,
  type Permissions,
  type UpdateMode,
} from './wire/connection.ts'
export { ERRORS, type ErrorCode, isErrorCode, type WireErrorCode } from './wire/errors.ts'
export { type HealthResponse, healthResponse } from './wire/health.ts'
export { NECTAR_HOSTED_ORIGIN, NECTAR_HOSTED_PATH, trustedInvitationUrl } from './wire/hosted-page.ts'
export {
  type CreatedConnection,
  type CreatedInvitation,
  type CreateInvitationRequest,
  createdInvitation,
  INVITATION_KINDS,
  INVITATION_REASONS,
  type InvitationFor,
  type InvitationKind,
  type InvitationReason,
  type InvitationsResponse,
  type InvitationView,
  invitationsResponse,
  invitationView,
  type SharingDetails,
} from './wire/invitation.ts'
export { type Issue, PROBLEM_MEDIA_TYPE, type Problem, problem } from './wire/problem.ts'
export { createRequestId, isRequestId } from './wire/reference.ts'
export {
  describeSetupProblem,
  docsUrl,
  readSetupProblem,
  type SetupProblem,
  type SetupProblemName,
} from './wire/setup-problems.ts'
export {
  getFilter,
  getInvitationStage,
  INVITATION_FILTERS,
  type InvitationFilter,
  type InvitationStage,
  MAIL_LANGUAGES,
  MAIL_SUBJECTS,
  MAX_NOTE_LENGTH,
  type MailLanguage,
  type RemindRequest,
  type RemindResponse,
  remindResponse,
  type SharedInvitationsResponse,
  type ShareRequest,
  type ShareResponse,
  type SharingPolicy,
  sharedInvitationsResponse,
  shareResponse,
  sharingPolicy,
} from './wire/sharing.ts'
export type { SiteView } from './wire/site.ts'
export {
  describeStatus,
  isKnownStatus,
  type KnownStatus,
  normalizeStatus,
  STATUS_CATALOG,
  type StatusDescription,
  type StatusGroup,
} from './wire/status-catalog.ts'
export {
  isProtocolSupported,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
} from './wire/version.ts'
