import * as z from 'zod/mini'
import { arrayOfReadable, lenient, lenientArray } from './lenient.ts'
import { nectarSite } from './site.ts'
import { uuid } from './uuid.ts'

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
