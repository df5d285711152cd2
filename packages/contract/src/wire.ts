export { readMailAddress, readMailDomain } from './lib/mail-address.ts'
export { findNearestName, ownValue } from './lib/names.ts'
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
export {
  describeSetupProblem,
  type SetupProblemDescription,
  UNNAMED_SETUP_PROBLEM,
  whyOfFault,
} from './wire/describe-setup-problem.ts'
export { ERRORS, type ErrorCode, isErrorCode, type WireErrorCode } from './wire/errors.ts'
export {
  createRequestId,
  isProtocolSupported,
  isRequestId,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REQUEST_ID_HEADER,
  SCOPE_HEADER,
} from './wire/headers.ts'
export {
  isLoopback,
  NECTAR_HOSTED_ORIGIN,
  NECTAR_HOSTED_PATH,
  trustedInvitationUrl,
} from './wire/hosted-page.ts'
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
  type SiteView,
} from './wire/invitation.ts'
export {
  type HealthResponse,
  healthResponse,
  type Issue,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  problem,
} from './wire/problem.ts'
export {
  getFilter,
  getInvitationStage,
  INVITATION_FILTERS,
  type InvitationFilter,
  type InvitationStage,
  MAIL_LANGUAGES,
  MAX_NOTE_LENGTH,
  MAX_RECIPIENTS,
  type MailLanguage,
  type MailPreview,
  mailPreview,
  type PreviewMailRequest,
  type RemindRequest,
  type RemindResponse,
  remindResponse,
  type SharedInvitationsResponse,
  type ShareInvitationsRequest,
  type ShareInvitationsResponse,
  type ShareLinkRequest,
  type ShareResult,
  type SharingPolicy,
  sharedInvitationsResponse,
  shareInvitationsResponse,
  sharingPolicy,
} from './wire/sharing.ts'
export {
  describeStatus,
  isKnownStatus,
  type KnownStatus,
  normalizeStatus,
  STATUS_CATALOG,
  type StatusDescription,
  type StatusGroup,
} from './wire/statuses.ts'
