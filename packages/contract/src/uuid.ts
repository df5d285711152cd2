import * as z from 'zod/mini'

/** Company, site, connection and invitation ids. Any UUID version is accepted: Nectar does not state one. */
export const uuid = z.guid()
