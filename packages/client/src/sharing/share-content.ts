import type { PreviewMailRequest, ShareInvitationsRequest } from '@nectar-connect/contract/wire'
import { addAddresses, splitAddresses } from './addresses.ts'
import type { ShareForm, ShareIntent } from './share-phase.ts'

/** Everybody that a mail would go to, including what is still in the field. */
export function recipientsOf({ to, draft }: ShareForm): string[] {
  return addAddresses(to, splitAddresses(draft))
}

/** Two forms with the same content ask for the same. */
export function contentOf(form: ShareForm): string {
  return JSON.stringify([recipientsOf(form), form.note.trim(), form.language])
}

export type ShareInput = Record<string, unknown> | undefined

interface Wanted {
  intent: ShareIntent
  /** The host's own data for its invitation policy. */
  input: ShareInput
  /** Whether the mail is the host's: Nectar's own has neither note nor language. */
  isOwnMail: boolean
}

function common({ intent, input }: Pick<Wanted, 'intent' | 'input'>) {
  return { ...intent, ...(input === undefined ? {} : { input }) }
}

function words({ note, language }: ShareForm, isOwnMail: boolean) {
  if (!isOwnMail) return {}
  const text = note.trim()
  return text === '' ? { language } : { language, note: text }
}

export function sendRequest(
  wanted: Wanted,
  form: ShareForm,
  idempotencyKey: string,
): ShareInvitationsRequest {
  return {
    ...common(wanted),
    idempotencyKey,
    to: recipientsOf(form),
    ...words(form, wanted.isOwnMail),
  }
}

export function previewRequest(wanted: Wanted, form: ShareForm): PreviewMailRequest {
  return { ...common(wanted), ...words(form, wanted.isOwnMail) }
}

export function linkRequest(wanted: Pick<Wanted, 'intent' | 'input'>, idempotencyKey: string) {
  return { ...common(wanted), idempotencyKey }
}
