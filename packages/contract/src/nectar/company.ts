import * as z from 'zod/mini'
import { arrayOfReadable, lenient, lenientArray, uuid } from './primitives.ts'

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
