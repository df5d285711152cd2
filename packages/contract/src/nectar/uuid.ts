import * as z from 'zod/mini'

/** Company, site, connection and invitation ids. Any UUID version is accepted: Nectar does not state one. */
export const uuid = z.guid()

/** Whether both name one object: uuids are the same in either case. */
export function isSameId(a: string | null | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase()
}
