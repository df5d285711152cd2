import type { ActionState, InvitationAction } from '@nectar-connect/client'
import type { InvitationView } from '@nectar-connect/contract/wire'
import { useEffect, useRef } from 'react'
import { useHostName } from '../context/use-host-name.ts'
import { useSettings } from '../context/use-settings.ts'
import { formatLeft } from '../i18n/format-time.ts'
import { format } from '../i18n/text.tsx'
import { useRemainingTime } from '../session/nectar-page.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { LinkField } from '../ui/link-field.tsx'
import { shareFailureOf } from './share-failure.ts'

interface ActOutcomeProps {
  act: InvitationAction
  phase: ActionState
  invitation: InvitationView
}

/** What is asked before a link is revoked, and how reminding or revoking went. */
export function InvitationActionResult({ act, phase, invitation }: ActOutcomeProps) {
  const { messages } = useSettings()
  const words = messages.invitations
  switch (phase.status) {
    case 'rest':
    case 'busy':
    case 'revoked':
      return null
    case 'asking':
      return <Ask act={act} invitation={invitation} />
    case 'reminded':
      return <Said>{phase.link === 'kept' ? words.kept : words.replaced}</Said>
    case 'linked':
      if (phase.copy === 'failed') {
        return (
          <div className="nectar-act">
            <p role="status">{words.copyFailed}</p>
            <LinkField url={phase.url} />
          </div>
        )
      }
      if (phase.copy === 'pending') return null
      return <Said>{phase.link === 'kept' ? words.copiedKept : words.copiedReplaced}</Said>
    case 'failed':
      return <Failed act={act} phase={phase} invitation={invitation} />
    default:
      return phase satisfies never
  }
}

function Said({ children }: { children: string }) {
  return (
    <p className="nectar-act" role="status">
      <Icon name="check" /> <span>{children}</span>
    </p>
  )
}

function Ask({ act, invitation }: { act: InvitationAction; invitation: InvitationView }) {
  const { messages } = useSettings()
  const words = messages.invitations
  const no = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: the careful one of the two takes its focus.
  useEffect(() => no.current?.focus(), [])
  const who = invitation.sharing?.to
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings looks that hosts reset in all sorts of ways
    <div className="nectar-act" role="group" aria-label={words.revokeYes}>
      <p>{who ? format(words.revokeAsk, { who }) : words.revokeAskAnyone}</p>
      <div className="nectar-act__ways">
        <Button size="sm" onClick={() => act.revoke(invitation)}>
          {words.revokeYes}
        </Button>
        <Button ref={no} size="sm" kind="quiet" onClick={act.dismiss}>
          {words.revokeNo}
        </Button>
      </div>
    </div>
  )
}

interface FailedProps {
  act: InvitationAction
  phase: Extract<ActionState, { status: 'failed' }>
  invitation: InvitationView
}

function Failed({ act, phase, invitation }: FailedProps) {
  const { messages } = useSettings()
  const host = useHostName()
  const left = useRemainingTime(act.retryInMs)
  const cause = shareFailureOf(phase.error.code)
  const { title, lead } = messages.shareFailed[cause]
  const isFinal = cause === 'over' || cause === 'notFound' || cause === 'notAllowed'
  // A revocation leaves nothing open that one has to be told of.
  const words = phase.by === 'remind' ? `${title}. ${lead}` : `${title}.`
  return (
    <div className="nectar-act">
      {/* Without the button: its seconds would be said one by one. */}
      <p role="alert">{format(words, { host })}</p>
      {!isFinal && (
        <Button
          size="sm"
          icon="refresh"
          aria-disabled={left > 0}
          onClick={() => (phase.by === 'remind' ? act.remind(invitation) : act.revoke(invitation))}
        >
          {left > 0
            ? format(messages.tryAgainIn, { time: formatLeft(messages.locale, left) })
            : messages.tryAgain}
        </Button>
      )}
    </div>
  )
}
