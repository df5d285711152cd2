import { uuid } from '@nectar-connect/contract/nectar'
import {
  type CreateInvitationRequest,
  INVITATION_REASONS,
  MAIL_LANGUAGES,
  MAX_NOTE_LENGTH,
  type RemindRequest,
  readMailAddress,
  type ShareRequest,
} from '@nectar-connect/contract/wire'
import * as z from 'zod/mini'

/** How long `input` may be as JSON, in UTF-16 code units. */
export const INPUT_LENGTH = 4_096

const idempotencyKey = uuid

const mail = {
  /** Plain text from the sender. */
  note: z.optional(z.string().check(z.trim(), z.maxLength(MAX_NOTE_LENGTH))),
  language: z.optional(z.enum(MAIL_LANGUAGES)),
}

/** Reads an address as `readMailAddress` does. */
const mailAddress = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const address = readMailAddress(text)
    if (address !== null) return address
    context.issues.push({ code: 'invalid_format', format: 'email', input: text })
    return z.NEVER
  }),
)

/** As it came: it is read field by field. */
type Unread<Request> = Request extends { kind: 'contributor' }
  ? Omit<Request, 'prefill'> & { prefill?: Record<string, unknown> | undefined }
  : Request

function withIntent<Fields extends z.core.$ZodLooseShape>(fields: Fields) {
  /** The host's own data, validated by the host's schema before its policy sees it. */
  const input = z.optional(
    z.record(z.string(), z.unknown()).check(z.refine((data) => JSON.stringify(data).length <= INPUT_LENGTH)),
  )
  const prefill = z.optional(z.record(z.string(), z.unknown()))
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('contributor'), input, prefill, ...fields }),
    z.strictObject({ kind: z.literal('reconnect'), connectionId: uuid, input, ...fields }),
  ])
}

/** Body of `POST /invitations`. Repeated, it answers the same invitation. Unknown fields are refused. */
export const createInvitationRequest: z.ZodMiniType<Unread<CreateInvitationRequest>> = withIntent({
  idempotencyKey,
  reason: z.enum(INVITATION_REASONS),
})

/** Body of `POST /invitations/shared`: a mail to one address, or, without one, a link to copy. */
export const shareRequest: z.ZodMiniType<Unread<ShareRequest>> = withIntent({
  idempotencyKey,
  to: z.nullable(mailAddress),
  ...mail,
})

/** Body of `POST /invitations/:id/remind`. */
export const remindRequest: z.ZodMiniType<RemindRequest> = z.strictObject({ idempotencyKey, ...mail })
