import { type Html, html } from '../../hosted/html.ts'
import type { RoomInput } from '../room-input.ts'
import { whenText } from '../time-text.ts'
import { nothing, panel, shortId } from './parts.ts'

const MOST = 30

/** What Nectar would have mailed for this company. Links and codes stay in the process. */
export function mailsPanel({ world, invitations }: RoomInput): Html {
  const ids = new Set(invitations.map(({ id }) => id))
  const mails = world.state.mails.filter(({ invitationId }) => ids.has(invitationId)).reverse()
  return panel({
    id: 'mails',
    title: 'Mails',
    note: mails.length === 0 ? undefined : `${mails.length} sent, none left the sandbox`,
    body:
      mails.length === 0
        ? nothing('None. An invitation with sendEmail and allowedEmails sends one to each address.')
        : html`<table>
<thead><tr><th>To</th><th>About</th><th class="wide hook-column">Holds</th><th class="short-column">Sent</th></tr></thead>
<tbody>${mails
            .slice(0, MOST)
            .map(
              ({ kind, to, invitationId, at }) =>
                html`<tr id="mail-${at}"><th scope="row" class="cut">${to}</th><td>Invitation <span class="mono">${shortId(invitationId)}</span></td><td class="wide dim">${kind === 'code' ? 'a code' : 'the link'}</td><td class="num dim">${whenText(at / 1000, world.clock.now())}</td></tr>`,
            )}</tbody>
</table>`,
  })
}
