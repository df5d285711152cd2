import { Ban, Check, Clock, Eye, Play, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Call, Invitation } from './api.ts'
import { DialogButton, RunButton, type Values } from './control.tsx'
import { formatMoment, formatSpan, shortId } from './format.ts'
import { Badge, Panel } from './parts.tsx'
import { useConsole } from './use-console.tsx'

const BADGES = {
  ACTIVE: { Icon: Play, group: 'healthy' },
  FULFILLED: { Icon: Check, group: 'waiting' },
  EXPIRED: { Icon: Clock, group: 'inactive' },
  REVOKED: { Icon: Ban, group: 'inactive' },
} as const

/** The invitations of the company. */
export function InvitationsPanel() {
  const { snapshot, invitations, company, now } = useConsole()
  const mailed = new Set(snapshot.mails.map(({ invitationId }) => invitationId))
  const active = invitations.filter(({ status }) => status === 'ACTIVE').length
  return (
    <Panel
      id="invitations"
      title="Invitations"
      note={`${active} active of ${invitations.length}`}
      actions={company && <InviteButton companyId={company.id} />}
      empty="None yet. The host makes one when a customer wants to connect."
      rows={invitations}
      keyOf={({ id }) => id}
      most={30}
      columns={[
        ['Id', 'id-column mono', ({ id }) => shortId(id)],
        ['Kind', '', (invitation) => <Kind {...invitation} />],
        ['Status', 'badge-column', ({ status }) => <Badge {...BADGES[status]} text={status} />],
        ['Uses', 'wide short-column num', ({ useCount, maxUses }) => `${useCount}/${maxUses ?? '∞'}`],
        [
          'Page',
          'wide page-column dim',
          (one) => `${mailed.has(one.id) ? 'mailed, ' : ''}${describeViews(one)}`,
        ],
        ['Made', 'wide short-column num dim', ({ createdAt }) => formatMoment(Date.parse(createdAt), now)],
        ['Ends', 'ends-column num dim', (invitation) => describeEnd(invitation, now)],
        ['Actions', 'acts-column acts end', (one) => one.status === 'ACTIVE' && <Acts {...one} />],
      ]}
    />
  )
}

function Kind({ connectionId }: Invitation) {
  const { connections } = useConsole()
  if (connectionId === null) return 'Contributor'
  const connection = connections.find(({ id }) => id === connectionId)
  return (
    <>
      Reconnect <span className="dim wide">{connection?.datasource.name}</span>
    </>
  )
}

function describeViews({ events }: Invitation): string {
  const views = events.filter(({ eventType }) => eventType === 'VIEWED').length
  if (views === 0) return 'never opened'
  return views === 1 ? '1 view' : `${views} views`
}

function describeEnd({ status, events, expiresAt }: Invitation, now: number): string {
  if (status === 'REVOKED' || status === 'FULFILLED') {
    const last = status === 'REVOKED' ? 'REVOKED' : 'USED'
    const ended = events.findLast(({ eventType }) => eventType === last)
    return ended ? formatMoment(Date.parse(ended.createdAt), now) : 'by hand'
  }
  if (expiresAt === null) return 'no end'
  const end = Date.parse(expiresAt)
  if (status === 'EXPIRED') return formatMoment(end, now)
  return formatSpan(end - now)
}

const ACTS = [
  ['Use up', 'fulfillInvitation', 'is used up'],
  ['Expire', 'expireInvitation', 'has run out'],
  ['Revoke', 'revokeInvitation', 'is revoked'],
] as const

function Acts({ id, invitationUrl }: Invitation) {
  const short = shortId(id)
  const open = { href: invitationUrl, target: '_blank', rel: 'noreferrer' }
  return (
    <>
      <a className="btn small square" {...open}>
        <Eye role="img" aria-label={`Open ${short}`} />
      </a>
      {ACTS.map(([text, name, did]) => {
        const run = { call: [name, { invitationId: id }] as const, said: `Invitation ${short} ${did}` }
        return (
          <RunButton key={name} className="btn small" text={text} aria-label={`${text} ${short}`} {...run} />
        )
      })}
    </>
  )
}

const EXPIRIES = [
  ['3600', 'in an hour'],
  ['86400', 'in a day'],
  ['60', 'in a minute'],
  ['', 'never'],
] as const
const USES = [
  ['1', 'one'],
  ['3', 'three'],
  ['', 'any number'],
] as const
/** Connections that an invitation can be made for: of more, nobody finds one in a list. */
const MOST_CHOICES = 50

function InviteButton({ companyId }: { companyId: string }) {
  const { connections } = useConsole()
  const [isMailed, setMailed] = useState(false)
  const reconnects = connections
    .slice(0, MOST_CHOICES)
    .map(({ id, datasource }) => [id, `signing in again to ${datasource.name}, ${shortId(id)}`] as const)
  return (
    <DialogButton
      Icon={Plus}
      text="Invitation"
      dialog={{
        title: 'Make an invitation',
        fields: [
          { label: 'For', name: 'connectionId', options: [['', 'a new connection'], ...reconnects] },
          { label: 'Runs out', name: 'expiresInSeconds', options: EXPIRIES },
          { label: 'Uses', name: 'maxUses', options: USES },
          { label: 'Only for this address (optional)', name: 'email', type: 'email', required: isMailed },
          {
            label: 'Mail the link to that address',
            name: 'sendEmail',
            type: 'checkbox',
            onChange: ({ target }) => setMailed(target.checked),
          },
        ],
        answers: ['Make invitation'],
        onAnswer: (values) => [invitationOf(companyId, values), 'The invitation is there'],
      }}
    />
  )
}

function invitationOf(companyId: string, values: Values): Call {
  const { connectionId, expiresInSeconds, maxUses, email, sendEmail } = values
  const input = {
    companyId,
    connectionId,
    ...(expiresInSeconds && { expiresInSeconds: Number(expiresInSeconds) }),
    ...(maxUses && { maxUses: Number(maxUses) }),
    ...(email && { allowedEmails: [email] }),
    ...(sendEmail && { sendEmail: true }),
  }
  return ['createInvitation', input]
}
