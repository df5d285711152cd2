import { type ConnectionView, getInvitationStage, type InvitationView } from '@nectar-connect/contract/wire'
import { useRef } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { statusState } from '../data/status-state.ts'
import { useMayRevoke } from '../data/use-known-connections.ts'
import { en } from '../i18n/en.ts'
import { format } from '../i18n/text.tsx'
import { InvitationActionResult, useInvitationAction } from '../sharing/invitation-actions.tsx'
import { StageBadge } from '../sharing/invitation-stage.tsx'
import {
  connectionOf,
  recipientLabel,
  senderLabel,
  stageSentence,
  subjectLabel,
} from '../sharing/invitation-words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MORE_ICONS } from '../ui/more-icons.ts'
import { useRestoreFocus } from '../ui/use-restore-focus.ts'
import { StatusBadge } from './connection-status-badge.tsx'

interface InvitationRowProps {
  invitation: InvitationView
  connections: readonly ConnectionView[]
  canInvite: boolean
  /** Milliseconds since the epoch. */
  now: number
}

/** One link: who has it and for what, what became of it, and what can be done. */
export function InvitationRow({ invitation, connections, canInvite, now }: InvitationRowProps) {
  const { messages } = useSettings(en)
  const { action, phase, isHandedOver } = useInvitationAction(invitation)
  const mayRevoke = useMayRevoke(invitation)
  const row = useRef<HTMLLIElement>(null)
  useRestoreFocus({ region: () => row.current, wasLost: isHandedOver })
  const words = messages.invitations
  const stage = getInvitationStage(invitation)
  const connection = connectionOf(invitation, connections)
  const who = recipientLabel(messages, invitation)
  const what = subjectLabel(messages, invitation, connection)
  const by = senderLabel(messages, invitation)
  const isLink = invitation.sharing?.via === 'link'
  const isOpen = stage === 'sent' || stage === 'opened'
  const busyWith = phase.status === 'working' ? phase.by : null
  const canRemind = canInvite && (isOpen || stage === 'expired')
  const remind = remindWords()
  return (
    // Takes the focus only when the button that had it is gone.
    <li
      ref={row}
      className="nectar-row"
      tabIndex={-1}
      data-nectar-invitation={invitation.id}
      data-nectar-stage={stage}
    >
      <span className="nectar-avatar">
        <Icon name={isLink ? 'link' : MORE_ICONS.person} />
      </span>
      <div className="nectar-who">
        <b>
          <bdi>{who}</bdi>
        </b>
        <span>{by === null ? what : `${what} · ${by}`}</span>
      </div>
      <div className="nectar-row__state">
        <div className="nectar-row__badges">
          <StageBadge invitation={invitation} />
          {stage === 'received' && connection && (
            <StatusBadge state={statusState(connection.status, connection.isActive)} />
          )}
        </div>
        <p>{stageSentence(messages, invitation, new Date(now))}</p>
      </div>
      <div className="nectar-row__end">
        {canRemind && (
          <Button
            size="sm"
            icon={busyWith === 'remind' ? 'spinner' : isLink ? MORE_ICONS.copy : undefined}
            aria-label={remind.name}
            aria-disabled={busyWith !== null}
            onClick={() => action.remind(invitation)}
          >
            {remind.label}
          </Button>
        )}
        {isOpen && mayRevoke && (
          <Button
            size="sm"
            kind="quiet"
            aria-label={format(words.revokeName, { who })}
            aria-disabled={busyWith !== null}
            onClick={action.confirmRevoke}
          >
            {busyWith === 'revoke' ? words.revoking : words.revoke}
          </Button>
        )}
      </div>
      <div className="nectar-row__act">
        <InvitationActionResult action={action} phase={phase} invitation={invitation} />
      </div>
    </li>
  )

  function remindWords(): { label: string; name: string } {
    if (isLink) {
      const label = stage === 'expired' ? words.freshCopy : messages.copyLink
      return { label, name: stage === 'expired' ? label : format(words.copyLinkName, { what }) }
    }
    if (stage === 'expired') return { label: words.again, name: format(words.againName, { who }) }
    return { label: words.remind, name: format(words.remindName, { who }) }
  }
}
