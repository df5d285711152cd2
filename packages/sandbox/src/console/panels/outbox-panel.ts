import { type Html, html } from '../../lib/html.ts'
import type { MailRecord } from '../../state/records.ts'
import type { ConsoleInput } from '../console-input.ts'
import { hrefOf } from '../parts/console-address.ts'
import { MAIL_SANDBOX } from '../parts/mail-frame.ts'
import { nothing, panel } from '../parts/parts.ts'
import { clockText, dateText, whenText } from '../parts/time-text.ts'
import { subjectOf } from './mails-panel.ts'

const MOST = 40

const SENT_BY: Readonly<Record<MailRecord['kind'], string>> = {
  invitation: 'Nectar',
  code: 'Nectar',
  host: 'the host',
}

/** Every mail that would be in somebody's inbox by now, and one of them as it would look there. */
export function outboxPanel(input: ConsoleInput): Html {
  const { world, address } = input
  const mails = [...world.state.mails].reverse()
  const shown = address.isFull ? mails : mails.slice(0, MOST)
  const chosen = mails.find(({ number }) => number === address.mail) ?? mails[0]
  return panel({
    id: 'outbox',
    title: 'Outbox',
    note: mails.length === 0 ? undefined : `${mails.length} sent, none left the sandbox`,
    body:
      chosen === undefined
        ? nothing(
            'No mails yet. An invitation with sendEmail and allowedEmails sends one to each address; a host files its own with receiveMail.',
          )
        : html`<div class="split reading"><div><table>
<thead><tr><th>Mail</th><th class="wide by-column">Sent by</th><th class="short-column end">At</th></tr></thead>
<tbody>${shown.map((mail) => row(input, mail, mail === chosen))}</tbody>
</table>${
            shown.length < mails.length &&
            html`<p class="more"><a href="${hrefOf(address, { isFull: true })}" data-go>${mails.length - shown.length} more</a></p>`
          }</div>
${reading(input, chosen)}</div>`,
  })
}

function row({ world, address }: ConsoleInput, mail: MailRecord, isChosen: boolean): Html {
  const { number, to, at, kind } = mail
  return html`<tr id="outbox-${number}"${isChosen && html` class="is-chosen"`}>
<th scope="row" class="cut"><a href="${hrefOf(address, { mail: number, part: null })}" data-go${isChosen && html` aria-current="true"`}>${subjectOf(mail)}</a><small class="dim">${to}</small></th>
<td class="wide dim">${SENT_BY[kind]}</td>
<td class="end num dim">${whenText(at / 1000, world.time.now())}</td>
</tr>`
}

/** Its content is a document of its own: neither its looks nor its links are this page's. */
function reading({ address }: ConsoleInput, mail: MailRecord): Html {
  const { number, from, to, at, text, html: markup, kind } = mail
  const parts = [
    ...(markup === null ? [] : [{ name: 'HTML', part: null }]),
    ...(text === '' ? [] : [{ name: 'Plain text', part: 'text' as const }]),
  ]
  const part = markup === null || (address.part === 'text' && text !== '') ? 'text' : 'html'
  return html`<article class="detail" aria-labelledby="mail-title" data-address="${hrefOf(address, { mail: number })}">
<h3 id="mail-title">${subjectOf(mail)}</h3>
<dl class="envelope"><dt>From</dt><dd>${from}${kind === 'host' && html` <span class="count honey">filed by the host</span>`}</dd><dt>To</dt><dd>${to}</dd><dt>Sent</dt><dd>${dateText(at / 1000)}, ${clockText(at / 1000)} UTC</dd></dl>
${
  parts.length > 1 &&
  html`<nav class="segments" aria-label="Parts of the mail">${parts.map(
    ({ name, part: other }) =>
      html`<a href="${hrefOf(address, { mail: number, part: other })}" data-go${(other ?? 'html') === part && html` aria-current="true"`}>${name}</a>`,
  )}</nav>`
}
<iframe class="letter" id="letter-${number}-${part}" title="Content of the mail" src="/mails/${number}/${part}" sandbox="${MAIL_SANDBOX}" referrerpolicy="no-referrer"></iframe>
</article>`
}
