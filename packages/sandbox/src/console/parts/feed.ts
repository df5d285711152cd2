import { type Html, html } from '../../lib/html.ts'
import type { AuditEventType, ConnectionRecord, InvitationRecord, MailRecord } from '../../state/records.ts'
import type { WebhookDelivery } from '../../webhooks/webhook-types.ts'
import type { ConsoleInput } from '../console-input.ts'
import type { Lane } from './console-address.ts'
import type { ConsoleIcon } from './icons.ts'
import { createNewest } from './newest.ts'
import { shortEvent, shortId } from './parts.ts'

/** Something that happened. */
export interface FeedEntry {
  key: string
  /** Milliseconds since the epoch. */
  at: number
  lane: Exclude<Lane, 'all'>
  mark: ConsoleIcon
  tone: 'plain' | 'good' | 'bad'
  title: Html
  detail: string
  code?: string
}

const MOST = 60

const PAGE_EVENTS: Readonly<Record<AuditEventType, { mark: ConsoleIcon; says: string }>> = {
  VIEWED: { mark: 'eye', says: 'was opened' },
  EMAIL_VERIFIED: { mark: 'checked', says: 'verified an address' },
  USED: { mark: 'send', says: 'was used' },
  REVOKED: { mark: 'ban', says: 'was revoked' },
}

/** The newest of what the sandbox remembers, of all companies. */
export function readFeed(input: ConsoleInput): FeedEntry[] {
  const { lane } = input.address
  const newest = createNewest<FeedEntry>(MOST)
  const wants = (other: Lane) => lane === 'all' || lane === other
  const { invitations, connections } = input.world.state
  for (const invitation of invitations.values()) {
    if (wants('page')) for (const entry of pageEntries(invitation)) newest.offer(entry.at, () => entry)
  }
  if (wants('state')) {
    for (const connection of connections.values()) {
      newest.offer(connection.statusFirstSeen / 1000, () => statusEntry(input, connection))
    }
  }
  if (wants('webhooks')) {
    for (const delivery of input.deliveries) {
      for (const entry of hookEntries(delivery)) newest.offer(entry.at, () => entry)
    }
  }
  if (wants('mail')) {
    for (const mail of input.world.state.mails) newest.offer(mail.at / 1000, () => mailEntry(mail))
  }
  return newest.list()
}

function pageEntries({ id, createdAt, connectionId, audit }: InvitationRecord): FeedEntry[] {
  const kind = connectionId === null ? 'Contributor' : 'Reconnect'
  const common = { lane: 'page', tone: 'plain', detail: kind } as const
  return [
    {
      ...common,
      key: id,
      at: createdAt / 1000,
      mark: 'link',
      title: html`<b>Invitation ${shortId(id)}</b> was made`,
    },
    ...audit.map(({ id: key, eventType, at, email }) => {
      const { mark, says } = PAGE_EVENTS[eventType]
      const title = html`<b>Invitation ${shortId(id)}</b> ${says}`
      return { ...common, key, at: at / 1000, mark, title, detail: email ?? kind }
    }),
  ]
}

function statusEntry({ world }: ConsoleInput, connection: ConnectionRecord): FeedEntry {
  const { id, datasource, status, statusFirstSeen, companyId } = connection
  return {
    key: `${id}-${statusFirstSeen}`,
    at: statusFirstSeen / 1000,
    lane: 'state',
    mark: 'sliders',
    tone: status === 'CONNECTED' ? 'good' : 'plain',
    title: html`<b>${datasource.name}</b> <span class="mono">${status}</span>`,
    detail: world.state.companies.get(companyId)?.name ?? '',
  }
}

function hookEntries({ id, type, attempts }: WebhookDelivery): FeedEntry[] {
  return attempts.map(({ at, outcome, status }, index) => ({
    key: `${id}-${index}`,
    at,
    lane: 'webhooks',
    mark: 'hook',
    tone: outcome === 'accepted' ? 'plain' : 'bad',
    title: html`<span class="mono">${type}</span>`,
    detail: `${shortEvent(id)}, try ${index + 1}${outcome === 'accepted' ? '' : `, ${outcome.replace('-', ' ')}`}`,
    code: status === null ? '–' : String(status),
  }))
}

function mailEntry({ kind, number, invitationId, to, at }: MailRecord): FeedEntry {
  return {
    key: `mail-${number}`,
    at: at / 1000,
    lane: 'mail',
    mark: 'mail',
    tone: 'plain',
    title: html`<b>${kind === 'code' ? 'Code' : 'Mail'}</b> to ${to}`,
    detail: invitationId === null ? 'By the host' : `Invitation ${shortId(invitationId)}`,
  }
}
