export { isLoopback } from './lib/is-loopback.ts'
export { ownValue } from './lib/own-value.ts'
export { uuid } from './lib/uuid.ts'
export { NECTAR_HOSTED_ORIGIN, NECTAR_HOSTED_PATH } from './nectar/version.ts'
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
} from './protocol/change.ts'
export {
  type ConnectionsResponse,
  type ConnectionView,
  connectionsResponse,
  connectionView,
  type Permissions,
  permissions,
} from './protocol/connection.ts'
export { ERRORS, type ErrorCode, isErrorCode, type WireErrorCode } from './protocol/errors.ts'
export { explainFault, type FaultExplanation, UNNAMED_FAULT, whyOfFault } from './protocol/explain-fault.ts'
export { type HealthResponse, healthResponse } from './protocol/health.ts'
export {
  type InvitationKind,
  type InvitationReason,
  type InvitationsResponse,
  type InvitationTicket,
  type InvitationView,
  invitationKind,
  invitationReason,
  invitationsResponse,
  invitationTicket,
  invitationView,
  type Sharing,
  sharing,
} from './protocol/invitation.ts'
export { mailAddress, readMailAddress, readMailDomain } from './protocol/mail-address.ts'
export { PROBLEM_MEDIA_TYPE, type Problem, problem } from './protocol/problem.ts'
export { createReference, isReference } from './protocol/reference.ts'
export {
  type CreateInvitationRequest,
  createInvitationRequest,
  INPUT_LENGTH,
  type PreviewMailRequest,
  previewMailRequest,
  type RemindRequest,
  remindRequest,
  type ShareInvitationsRequest,
  type ShareLinkRequest,
  shareInvitationsRequest,
  shareLinkRequest,
} from './protocol/requests.ts'
export {
  filterOf,
  MAIL_LANGUAGES,
  type MailLanguage,
  type MailPreview,
  mailLanguage,
  mailPreview,
  NOTE_LENGTH,
  RECIPIENTS_AT_ONCE,
  type RemindResponse,
  remindResponse,
  type SharedFilter,
  type SharedInvitationsResponse,
  type SharedStage,
  type ShareInvitationsResponse,
  type ShareResult,
  type SharingTerms,
  sharedFilter,
  sharedInvitationsResponse,
  sharedStage,
  shareInvitationsResponse,
  sharingTerms,
} from './protocol/sharing.ts'
export {
  isProtocolSupported,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  REFERENCE_HEADER,
  SCOPE_HEADER,
} from './protocol/version.ts'
export {
  describeStatus,
  isKnownStatus,
  type KnownStatus,
  normalizeStatus,
  STATUS_CATALOGUE,
  type StatusDescription,
  type StatusGroup,
} from './status-catalogue.ts'
