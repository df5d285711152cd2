import type { MailSummary, SandboxSnapshot, WebhookDelivery } from '@nectar-connect/sandbox'
import {
  Ban,
  CircleCheck,
  Eye,
  Link,
  type LucideIcon,
  Mail,
  Send,
  SlidersHorizontal,
  Webhook,
} from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import type { Connection, Invitation, StreamState } from './api.ts'
import { formatClock, formatMoment, shortEventId, shortId } from './format.ts'
import { Go, useConsole } from './use-console.tsx'

/** Something that happened. */
interface Entry {
  key: string
  /** Milliseconds since the epoch. */
  at: number
  Icon: LucideIcon
  tone?: 'good' | 'bad'
  /** Its subject, which stands out, and what it did. */
  title: readonly [what: string, did: string]
  detail: string
  code?: string
}

const PAGE_EVENTS = {
  VIEWED: { Icon: Eye, did: 'was opened' },
  EMAIL_VERIFIED: { Icon: CircleCheck, did: 'verified an address' },
  USED: { Icon: Send, did: 'was used' },
  REVOKED: { Icon: Ban, did: 'was revoked' },
}

function pageEntries({ id, createdAt, connectionId, events }: Invitation): Entry[] {
  const kind = connectionId === null ? 'Contributor' : 'Reconnect'
  const what = `Invitation ${shortId(id)}`
  const made = {
    key: id,
    at: Date.parse(createdAt),
    Icon: Link,
    title: [what, 'was made'],
    detail: kind,
  } as const
  const later = events.map(({ id: key, eventType, createdAt, email }) => {
    const { Icon, did } = PAGE_EVENTS[eventType]
    return { key, at: Date.parse(createdAt), Icon, title: [what, did] as const, detail: email ?? kind }
  })
  return [made, ...later]
}

function tryEntries({ id, type, attempts }: WebhookDelivery): Entry[] {
  return attempts.map(({ at, outcome, status }, index) => {
    const isGood = outcome === 'accepted'
    return {
      key: `${id}-${index}`,
      at,
      Icon: Webhook,
      ...(!isGood && { tone: 'bad' as const }),
      title: [type, ''],
      detail: `${shortEventId(id)}, try ${index + 1}${isGood ? '' : `, ${outcome.replace('-', ' ')}`}`,
      code: status === null ? '–' : String(status),
    }
  })
}

function statusEntry({ id, datasource, status, statusFirstSeenTime, company }: Connection): Entry {
  return {
    key: `${id}-${statusFirstSeenTime}`,
    at: Date.parse(statusFirstSeenTime),
    Icon: SlidersHorizontal,
    ...(status === 'CONNECTED' && { tone: 'good' as const }),
    title: [datasource.name, status],
    detail: company.name ?? '',
  }
}

function mailEntry({ kind, number, invitationId, to, at }: MailSummary): Entry {
  return {
    key: `mail-${number}`,
    at: Date.parse(at),
    Icon: Mail,
    title: [kind === 'code' ? 'Code' : 'Mail', `to ${to}`],
    detail: invitationId === null ? 'By the host' : `Invitation ${shortId(invitationId)}`,
  }
}

/** What can be told from each other, and how each is read. */
const LANES: readonly { lane?: string; title: string; read(snapshot: SandboxSnapshot): Entry[] }[] = [
  { title: 'All', read: (snapshot) => LANES.flatMap(({ lane, read }) => (lane ? read(snapshot) : [])) },
  { lane: 'page', title: 'Page', read: ({ invitations }) => invitations.flatMap(pageEntries) },
  { lane: 'webhooks', title: 'Webhooks', read: ({ deliveries }) => deliveries.flatMap(tryEntries) },
  { lane: 'state', title: 'State', read: ({ connections }) => connections.map(statusEntry) },
  { lane: 'mail', title: 'Mail', read: ({ mails }) => mails.map(mailEntry) },
]

const STATES: Readonly<Record<StreamState, string>> = {
  live: 'live',
  paused: 'paused',
  lost: 'not answering',
}
const MOST = 60
const NEW_MS = 8000
const HALF_A_DAY_MS = 43_200_000

/** What happened, newest first, of all companies. @param props.children the button that pauses it */
export function Feed({ state, children }: { state: StreamState; children: ReactNode }) {
  const { snapshot, address } = useConsole()
  const chosen = LANES.find(({ lane }) => lane === address.lane) ?? LANES[0]
  const entries = useMemo(
    () =>
      chosen
        ?.read(snapshot)
        .reverse()
        .sort((a, b) => b.at - a.at)
        .slice(0, MOST) ?? [],
    [snapshot, chosen],
  )
  return (
    <aside className="feed" aria-labelledby="feed-title">
      <header>
        <div>
          <h2 id="feed-title">Events</h2>
          <span className="live">{STATES[state]}</span>
          {children}
        </div>
        <nav className="lanes" aria-label="Kinds of events">
          {LANES.map(({ lane, title }) => (
            <Go key={title} to={{ lane }} isCurrent={lane === chosen?.lane}>
              {title}
            </Go>
          ))}
        </nav>
      </header>
      <ol>
        {entries.map(({ key, ...entry }) => (
          <Item key={key} {...entry} />
        ))}
      </ol>
      {entries.length === 0 && <p className="nothing">Nothing yet.</p>}
    </aside>
  )
}

function Item({ at, Icon, tone, title: [what, did], detail, code }: Omit<Entry, 'key'>) {
  const { moment } = useConsole()
  const age = Math.abs(moment - at)
  return (
    <li data-tone={tone} className={age < NEW_MS ? 'is-new' : undefined}>
      <time dateTime={new Date(at).toISOString()}>
        {age < HALF_A_DAY_MS ? formatClock(at) : formatMoment(at, moment + 2 * HALF_A_DAY_MS)}
      </time>
      <Icon />
      <div>
        <p>
          <b>{what}</b> {did}
        </p>
        <small>{detail}</small>
      </div>
      {code && <span className="result">{code}</span>}
    </li>
  )
}
