import type { InvitationView, ShareResult } from '@nectar-connect/contract/wire'
import { type RefObject, useRef } from 'react'
import { useHostName, useSettings } from '../context/use-settings.ts'
import { useSharing } from '../data/use-connections.ts'
import { useInvitation } from '../data/use-invitations.ts'
import { format, formatNames } from '../i18n/text.tsx'
import { InvitationActionResult } from '../sharing/invitation-action-result.tsx'
import { shareFailureOf } from '../sharing/share-failure.ts'
import { Badge, StageBadge } from '../sharing/stage-badge.tsx'
import { useInvitationAction } from '../sharing/use-invitation-action.ts'
import { Button } from '../ui/button.tsx'
import { useRestoreFocus } from '../ui/use-restore-focus.ts'

/** What became of one address. */
export function ResultRow({ result }: { result: ShareResult }) {
  const { messages } = useSettings()
  const { to, outcome, invitation } = result
  const row = useRef<HTMLLIElement>(null)
  return (
    // Takes the focus only when the button that had it is gone.
    <li ref={row} className="nectar-result" tabIndex={-1} data-nectar-outcome={outcome}>
      <b>
        <bdi dir="ltr">{to}</bdi>
      </b>
      {outcome === 'failed' ? (
        <>
          <Badge icon="close" tone="inactive" word={messages.shared.notSent} />
          <Reason code={result.code} />
        </>
      ) : (
        invitation && <Known row={row} to={to} invitation={invitation} isAlready={outcome === 'already'} />
      )}
    </li>
  )
}

function Reason({ code }: { code: string | null }) {
  const { messages } = useSettings()
  const host = useHostName()
  const domains = useSharing()?.allowedDomains
  const cause = shareFailureOf(code)
  const names = domains && formatNames(messages, domains, 'disjunction')
  const reason =
    cause === 'address' && names
      ? format(messages.share.badDomain, { domains: names })
      : format(`${messages.shareFailed[cause].title}. ${messages.shareFailed[cause].lead}`, { host })
  return <p className="nectar-fine">{reason}</p>
}

interface KnownProps {
  row: RefObject<HTMLElement | null>
  to: string
  invitation: InvitationView
  isAlready: boolean
}

function Known({ row, to, invitation: initial, isAlready }: KnownProps) {
  const { messages } = useSettings()
  const invitation = useInvitation(initial)
  const { act, phase } = useInvitationAction(invitation)
  useRestoreFocus({ region: () => row.current })
  const words = messages.invitations
  return (
    <>
      {isAlready ? (
        <Badge icon="check" tone="inactive" word={messages.shared.already} />
      ) : (
        <StageBadge invitation={invitation} />
      )}
      {isAlready && (phase.status === 'rest' || phase.status === 'busy') && (
        <Button
          size="sm"
          icon={phase.status === 'busy' ? 'spinner' : 'send'}
          aria-label={format(words.remindName, { who: to })}
          aria-disabled={phase.status === 'busy'}
          onClick={() => act.remind(invitation)}
        >
          {phase.status === 'busy' ? words.reminding : words.remind}
        </Button>
      )}
      <InvitationActionResult act={act} phase={phase} invitation={invitation} />
    </>
  )
}
