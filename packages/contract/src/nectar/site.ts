import * as z from 'zod/mini'
import { lenient, lenientArray } from './lenient.ts'
import { uuid } from './uuid.ts'

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
