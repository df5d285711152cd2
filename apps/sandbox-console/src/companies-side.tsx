import { describeStatus } from '@nectar-connect/contract/wire'
import { CircleAlert, Plus } from 'lucide-react'
import { useMemo } from 'react'
import type { Connection } from './api.ts'
import { DialogButton, type DialogProps, RunButton } from './control.tsx'
import { Credentials } from './credentials.tsx'
import { formatSpan } from './format.ts'
import { CopyButton } from './parts.tsx'
import { Go, useConsole } from './use-console.tsx'

/** Companies, credentials and the webhook endpoint. */
export function CompaniesSide() {
  return (
    <aside className="side" aria-label="Companies and credentials">
      <Companies />
      <Credentials />
      <Endpoint />
    </aside>
  )
}

function Companies() {
  const { snapshot, company: chosen } = useConsole()
  const { companies, connections } = snapshot
  const ofCompany = useMemo(() => Map.groupBy(connections, ({ company }) => company.id), [connections])
  return (
    <section>
      <div className="over">
        <h2 id="companies-title">Companies</h2>
        <DialogButton
          className="btn plain square right"
          Icon={Plus}
          aria-label="Add a company"
          dialog={ADD_COMPANY}
        />
      </div>
      {companies.length === 0 && (
        <p className="dim pad">
          None yet. Seed some, with <code>POST /_sandbox/seed</code>, or add one.
        </p>
      )}
      <nav aria-labelledby="companies-title" className="companies">
        {companies.map(({ id, name, externalId }) => (
          <Go
            key={id}
            className="company"
            to={{ company: id, full: undefined }}
            isCurrent={id === chosen?.id}
          >
            <b>{name}</b>
            <small>{externalId === null ? 'no external id' : `ext ${externalId}`}</small>
            <Tally connections={ofCompany.get(id) ?? []} />
          </Go>
        ))}
      </nav>
    </section>
  )
}

const ADD_COMPANY: DialogProps = {
  title: 'Add a company',
  fields: [
    { label: 'Name', name: 'name', required: true },
    { label: 'External id (optional)', name: 'externalId' },
    { label: 'A site (optional)', name: 'site' },
  ],
  answers: ['Add company'],
  onAnswer: ({ name = '', externalId, site }) => {
    const company = { name, externalId, ...(site && { sites: [{ name: site }] }) }
    return [['seed', { companies: [company] }], 'The company is there']
  },
}

/** How many there are or, where some need their customer, how many of them. */
function Tally({ connections }: { connections: readonly Connection[] }) {
  const count = connections.length
  const needing = connections.filter(({ status }) => describeStatus(status).group === 'needs-you').length
  return (
    <em className={needing > 0 ? 'flagged' : undefined}>
      {needing > 0 && <CircleAlert />}
      {needing || count}
      <span className="unseen">{needing > 0 ? ` of ${count} need the customer` : ' connections'}</span>
    </em>
  )
}

function Endpoint() {
  const { snapshot, moment } = useConsole()
  const { webhook } = snapshot
  if (webhook === null) {
    return (
      <section>
        <h2 className="over">Webhook endpoint</h2>
        <p className="dim pad">None. Webhooks go nowhere.</p>
      </section>
    )
  }
  const { url, disabledBy, failingSince, rotatingUntil } = webhook
  const refusing = failingSince === null ? 'Accepting' : `Refusing for ${formatSpan(moment - failingSince)}`
  const disabled = disabledBy === 'hand' ? 'Disabled by hand' : 'Disabled after days of failures'
  const [text, said] = disabledBy === null ? ['Disable', 'disabled'] : ['Enable', 'enabled']
  return (
    <section>
      <h2 className="over">Webhook endpoint</h2>
      <p className="entry">
        <span className="mono cut">{url.replace(/^https?:\/\//, '')}</span>
        <CopyButton text={url} what="Webhook address" />
        <small>
          {disabledBy === null ? refusing : disabled}
          {rotatingUntil !== null && '. Signed with two secrets'}
        </small>
      </p>
      <p className="pad answers">
        <RunButton
          className="btn small"
          text={text}
          call={['setWebhookEnabled', { isEnabled: disabledBy !== null }]}
          said={`The endpoint is ${said}`}
        />
        <DialogButton className="btn small" text="Rotate secret" dialog={ROTATE_SECRET} />
      </p>
    </section>
  )
}

const ROTATE_SECRET: DialogProps = {
  title: 'Rotate the webhook secret',
  fields: [
    { label: 'New secret', name: 'secret', required: true, placeholder: 'whsec_…' },
    {
      label: 'The old one signs too',
      name: 'overlapMs',
      options: [
        ['86400000', 'for a day'],
        ['3600000', 'for an hour'],
        ['0', 'no more'],
      ],
    },
  ],
  answers: ['Rotate secret'],
  onAnswer: ({ secret = '', overlapMs }) => {
    const input = { secret, overlapMs: Number(overlapMs) }
    return [['rotateWebhookSecret', input], 'Webhooks are signed with the new secret']
  },
}
