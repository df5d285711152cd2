import { html } from 'hono/html'
import * as z from 'zod/mini'
import type { InvitationRecord, MailRecord } from './records.ts'
import type { SandboxState } from './sandbox-state.ts'
import { restTime } from './time.ts'

const KIB = 1024

/** No line breaks, which could add a header to a mail. */
const line = z.string().check(z.refine((text) => !/[\r\n]/.test(text), 'has to be one line'))

/** `a@b.example` or `A name <a@b.example>`. */
const sender = line.check(
  z.maxLength(320),
  z.refine(
    (text) => z.email().safeParse(/^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text).success,
    'has to be an address, or a name and <an address>',
  ),
)

export const receivedMail = z
  .strictObject({
    from: sender,
    to: z.email().check(z.maxLength(320)),
    subject: line.check(z.minLength(1), z.maxLength(998)),
    text: z.optional(z.string().check(z.maxLength(100 * KIB))),
    html: z.optional(z.string().check(z.maxLength(500 * KIB))),
  })
  .check(
    z.refine(({ text, html }) => text !== undefined || html !== undefined, 'has to have a text or an html'),
  )

/** Beyond this many, the oldest mail is forgotten, and its link verifies nobody any more. */
const MOST = 1000
/** Nectar's white label does not reach its mails. */
const SENDER = 'Nectar <no-reply@nectar.example>'

/** What `sendEmail` asks for: one mail for each allowed address, with a link that is verified already. */
export function mailInvitation(state: SandboxState, invitation: InvitationRecord): void {
  for (const to of invitation.allowedEmails) {
    const id = state.ids.token()
    const url = `${state.options.origin}/p/i/${invitation.token}?mail=${id}`
    const content = writeInvitationMail(state, invitation, { to, url })
    keep(state, { id, kind: 'invitation', invitationId: invitation.id, to, url, code: null, ...content })
  }
}

/** The code of the page's gate. */
export function mailCode(state: SandboxState, invitation: InvitationRecord, to: string, code: string): void {
  const content = writeCodeMail(state, code)
  const id = state.ids.token()
  keep(state, { id, kind: 'code', invitationId: invitation.id, to, url: null, code, ...content })
}

/** Files a mail that the host sent by itself. @returns its number */
export function fileMail(state: SandboxState, mail: { from: string; to: string } & MailContent): number {
  const id = state.ids.token()
  return keep(state, { ...mail, id, kind: 'host', invitationId: null, url: null, code: null })
}

/** Whose mail a link came from; null: from none. */
export function recipientOf(
  state: SandboxState,
  invitation: InvitationRecord,
  mailId: string | null,
): string | null {
  const mail = state.mails.find(({ id }) => id === mailId)
  return mail?.kind === 'invitation' && mail.invitationId === invitation.id ? mail.to : null
}

type NewMail = Omit<MailRecord, 'number' | 'at' | 'from'> & { from?: string }

function keep(state: SandboxState, mail: NewMail): number {
  state.mailsFiled += 1
  state.mails.push({ from: SENDER, ...mail, number: state.mailsFiled, at: state.time.stamp() })
  if (state.mails.length > MOST) state.mails.shift()
  return state.mailsFiled
}

interface MailContent {
  subject: string
  text: string
  /** Null: plain text only. */
  html: string | null
}

/** The mail that carries an invitation's link. Nectar's own words are not known; these are the emulator's. */
function writeInvitationMail(
  state: SandboxState,
  { companyId, connectionId, expiresAt }: InvitationRecord,
  { to, url }: { to: string; url: string },
): MailContent {
  const { name } = state.options.brand
  const company = state.companies.get(companyId)?.name ?? 'a company'
  const provider = state.connections.get(connectionId ?? '')?.datasource.name
  const subject =
    provider === undefined ? `Connect a utility account for ${company}` : `Sign in again to ${provider}`
  const asks =
    provider === undefined
      ? `${name} asks you to connect a utility account, so that the bills of ${company} can be collected.`
      : `${name} asks you to sign in to ${provider} once more, so that the bills of ${company} can be collected again.`
  const limits = `This link was made for ${to}. ${
    expiresAt === null
      ? 'It does not run out.'
      : `It works until ${restTime(expiresAt).slice(0, 16).replace('T', ', ')} UTC.`
  }`
  const action = provider === undefined ? 'Connect the account' : 'Sign in again'
  return {
    subject,
    text: `Hello,\n\n${asks}\n\n${action}:\n${url}\n\n${limits}\n`,
    html: letter(html`<p>Hello,</p><p>${asks}</p>
<p><a class="button" href="${url}">${action}</a></p><p class="small">${limits}</p>`),
  }
}

/** The mail that carries the six digits of the page's gate. */
function writeCodeMail(state: SandboxState, code: string): MailContent {
  const asks = `Enter this code on the page that ${state.options.brand.name} sent you to.`
  const unasked = 'If you did not ask for it, you can ignore this mail.'
  return {
    subject: `${code} is your code`,
    text: `${asks}\n\n${code}\n\n${unasked}\n`,
    html: letter(html`<p>${asks}</p><p class="code">${code}</p><p class="small">${unasked}</p>`),
  }
}

const STYLES = `body { margin: 0; padding: 24px; background: #fff; color: #22201c; font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 520px; }
.button { display: inline-block; padding: 10px 18px; border-radius: 6px; background: #16312f; color: #fff; font-weight: 600; text-decoration: none; }
.code { font: 600 28px/1.2 ui-monospace, monospace; letter-spacing: .12em; }
.small { color: #5f5c55; font-size: 13px; }`

function letter(body: unknown): string {
  return `<!doctype html>\n<meta charset="utf-8">\n<style>${STYLES}</style>\n<main>${body}</main>\n`
}
