import * as z from 'zod/mini'
import { uuid } from '../lib/uuid.ts'
import { invitationReason } from './invitation.ts'
import { mailAddress } from './mail-address.ts'
import { mailLanguage, NOTE_LENGTH, RECIPIENTS_AT_ONCE } from './sharing.ts'

/** How long `input` may be as JSON, in UTF-16 code units. */
export const INPUT_LENGTH = 4_096

/** Names one wish: repeating it makes nothing again. */
const attemptId = uuid

const mail = {
  /** Plain text from the sender. */
  note: z.optional(z.string().check(z.trim(), z.maxLength(NOTE_LENGTH))),
  language: z.optional(mailLanguage),
}

function forPurpose<Fields extends z.core.$ZodLooseShape>(fields: Fields) {
  /** The host's own data, validated by the host's schema before its policy sees it. */
  const input = z.optional(
    z.record(z.string(), z.unknown()).check(z.refine((data) => JSON.stringify(data).length <= INPUT_LENGTH)),
  )
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('contributor'), input, ...fields }),
    z.strictObject({ kind: z.literal('reconnect'), connectionId: uuid, input, ...fields }),
  ])
}

/** Body of `POST /invitations`. Repeated, it answers the same invitation. Unknown fields are refused. */
export const createInvitationRequest = forPurpose({ attemptId, reason: invitationReason })
export type CreateInvitationRequest = z.output<typeof createInvitationRequest>

/** Body of `POST /invitations/shared`: an invitation for each address, in a mail each. Unknown fields are refused. */
export const shareInvitationsRequest = forPurpose({
  attemptId,
  to: z.array(mailAddress).check(z.minLength(1), z.maxLength(RECIPIENTS_AT_ONCE)),
  ...mail,
})
export type ShareInvitationsRequest = z.output<typeof shareInvitationsRequest>

/** Body of `POST /invitations/shared/link`: an invitation for whoever has its link. Answers an `invitationTicket`. */
export const shareLinkRequest = forPurpose({ attemptId })
export type ShareLinkRequest = z.output<typeof shareLinkRequest>

/** Body of `POST /invitations/shared/preview`. Makes nothing. */
export const previewMailRequest = forPurpose(mail)
export type PreviewMailRequest = z.output<typeof previewMailRequest>

/** Body of `POST /invitations/:id/remind`. */
export const remindRequest = z.strictObject({ attemptId, ...mail })
export type RemindRequest = z.output<typeof remindRequest>
