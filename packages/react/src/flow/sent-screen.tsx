import type { Share, SharePhase } from '@nectar-connect/client'
import {
  getFilter,
  getInvitationStage,
  type InvitationView,
  type SharingPolicy,
} from '@nectar-connect/contract/wire'
import { useDialog } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import { useInvitation } from '../data/use-invitations.ts'
import { plural, Text } from '../i18n/text.tsx'
import { buildInvitationTimeline } from '../sharing/build-invitation-timeline.ts'
import { InvitationAnnouncer } from '../sharing/invitation-announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Actions, Mark, Panel } from '../ui/panel.tsx'
import { Steps } from '../ui/steps.tsx'
import { ResultRow } from './result-row.tsx'
import { RevokeOrDone } from './revoke-or-done.tsx'

interface SentScreenProps {
  share: Share
  phase: Extract<SharePhase, { status: 'sent' }>
  mail: SharingPolicy['mail']
  /** To the signed-in person's own address. */
  isSelf: boolean
}

/** What became of each address. One link that went out lives on here for as long as this is open. */
export function SentScreen({ share, phase, mail, isSelf }: SentScreenProps) {
  const [only, ...others] = phase.results
  if (only?.outcome === 'sent' && only.invitation && others.length === 0) {
    return <OneSent to={only.to} sent={only.invitation} mail={mail} isSelf={isSelf} />
  }
  return <Results share={share} phase={phase} />
}

interface OneSentProps {
  to: string
  sent: InvitationView
  mail: SharingPolicy['mail']
  isSelf: boolean
}

function OneSent({ to, sent, mail, isSelf }: OneSentProps) {
  const { messages } = useSettings()
  const invitation = useInvitation(sent)
  const words = messages.shared
  const address = <b dir="ltr">{to}</b>
  const isWaiting = getFilter(getInvitationStage(invitation)) === 'pending'
  const lead = <Text message={mail === 'nectar' ? words.nectarLead : words.hostLead} values={{ address }} />
  return (
    <Panel
      mark={<Mark icon={isSelf ? 'laptop' : 'send'} tone="waiting" />}
      title={words.title}
      lead={isWaiting ? lead : address}
    >
      <Steps steps={buildInvitationTimeline(messages, invitation, new Date())} />
      {/* What stands outside of a modal dialog is not heard. */}
      <InvitationAnnouncer invitations={[invitation]} />
      <RevokeOrDone invitation={invitation} />
    </Panel>
  )
}

function Results({ share, phase: { results, tried } }: Pick<SentScreenProps, 'share' | 'phase'>) {
  const { messages } = useSettings()
  const { close } = useDialog()
  const words = messages.shared
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length
  const hasFailed = count('failed') > 0
  const isOnlyAlready = count('already') === results.length
  const canRetry = tried.mail !== null
  const title = hasFailed
    ? words.failedTitle
    : isOnlyAlready
      ? words.alreadyTitle
      : plural(messages.locale, words.sentTitle, count('sent'))
  const lead =
    hasFailed && canRetry ? words.failedLead : isOnlyAlready ? words.alreadyLead : words.resultsLead
  return (
    <Panel mark={<Mark icon="send" tone={hasFailed ? 'inactive' : 'waiting'} />} title={title} lead={lead}>
      <ul className="nectar-results" aria-label={words.resultsTitle}>
        {results.map((result) => (
          <ResultRow key={result.to} result={result} />
        ))}
      </ul>
      <Actions>
        {canRetry && (
          <Button kind="primary" icon="refresh" onClick={share.send}>
            {messages.tryAgain}
          </Button>
        )}
        <Button kind={canRetry ? 'secondary' : 'primary'} onClick={close}>
          {messages.done}
        </Button>
      </Actions>
    </Panel>
  )
}
