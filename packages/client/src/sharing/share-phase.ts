import type {
  CreatedInvitation,
  InvitationView,
  MailLanguage,
  MailPreview,
  ShareResult,
} from '@nectar-connect/contract/wire'
import type { ConnectError } from '../lib/connect-error.ts'

/** What somebody else is asked to do. */
export type ShareIntent = { kind: 'contributor' } | { kind: 'reconnect'; connectionId: string }

/** What the sender fills in. */
export interface ShareForm {
  /** Addresses that the sender has finished. */
  to: readonly string[]
  /** The text in the field, not yet an address of its own. */
  draft: string
  note: string
  language: MailLanguage
}

/** How a link gets to the other person. */
export type ShareBy = 'mail' | 'link'

/**
 * Attempts whose outcome is unknown. The same form repeats the same attempt, so
 * that nothing is sent twice.
 */
export interface Tried {
  mail: { content: string; idempotencyKey: string } | null
  link: { idempotencyKey: string } | null
}

export const NOTHING_TRIED: Tried = { mail: null, link: null }

interface FilledIn {
  form: ShareForm
  tried: Tried
}

/** Asking a colleague, from the empty form on. Exactly one phase at a time, each with just what is valid in it. */
export type SharePhase =
  /** The form. */
  | ({ status: 'editing' } & FilledIn)
  /** The mail as it would arrive; both null: it is being fetched. */
  | ({ status: 'previewing'; preview: MailPreview | null; error: ConnectError | null } & FilledIn)
  /** On its way; the attempt is null while it is being looked for. */
  | ({ status: 'sending'; idempotencyKey: string | null } & FilledIn)
  /** A link to copy is being made. */
  | ({ status: 'copying'; idempotencyKey: string | null } & FilledIn)
  /** The form, and why it did not work. */
  | ({
      status: 'failed'
      by: ShareBy
      error: ConnectError
      /** Not before this moment on the clock: the server said so. Null: at any time. */
      retryAt: number | null
    } & FilledIn)
  /** What became of each address. */
  | ({ status: 'sent'; results: readonly ShareResult[] } & FilledIn)
  /** A link, which is a bearer secret: it is kept only here. */
  | {
      status: 'linked'
      invitation: InvitationView
      url: string
      /** Whether the clipboard has it. */
      copy: 'pending' | 'copied' | 'failed'
    }

export type SharePhaseName = SharePhase['status']

export type ShareEvent =
  | { type: 'edit'; change: Partial<ShareForm> }
  | { type: 'preview' }
  | { type: 'preview_read'; preview: MailPreview }
  | { type: 'preview_failed'; error: ConnectError }
  | { type: 'back' }
  | { type: 'send'; now: number }
  | { type: 'copy_link'; now: number }
  /** The request that is on its way has its idempotency key. */
  | { type: 'named'; idempotencyKey: string }
  | { type: 'answered'; idempotencyKey: string; results: readonly ShareResult[] }
  | { type: 'created'; idempotencyKey: string; invitation: CreatedInvitation }
  | { type: 'refused'; idempotencyKey: string; error: ConnectError; now: number }
  | { type: 'copied' }
  | { type: 'copy_failed' }
