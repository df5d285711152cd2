export { isLoopback } from './lib/is-loopback.ts'
export { readMailAddress, readMailDomain } from './lib/mail-address.ts'
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
  type LiveUpdates,
  type Permissions,
} from './wire/connection.ts'
export { ERRORS, type ErrorCode, isErrorCode, type WireErrorCode } from './wire/errors.ts'
export { explainFault, type FaultExplanation, UNNAMED_FAULT, whyOfFault } from './wire/explain-fault.ts'
export { type HealthResponse, healthResponse } from './wire/health.ts'
export { NECTAR_HOSTED_ORIGIN, NECTAR_HOSTED_PATH, trustedInvitationUrl } from './wire/hosted-page.ts'
export {
  type CreatedConnection,
  type CreateInvitationRequest,
  INVITATION_KINDS,
  INVITATION_REASONS,
  type InvitationFor,
  type InvitationKind,
  type InvitationReason,
  type InvitationsResponse,
  type InvitationTicket,
  type InvitationView,
  invitationsResponse,
  invitationTicket,
  invitationView,
  type Sharing,
} from './wire/invitation.ts'
export { type Issue, PROBLEM_MEDIA_TYPE, type Problem, problem } from './wire/problem.ts'
export { createReference, isReference } from './wire/reference.ts'
export {
  filterOf,
  MAIL_LANGUAGES,
  type MailLanguage,
  type MailPreview,
  mailPreview,
  NOTE_LENGTH,
  type PreviewMailRequest,
  RECIPIENTS_AT_ONCE,
  type RemindRequest,
  type RemindResponse,
  remindResponse,
  SHARED_FILTERS,
  type SharedFilter,
  type SharedInvitationsResponse,
  type SharedStage,
  type ShareInvitationsRequest,
  type ShareInvitationsResponse,
  type ShareLinkRequest,
  type ShareResult,
  type SharingTerms,
  sharedInvitationsResponse,
  sharedStage,
  shareInvitationsResponse,
  sharingTerms,
} from './wire/sharing.ts'
export type { SiteView } from './wire/site.ts'
export {
  describeStatus,
  isKnownStatus,
  type KnownStatus,
  normalizeStatus,
  STATUS_CATALOGUE,
  type StatusDescription,
  type StatusGroup,
} from './wire/status-catalogue.ts'
export {
  isProtocolSupported,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REFERENCE_HEADER,
  SCOPE_HEADER,
} from './wire/version.ts'
