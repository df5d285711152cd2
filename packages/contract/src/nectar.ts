export { allPages, EndlessListError } from './nectar/all-pages.ts'
export { type NectarCompany, nectarCompanies, nectarCompany } from './nectar/company.ts'
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
export { type NectarSite, nectarSite } from './nectar/site.ts'
export { nectarTimestamp, timestampToMs } from './nectar/timestamp.ts'
export { isSameId, uuid } from './nectar/uuid.ts'
export {
  NECTAR_API_ORIGIN,
  NECTAR_API_VERSIONS,
  type NectarApiVersion,
  nectarVersionPath,
} from './nectar/version.ts'
export {
  type NectarWebhook,
  type NectarWebhookConnection,
  nectarWebhookConnection,
  readNectarWebhook,
} from './nectar/webhook.ts'
