import { type Html, html } from '../../lib/html.ts'
import type { MailRecord } from '../../state/records.ts'
import type { ConsoleInput } from '../console-input.ts'
import { hrefOf } from '../parts/console-address.ts'
import { nothing, panel, shortId } from '../parts/parts.ts'
import { whenText } from '../parts/time-text.ts'

const MOST = 30

/** What Nectar would have mailed for this company. Links and codes stay in the process. */
export function mailsPanel(input: ConsoleInput): Html {
  const { world, invitations } = input
  const ids = new Set(invitations.map(({ id }) => id))
  const mails = world.state.mails
    .filter(({ invitationId }) => invitationId !== null && ids.has(invitationId))
    .reverse()
  return panel({
    id: 'mails',
    title: 'Mails',
    note: mails.length === 0 ? undefined : `${mails.length} sent, none left the sandbox`,
    body:
      mails.length === 0
        ? nothing('None. An invitation with sendEmail and allowedEmails sends one to each address.')
        : html`<table>
<thead><tr><th>To</th><th>Subject</th><th class="wide hook-column">About</th><th class="short-column">Sent</th></tr></thead>
<tbody>${mails.slice(0, MOST).map((mail) => row(input, mail))}</tbody>
</table>`,
  })
}

function row(
  { world, address }: ConsoleInput,
  { number, to, subject, code, invitationId, at }: MailRecord,
): Html {
  const href = hrefOf(address, { view: 'outbox', mail: number })
  return html`<tr id="mail-${number}"><th scope="row" class="cut">${to}</th><td class="cut"><a class="text-link" href="${href}" data-go>${subjectOf({ subject, code })}</a></td><td class="wide dim">Invitation <span class="mono">${shortId(invitationId ?? '')}</span></td><td class="num dim">${whenText(at / 1000, world.time.now())}</td></tr>`
}

/** The subject as the page may show it: a code is for whoever opens the mail. */
export function subjectOf({ subject, code }: Pick<MailRecord, 'subject' | 'code'>): string {
  return code === null ? subject : subject.replace(code, '······')
}
