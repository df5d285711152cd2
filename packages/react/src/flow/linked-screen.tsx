import type { Share, SharePhase } from '@nectar-connect/client'
import { getFilter, getInvitationStage } from '@nectar-connect/contract/wire'
import { useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import { useInvitation } from '../data/use-invitations.ts'
import { buildInvitationTimeline } from '../sharing/build-invitation-timeline.ts'
import { InvitationAnnouncer } from '../sharing/invitation-announcer.tsx'
import { Button } from '../ui/button.tsx'
import { LinkField } from '../ui/copy-link.tsx'
import { Mark, Panel } from '../ui/panel.tsx'
import { Steps } from '../ui/steps.tsx'
import { RevokeOrDone } from './revoke-or-done.tsx'

interface LinkedScreenProps {
  share: Share
  phase: Extract<SharePhase, { status: 'linked' }>
}

/** A link was made. Where the clipboard took it, it is not on the page at all. */
export function LinkedScreen({ share, phase }: LinkedScreenProps) {
  const { messages } = useSettings()
  const invitation = useInvitation(phase.invitation)
  const [isAgain, setAgain] = useState(false)
  const words = messages.shared
  const isCopied = phase.copy !== 'failed'
  // What nobody can use any more is not worth being pasted anywhere.
  const isWaiting = getFilter(getInvitationStage(invitation)) === 'pending'
  const copyAgain = () => {
    share.copyAgain()
    setAgain(true)
  }
  const lead = isCopied ? words.copiedLead : words.copyLead
  return (
    <Panel
      mark={<Mark icon="link" tone="waiting" />}
      title={isCopied ? words.copiedTitle : words.copyTitle}
      lead={isWaiting ? lead : null}
    >
      {phase.copy === 'failed' && isWaiting && <LinkField url={phase.url} />}
      <Steps steps={buildInvitationTimeline(messages, invitation, new Date())} />
      {/* What stands outside of a modal dialog is not heard. */}
      <InvitationAnnouncer invitations={[invitation]} />
      <RevokeOrDone invitation={invitation}>
        {phase.copy === 'copied' && isWaiting && (
          <Button icon={isAgain ? 'check' : 'copy'} onClick={copyAgain}>
            {isAgain ? messages.copied : words.copyAgain}
          </Button>
        )}
      </RevokeOrDone>
    </Panel>
  )
}
