import { type Html, html } from '../../lib/html.ts'
import { invitationStatus } from '../../state/invitations.ts'
import type { InvitationRecord, InvitationStatus } from '../../state/records.ts'
import type { ConsoleInput } from '../console-input.ts'
import { hrefOf } from '../parts/console-address.ts'
import { callOf } from '../parts/control-call.ts'
import { type ConsoleIcon, icon } from '../parts/icons.ts'
import { nothing, panel, shortId } from '../parts/parts.ts'
import { spanText, whenText } from '../parts/time-text.ts'

const MOST = 30

const MARKS: Readonly<Record<InvitationStatus, { mark: ConsoleIcon; group: string }>> = {
  ACTIVE: { mark: 'play', group: 'healthy' },
  FULFILLED: { mark: 'check', group: 'waiting' },
  EXPIRED: { mark: 'clock', group: 'inactive' },
  REVOKED: { mark: 'ban', group: 'inactive' },
}

/** The invitations of the company. Their links stay in the process: whoever has one can use it. */
export function invitationsPanel(input: ConsoleInput): Html {
  const { invitations, address, world } = input
  const shown = address.isFull ? invitations : invitations.slice(0, MOST)
  const active = invitations.filter((one) => invitationStatus(world, one) === 'ACTIVE').length
  return panel({
    id: 'invitations',
    title: 'Invitations',
    actions:
      input.companyId === null
        ? undefined
        : html`<button class="btn" type="button" popovertarget="add-invitation">${icon('plus')}Invitation</button>`,
    note: invitations.length === 0 ? undefined : `${active} active of ${invitations.length}`,
    body:
      invitations.length === 0
        ? nothing('None yet. The host makes one when a customer wants to connect.')
        : html`<table>
<thead><tr><th class="id-column">Id</th><th>Kind</th><th class="badge-column">Status</th><th class="wide short-column">Uses</th><th class="wide page-column">Page</th><th class="wide short-column">Made</th><th class="ends-column">Ends</th><th class="acts-column"><span class="unseen">Actions</span></th></tr></thead>
<tbody>${shown.map((invitation) => row(input, invitation))}</tbody>
</table>${
            shown.length < invitations.length &&
            html`<p class="more"><a href="${hrefOf(address, { isFull: true })}" data-go>${invitations.length - shown.length} more</a></p>`
          }`,
  })
}

function row(input: ConsoleInput, invitation: InvitationRecord): Html {
  const { world } = input
  const { id, maxUses, useCount, createdAt } = invitation
  const status = invitationStatus(world, invitation)
  const { mark, group } = MARKS[status]
  return html`<tr id="invitation-${id}">
<th scope="row" class="mono">${shortId(id)}</th>
<td>${kindOf(input, invitation)}</td>
<td><span class="badge" data-g="${group}">${icon(mark)}${status}</span></td>
<td class="wide num">${useCount}/${maxUses ?? '∞'}</td>
<td class="wide dim">${pageOf(invitation)}</td>
<td class="wide num dim">${whenText(createdAt / 1000, world.time.now())}</td>
<td>${endOf(input, invitation, status)}</td>
<td class="end acts">${
    status === 'ACTIVE' &&
    html`<a class="btn small square" href="/invitations/${id}/open" target="_blank" rel="noopener" aria-label="Open ${shortId(id)}" title="Open">${icon('eye')}</a>
<button class="btn small" ${callOf(`Invitation ${shortId(id)} is used up`, 'fulfillInvitation', { invitationId: id })} aria-label="Use up ${shortId(id)}">Use up</button>
<button class="btn small" ${callOf(`Invitation ${shortId(id)} has run out`, 'expireInvitation', { invitationId: id })} aria-label="Expire ${shortId(id)} now">Expire</button>
<button class="btn small" ${callOf(`Invitation ${shortId(id)} is revoked`, 'revokeInvitation', { invitationId: id })} aria-label="Revoke ${shortId(id)}">Revoke</button>`
  }</td>
</tr>`
}

function kindOf({ world }: ConsoleInput, { connectionId }: InvitationRecord): Html {
  if (connectionId === null) return html`Contributor`
  return html`Reconnect <span class="dim wide">${world.state.connections.get(connectionId)?.datasource.name}</span>`
}

function pageOf({ audit, sendEmail, allowedEmails }: InvitationRecord): string {
  const views = audit.filter(({ eventType }) => eventType === 'VIEWED').length
  const opened = views === 0 ? 'never opened' : views === 1 ? '1 view' : `${views} views`
  return sendEmail && allowedEmails.length > 0 ? `mailed, ${opened}` : opened
}

function endOf(
  { world }: ConsoleInput,
  { audit, createdAt, expiresAt, revokedAt }: InvitationRecord,
  status: InvitationStatus,
): Html {
  const now = world.time.now()
  const at = (stamp: number) => html`<span class="num dim">${whenText(stamp / 1000, now)}</span>`
  if (status === 'REVOKED' && revokedAt !== null) return at(revokedAt)
  if (status === 'FULFILLED') {
    const used = audit.findLast(({ eventType }) => eventType === 'USED')
    return used ? at(used.at) : html`<span class="dim">by hand</span>`
  }
  if (expiresAt === null) return html`<span class="dim">no end</span>`
  if (status === 'EXPIRED') return at(expiresAt)
  const left = expiresAt / 1000 - now
  const part = Math.round((100 * left) / (expiresAt / 1000 - createdAt / 1000))
  return html`<span class="life num">${spanText(left)}<progress max="100" value="${part}" aria-hidden="true"${part < 20 && html` class="is-short"`}></progress></span>`
}
