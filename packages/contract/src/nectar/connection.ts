import * as z from 'zod/mini'
import {
  arrayOfReadable,
  isTimestamp,
  isUuid,
  lenient,
  lenientArray,
  nectarTimestamp,
  pageEnvelope,
  uuid,
} from './primitives.ts'
import { isFlag, isText, listOf, only, orNull, recordOf } from './usual.ts'

const datasource = z.object({ name: z.string(), url: lenient(z.string(), null) })
const companyRef = z.object({
  id: uuid,
  name: lenient(z.string(), null),
  externalId: lenient(z.string(), null),
})

/** A connection as the REST API has it, without its two deprecated secrets, so that nothing can leak them. */
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

/** Without a schema: lists have thousands of them. */
const readUsualConnection = recordOf<NectarConnection>({
  id: only(isUuid),
  status: only(isText),
  isActive: only(isFlag),
  created: orNull(only(isTimestamp)),
  updated: orNull(only(isTimestamp)),
  statusLastUpdateTime: orNull(only(isTimestamp)),
  statusFirstSeenTime: orNull(only(isTimestamp)),
  datasource: orNull(recordOf({ name: only(isText), url: orNull(only(isText)) })),
  company: orNull(
    recordOf({ id: only(isUuid), name: orNull(only(isText)), externalId: orNull(only(isText)) }),
  ),
  url: orNull(only(isText)),
  country: orNull(only(isText)),
  initialSites: listOf(isUuid),
  initialDatasourceTypes: listOf(isText),
  username: orNull(only(isText)),
  dataCollectionStartDate: orNull(only(isText)),
  externalId: orNull(only(isText)),
})

/** `GET /connection/company/{id}`: 1 to 500 a page (100 by default), pages counted from 1. */
export const nectarConnectionPage = z.object({
  ...pageEnvelope,
  connections: arrayOfReadable(nectarConnection, readUsualConnection),
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
