import type { ActionPhase, Share } from '@nectar-connect/client'
import {
  getFilter,
  getInvitationStage,
  type InvitationView,
  type SharingPolicy,
} from '@nectar-connect/contract/wire'
import { useEffect, useRef, useState } from 'react'
import { useDialog } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import { useInvitation } from '../data/use-invitations.ts'
import { useMayRevoke } from '../data/use-known-connections.ts'
import { enLater } from '../i18n/en-later.ts'
import { format, Text } from '../i18n/text.tsx'
import { InvitationActionResult, useInvitationAction } from '../sharing/invitation-actions.tsx'
import { StageAnnouncer } from '../sharing/invitation-stage.tsx'
import { buildInvitationTimeline } from '../sharing/invitation-words.ts'
import { Button } from '../ui/button.tsx'
import { LinkField } from '../ui/copy-link.tsx'
import { MORE_ICONS } from '../ui/more-icons.ts'
import { Actions, Mark, Panel } from '../ui/panel.tsx'
import { Steps } from '../ui/steps.tsx'
import { useRestoreFocus } from '../ui/use-restore-focus.ts'

interface SharedScreenProps {
  share: Share
  phase: Extract<ActionPhase, { status: 'done' }>
  mail: SharingPolicy['mail']
  /** To the signed-in person's own address. */
  isSelf: boolean
}

/** A link went out, was copied, or is with that person already; and what becomes of it while this is open. */
export function SharedScreen({ share, phase, mail, isSelf }: SharedScreenProps) {
  const { messages } = useSettings(enLater)
  const [latest, setLatest] = useState(phase.invitation)
  const invitation = useInvitation(latest)
  const { action, phase: acted } = useInvitationAction(latest)
  // What was sent afresh takes the place of the one before.
  useEffect(() => {
    if (acted.status === 'done')
      setLatest((before) => (before.id === acted.invitation.id ? before : acted.invitation))
  }, [acted])
  // What nobody can use any more is neither on its way, nor worth being pasted anywhere.
  const isWaiting = getFilter(getInvitationStage(invitation)) === 'pending'
  const { copy } = phase
  return (
    <Panel
      mark={<Mark icon={copy ? 'link' : isSelf ? MORE_ICONS.laptop : 'send'} tone="waiting" />}
      {...wordsOf()}
    >
      {copy?.state === 'failed' && isWaiting && <LinkField url={copy.url} />}
      <Steps steps={buildInvitationTimeline(messages, invitation, new Date())} />
      {/* What stands outside of a modal dialog is not heard. */}
      <StageAnnouncer invitations={[invitation]} />
      <InvitationActionResult action={action} phase={acted} invitation={invitation} />
      <Ways
        invitation={invitation}
        action={action}
        acted={acted}
        canRemind={phase.outcome === 'already'}
        onCopyAgain={copy?.state === 'copied' && isWaiting ? share.copyAgain : null}
      />
    </Panel>
  )

  function wordsOf() {
    const words = messages.shared
    if (copy) {
      const isCopied = copy.state !== 'failed'
      const lead = isCopied ? words.copiedLead : words.copyLead
      return { title: isCopied ? words.copiedTitle : words.copyTitle, lead: isWaiting ? lead : null }
    }
    const address = <b dir="ltr">{phase.invitation.sharing?.to}</b>
    const isAlready = phase.outcome === 'already'
    const lead = isAlready ? words.alreadyLead : mail === 'nectar' ? words.nectarLead : words.hostLead
    return {
      title: isAlready ? words.alreadyTitle : words.title,
      lead: isWaiting && acted.status !== 'done' ? <Text message={lead} values={{ address }} /> : address,
    }
  }
}

interface WaysProps extends Pick<ReturnType<typeof useInvitationAction>, 'action'> {
  invitation: InvitationView
  acted: ActionPhase
  canRemind: boolean
  /** Null: there is nothing to copy. */
  onCopyAgain: (() => void) | null
}

/** What is left to do once a link went out. Revoking is asked about first. */
function Ways({ invitation, action, acted, canRemind, onCopyAgain }: WaysProps) {
  const { messages } = useSettings(enLater)
  const { close } = useDialog()
  const mayRevoke = useMayRevoke(invitation)
  const [isAgain, setAgain] = useState(false)
  const done = useRef<HTMLButtonElement>(null)
  useRestoreFocus({
    region: () => done.current?.closest<HTMLElement>('.nectar-panel'),
    findNext: () => done.current,
  })
  const words = messages.invitations
  const stage = getInvitationStage(invitation)
  const isOpen = stage === 'sent' || stage === 'opened'
  const busyWith = acted.status === 'working' ? acted.by : null
  if (acted.status === 'confirming') return null
  return (
    <Actions>
      <Button ref={done} kind="primary" onClick={close}>
        {messages.done}
      </Button>
      {onCopyAgain && (
        <Button
          icon={isAgain ? MORE_ICONS.check : MORE_ICONS.copy}
          onClick={() => {
            onCopyAgain()
            setAgain(true)
          }}
        >
          {isAgain ? messages.copied : messages.shared.copyAgain}
        </Button>
      )}
      {canRemind && isOpen && (acted.status === 'idle' || busyWith === 'remind') && (
        <Button
          icon={busyWith === 'remind' ? 'spinner' : 'send'}
          aria-label={format(words.remindName, { who: invitation.sharing?.to ?? '' })}
          aria-disabled={busyWith !== null}
          onClick={() => action.remind(invitation)}
        >
          {busyWith === 'remind' ? messages.sending : words.remind}
        </Button>
      )}
      {isOpen && mayRevoke && (
        <Button onClick={action.confirmRevoke} aria-disabled={busyWith !== null}>
          {busyWith === 'revoke' ? words.revoking : words.revokeYes}
        </Button>
      )}
    </Actions>
  )
}
