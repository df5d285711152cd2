import * as z from 'zod/mini'
import { arrayOfReadable, lenient, lenientArray, nectarTimestamp, pageEnvelope, uuid } from './primitives.ts'

const datasource = z.object({ name: z.string(), url: lenient(z.string(), null) })
const companyRef = z.object({
  id: uuid,
  name: lenient(z.string(), null),
  externalId: lenient(z.string(), null),
})

/**
 * A connection as the REST API describes it. The two deprecated secrets (`publicCompanyId`,
 * `connectionMagicLinkSecret`) are not in the schema, so that nothing behind this parse can leak them.
 */
export const nectarConnection = z.object({
  id: uuid,
  status: z.string(),
  isActive: lenient(z.boolean(), true),
  created: lenient(nectarTimestamp, null),
  updated: lenient(nectarTimestamp, null),
  statusLastUpdateTime: lenient(nectarTimestamp, null),
  statusFirstSeenTime: lenient(nectarTimestamp, null),
  datasource: lenient(datasource, null),
  company: lenient(companyRef, null),
  url: lenient(z.string(), null),
  country: lenient(z.string(), null),
  initialSites: lenientArray(uuid),
  initialDatasourceTypes: lenientArray(z.string()),
  /** The customer's login at the utility: personal data. */
  username: lenient(z.string(), null),
  dataCollectionStartDate: lenient(z.string(), null),
  externalId: lenient(z.string(), null),
})
export type NectarConnection = z.output<typeof nectarConnection>

/** `GET /connection/company/{id}`: 1 to 500 a page (100 by default), pages counted from 1. */
export const nectarConnectionPage = z.object({
  ...pageEnvelope,
  connections: arrayOfReadable(nectarConnection),
})
export type NectarConnectionPage = z.output<typeof nectarConnectionPage>

/** `GET /site/{id}`, and the items of a company's `sites`. */
export const nectarSite = z.object({
  id: uuid,
  name: z.string(),
  externalId: lenient(z.string(), null),
  address: lenient(z.string(), null),
  path: lenientArray(z.string()),
  /** Not null: the site is archived. */
  dataCollectionStopDate: lenient(z.string(), null),
})
export type NectarSite = z.output<typeof nectarSite>

/** `GET /company/{id}`. The `users` that Nectar sends are e-mail addresses; they are not read at all. */
export const nectarCompany = z.object({
  id: uuid,
  name: z.string(),
  externalId: lenient(z.string(), null),
  sites: lenientArray(nectarSite),
})
export type NectarCompany = z.output<typeof nectarCompany>

/** `GET /company`: a plain array, not paginated. */
export const nectarCompanies = arrayOfReadable(nectarCompany)
