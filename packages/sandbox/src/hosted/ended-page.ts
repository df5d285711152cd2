import { html } from 'hono/html'
import { invitationStatus } from '../state/invitations.ts'
import type { InvitationRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { layout } from './layout.ts'
import { dateTime, type Html, type IconName, icon, whatsNext } from './parts.ts'

interface Ending {
  icon: IconName
  title: string
  what: Html | string
  next: Html
}

/**
 * What a link shows that is over: what happened, whose turn it is, and where to go.
 *
 * @param invitation null: the link was never made, or was mistyped
 */
export function endedPage(state: SandboxState, invitation: InvitationRecord | null): Html {
  const end = invitation ? endingOf(state, invitation) : UNKNOWN
  return layout({
    state,
    invitation,
    title: end.title,
    main: html`<div class="sheet">
<div class="body end">
<span class="glyph ${end.icon === 'check' && 'glyph-good'}">${icon(end.icon)}</span>
<h1>${end.title}</h1>
<p class="sub">${end.what}</p>
${end.next}
</div>
<footer class="foot"><p class="note">${
      invitation ? html`Reference <code>${invitation.id.slice(0, 8)}</code>` : 'You can close this page.'
    }</p></footer>
</div>`,
  })
}

const UNKNOWN: Ending = {
  icon: 'search',
  title: 'This link is not known here',
  what: 'It may have been cut short when it was copied, or the sandbox was started anew since it was made.',
  next: whatsNext(
    'Try the whole link',
    'Copy it again from where you got it. If that does not help, ask for a new one.',
  ),
}

function endingOf(state: SandboxState, invitation: InvitationRecord): Ending {
  const brand = state.options.brand.name
  const { companyId, connectionId, expiresAt, revokedAt } = invitation
  const status = invitationStatus(state, invitation)
  if (status === 'EXPIRED') {
    return {
      icon: 'clock',
      title: 'This link has run out',
      what: html`It was good until ${dateTime((expiresAt ?? 0) / 1000)}. Nothing you typed before then was kept.`,
      next: whatsNext(
        'Get a fresh one',
        `Go back to ${brand} and start again there. If someone sent you this link, ask them for a new one.`,
      ),
    }
  }
  if (status === 'REVOKED') {
    const company = state.companies.get(companyId)?.name ?? brand
    return {
      icon: 'ban',
      title: 'This link was revoked',
      what: html`Someone at ${company} switched it off on ${dateTime((revokedAt ?? 0) / 1000)}. It was not a mistake on your side.`,
      next: whatsNext(
        'Still meant to link a utility?',
        'Ask the person who sent you this link. Only they can make another.',
      ),
    }
  }
  return {
    icon: 'check',
    title: 'This link has done its job',
    what: usedSentence(state, invitation),
    next: whatsNext(
      connectionId === null ? 'Want to link another utility?' : 'Need to sign in once more?',
      `Start again from ${brand}, and you get a new link. Nothing needs to be sent twice.`,
    ),
  }
}

function usedSentence(state: SandboxState, invitation: InvitationRecord): Html {
  const connectionId = invitation.connectionId ?? invitation.createdConnectionIds.at(-1)
  const provider = state.connections.get(connectionId ?? '')?.datasource.name
  const used = invitation.audit.findLast((event) => event.eventType === 'USED')
  const times = invitation.maxUses === 1 ? 'It works once.' : `It works ${invitation.maxUses} times.`
  if (!provider || !used) return html`It was used as often as it can be. ${times}`
  return html`Details for ${provider} were sent with it on ${dateTime(used.at / 1000)}. ${times}`
}
