import { type Html, html } from '../../hosted/html.ts'
import type { RoomInput } from '../room-input.ts'
import { sentMails } from '../sent-mails.ts'
import { whenText } from '../time-text.ts'
import { nothing, panel, shortId } from './parts.ts'

const MOST = 30

/** What Nectar would have mailed for this company. */
export function mailsPanel({ world, companyId }: RoomInput): Html {
  const mails = sentMails(world).filter((mail) => mail.companyId === companyId)
  return panel({
    id: 'mails',
    title: 'Mails',
    note: mails.length === 0 ? undefined : `${mails.length} sent, none left the sandbox`,
    body:
      mails.length === 0
        ? nothing('None. An invitation with sendEmail and allowedEmails sends one to each address.')
        : html`<table>
<thead><tr><th>To</th><th>About</th><th class="short-column">Sent</th></tr></thead>
<tbody>${mails
            .slice(0, MOST)
            .map(
              ({ to, invitationId, at }) =>
                html`<tr id="mail-${invitationId}-${to}"><th scope="row" class="cut">${to}</th><td>Invitation <span class="mono">${shortId(invitationId)}</span></td><td class="num dim">${whenText(at / 1000, world.clock.now())}</td></tr>`,
            )}</tbody>
</table>`,
  })
}
