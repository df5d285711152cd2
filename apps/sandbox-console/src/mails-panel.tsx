import type { MailSummary } from '@nectar-connect/sandbox'
import { formatClock, formatDate, formatMoment, shortId } from './format.ts'
import { Panel } from './parts.tsx'
import { Go, useConsole } from './use-console.tsx'

/** What Nectar would have mailed for this company. */
export function MailsPanel() {
  const { snapshot, invitations, now } = useConsole()
  const ids = new Set<string | null>(invitations.map(({ id }) => id))
  const mails = snapshot.mails.filter(({ invitationId }) => ids.has(invitationId)).reverse()
  return (
    <Panel
      id="mails"
      title="Mails"
      note={`${mails.length} sent, none left the sandbox`}
      empty="None. An invitation with sendEmail and allowedEmails sends one to each address."
      rows={mails}
      keyOf={({ number }) => number}
      most={30}
      columns={[
        ['To', 'cut', ({ to }) => to],
        ['Subject', 'cut', (mail) => <Subject {...mail} />],
        ['About', 'wide hook-column dim', ({ invitationId }) => `Invitation ${shortId(invitationId ?? '')}`],
        ['Sent', 'short-column num dim', ({ at }) => formatMoment(Date.parse(at), now)],
      ]}
    />
  )
}

function Subject({ number, subject }: MailSummary) {
  return (
    <Go className="text-link" to={{ view: 'outbox', mail: String(number) }}>
      {subject}
    </Go>
  )
}

const NO_MAILS =
  'No mails yet. An invitation with sendEmail and allowedEmails sends one to each address; a host files its own with receiveMail.'

/** Every mail that would be in somebody's inbox by now, and one of them as it would look there. */
export function OutboxPanel() {
  const { snapshot, now } = useConsole()
  const mails = snapshot.mails.toReversed()
  return (
    <Panel
      id="outbox"
      title="Outbox"
      note={`${mails.length} sent, none left the sandbox`}
      empty={NO_MAILS}
      rows={mails}
      keyOf={({ number }) => number}
      most={40}
      columns={[
        ['Mail', 'cut', (mail, isChosen) => <Envelope mail={mail} isChosen={isChosen} />],
        ['Sent by', 'wide by-column dim', ({ kind }) => (kind === 'host' ? 'the host' : 'Nectar')],
        ['At', 'short-column num dim end', ({ at }) => formatMoment(Date.parse(at), now)],
      ]}
      detail={{ name: 'mail', show: (mail) => <Letter {...mail} /> }}
    />
  )
}

function Envelope({ mail: { number, subject, to }, isChosen }: { mail: MailSummary; isChosen: boolean }) {
  return (
    <>
      <Go to={{ mail: String(number), part: undefined }} isCurrent={isChosen}>
        {subject}
      </Go>
      <small className="dim">{to}</small>
    </>
  )
}

/** Its content is a document of its own: neither its looks nor its links are this page's. */
function Letter({ number, from, to, at, subject, kind, hasHtml, hasText }: MailSummary) {
  const { address } = useConsole()
  const parts = [...(hasHtml ? ['html'] : []), ...(hasText ? ['text'] : [])]
  const part = parts.find((each) => each === address.part) ?? parts[0]
  return (
    <article className="detail" aria-labelledby="mail-title">
      <h3 id="mail-title">{subject}</h3>
      <dl className="envelope">
        <dt>From</dt>
        <dd>
          {from} {kind === 'host' && <span className="count honey">filed by the host</span>}
        </dd>
        <dt>To</dt>
        <dd>{to}</dd>
        <dt>Sent</dt>
        <dd>{`${formatDate(Date.parse(at))}, ${formatClock(Date.parse(at))} UTC`}</dd>
      </dl>
      {parts.length > 1 && (
        <nav className="segments" aria-label="Parts of the mail">
          {parts.map((each) => (
            <Go key={each} to={{ part: each }} isCurrent={each === part}>
              {each === 'html' ? 'HTML' : 'Plain text'}
            </Go>
          ))}
        </nav>
      )}
      <iframe
        className="letter"
        key={`${number}-${part}`}
        title="Content of the mail"
        src={`/mails/${number}/${part}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
      />
    </article>
  )
}
