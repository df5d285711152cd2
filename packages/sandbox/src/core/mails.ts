import type { InvitationRecord, MailRecord } from './records.ts'
import type { World } from './world.ts'

/** Beyond this many, the oldest mail is forgotten, and its link verifies nobody any more. */
const MOST = 1000

/** What `sendEmail` asks for: one mail for each allowed address, with a link that is verified already. */
export function mailInvitation(world: World, invitation: InvitationRecord): void {
  for (const to of invitation.allowedEmails) {
    const id = world.ids.token()
    const url = `${world.options.origin}/p/i/${invitation.token}?mail=${id}`
    keep(world, {
      id,
      kind: 'invitation',
      invitationId: invitation.id,
      to,
      at: world.clock.stamp(),
      url,
      code: null,
    })
  }
}

/** The code of the page's gate. */
export function mailCode(world: World, invitation: InvitationRecord, to: string, code: string): void {
  const id = world.ids.token()
  keep(world, { id, kind: 'code', invitationId: invitation.id, to, at: world.clock.stamp(), url: null, code })
}

/** Whose mail a link came from; null: from none. */
export function addresseeOf(
  world: World,
  invitation: InvitationRecord,
  mailId: string | null,
): string | null {
  const mail = world.state.mails.find(({ id }) => id === mailId)
  return mail?.kind === 'invitation' && mail.invitationId === invitation.id ? mail.to : null
}

function keep({ state }: World, mail: MailRecord): void {
  state.mails.push(mail)
  if (state.mails.length > MOST) state.mails.shift()
}
