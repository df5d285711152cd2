import * as z from 'zod/mini'
import { nectarConnection } from './connection.ts'
import { nectarInvitation } from './invitation.ts'
import { arrayOfReadable, lenient } from './primitives.ts'

const envelope = {
  totalPages: lenient(z.number(), null),
  currentPage: lenient(z.number(), null),
  /** The only thing to stop by: a page past the last one answers the last page again. */
  hasNext: lenient(z.boolean(), false),
}

/** `GET /connection/company/{id}`: 1 to 500 a page (100 by default), pages counted from 1. */
export const nectarConnectionPage = z.object({ ...envelope, connections: arrayOfReadable(nectarConnection) })
export type NectarConnectionPage = z.output<typeof nectarConnectionPage>

/**
 * `GET /invitation/company/{id}`. The key names of this envelope are not documented: `invitations` is expected,
 * and a bare array, or the first array under any other name, is understood too.
 */
export const nectarInvitationPage = z.pipe(
  z.transform((value: unknown) => {
    if (Array.isArray(value)) return { invitations: value, hasNext: false }
    if (typeof value !== 'object' || value === null) return value
    const page = value as Record<string, unknown>
    return { ...page, invitations: page.invitations ?? Object.values(page).find(Array.isArray) }
  }),
  z.object({ ...envelope, invitations: arrayOfReadable(nectarInvitation) }),
)
export type NectarInvitationPage = z.output<typeof nectarInvitationPage>
