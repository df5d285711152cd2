import { type MailContent, writeCodeMail, writeInvitationMail } from './mail-texts.ts'
import type { InvitationRecord, MailRecord } from './records.ts'
import type { World } from './world.ts'

/** Beyond this many, the oldest mail is forgotten, and its link verifies nobody any more. */
const MOST = 1000
/** Nectar's white label does not reach its mails. */
const SENDER = 'Nectar <no-reply@nectar.example>'

/** What `sendEmail` asks for: one mail for each allowed address, with a link that is verified already. */
export function mailInvitation(world: World, invitation: InvitationRecord): void {
  for (const to of invitation.allowedEmails) {
    const id = world.ids.token()
    const url = `${world.options.origin}/p/i/${invitation.token}?mail=${id}`
    const content = writeInvitationMail(world, invitation, { to, url })
    keep(world, { id, kind: 'invitation', invitationId: invitation.id, to, url, code: null, ...content })
  }
}

/** The code of the page's gate. */
export function mailCode(world: World, invitation: InvitationRecord, to: string, code: string): void {
  const content = writeCodeMail(world, code)
  const id = world.ids.token()
  keep(world, { id, kind: 'code', invitationId: invitation.id, to, url: null, code, ...content })
}

/** Files a mail that the host sent by itself. @returns its number */
export function fileMail(world: World, mail: { from: string; to: string } & MailContent): number {
  const id = world.ids.token()
  return keep(world, { ...mail, id, kind: 'host', invitationId: null, url: null, code: null })
}

/** Whose mail a link came from; null: from none. */
export function recipientOf(
  world: World,
  invitation: InvitationRecord,
  mailId: string | null,
): string | null {
  const mail = world.state.mails.find(({ id }) => id === mailId)
  return mail?.kind === 'invitation' && mail.invitationId === invitation.id ? mail.to : null
}

type NewMail = Omit<MailRecord, 'number' | 'at' | 'from'> & { from?: string }

function keep({ state, clock }: World, mail: NewMail): number {
  state.mailsFiled += 1
  state.mails.push({ from: SENDER, ...mail, number: state.mailsFiled, at: clock.stamp() })
  if (state.mails.length > MOST) state.mails.shift()
  return state.mailsFiled
}
