export {
  type NectarCompany,
  type NectarSite,
  nectarCompanies,
  nectarCompany,
  nectarSite,
} from './nectar/company.ts'
export { type NectarConnection, nectarConnection } from './nectar/connection.ts'
export {
  type AuditEvent,
  type NectarInvitation,
  type NectarInvitationCreate,
  type NectarInvitationDetail,
  type NectarPrefill,
  nectarInvitation,
  nectarInvitationCreate,
  nectarInvitationDetail,
  nectarPrefill,
  UTILITY_TYPES,
} from './nectar/invitation.ts'
export {
  type NectarConnectionPage,
  type NectarInvitationPage,
  nectarConnectionPage,
  nectarInvitationPage,
} from './nectar/page.ts'
export {
  allPages,
  EndlessListError,
  isSameId,
  NECTAR_API_ORIGIN,
  NECTAR_API_VERSIONS,
  type NectarApiVersion,
  nectarTimestamp,
  nectarVersionPath,
  timestampToMs,
  uuid,
} from './nectar/primitives.ts'
export {
  type NectarWebhook,
  type NectarWebhookConnection,
  nectarWebhookConnection,
  readNectarWebhook,
} from './nectar/webhook.ts'
