import { type ConnectPhase, isOpened } from '@nectar-connect/client'
import { useDialog } from '../../context/dialog-context.ts'
import { useSettings } from '../../context/use-settings.ts'
import { useSharing } from '../../data/use-known-connections.ts'
import { enLater } from '../../i18n/en-later.ts'
import { formatUntil } from '../../i18n/format-time.ts'
import { format } from '../../i18n/text.tsx'
import { connectionIdOf } from '../../session/use-connect-session.ts'
import { useOnline } from '../../session/use-online.ts'
import { Button } from '../../ui/button.tsx'
import { MORE_ICONS } from '../../ui/more-icons.ts'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'
import type { FlowSession } from '../use-flow-session.ts'
import { EndedScreen, FailedScreen } from './failed-screen.tsx'
import { ReconnectIntroScreen } from './reconnect-intro-screen.tsx'
import { SubmittedScreen, useSubmittedStates } from './submitted-screen.tsx'
import { TabScreen } from './tab-screen.tsx'

/** The screen of a phase before a reconnect, and after Nectar's page in its frame or in place of it. */
export function LaterScreen({ connect }: { connect: FlowSession }) {
  const { phase, session, openShare } = connect
  const connectionId = connectionIdOf(phase)
  switch (phase.status) {
    case 'submitted':
      return (
        <SubmittedScreen
          phase={phase}
          onTryAgain={connect.reconnect}
          onAnother={connect.connectAnother}
          onAsk={(connectionId) => openShare({ connectionId })}
        />
      )
    case 'closedByNectar':
      return <EndedScreen cause={phase.reason} />
    case 'failed':
      return <FailedScreen phase={phase} session={session} />
    default:
      if (isOpened(phase)) return <TabScreen phase={phase} session={session} />
      return (
        connectionId !== undefined && (
          <ReconnectIntroScreen
            connectionId={connectionId}
            onConsent={connect.consent}
            onShare={() => openShare()}
          />
        )
      )
  }
}

interface LaterAnnouncementProps {
  phase: ConnectPhase
  /** What is said without this. */
  early: string
}

/** What the live region says from Nectar's page on. */
export function LaterAnnouncement({ phase, early }: LaterAnnouncementProps) {
  const isOnline = useOnline()
  const submitted = useSubmittedStates(phase)
  const { messages } = useSettings(enLater)
  return <span>{words()}</span>

  function words(): string {
    if (!isOnline && isOpened(phase)) return messages.frame.offline
    switch (phase.status) {
      case 'expiring':
        return messages.frame.expiringSpoken
      case 'submitted':
        return submitted
          .map(({ providerName, state }) => {
            const { word } = messages.status[state.words]
            return providerName === null ? word : `${providerName}: ${word}`
          })
          .join('. ')
      case 'expired':
        return phase.cause === 'time' ? messages.expired.title : messages.expired.interruptedTitle
      default:
        return early
    }
  }
}

/** Before a frame is mounted in a small slot. `onShare` sends the link to another device of the same person. */
export function NarrowScreen({ onAnyway, onShare }: { onAnyway: () => void; onShare: () => void }) {
  const { messages } = useSettings(enLater)
  const { close, presentation } = useDialog()
  const sharing = useSharing()
  const words = messages.narrow
  const canMail = sharing !== null && sharing.mail !== null
  return (
    <Panel
      mark={<Mark icon={MORE_ICONS.laptop} />}
      title={words.title}
      lead={canMail ? words.leadLink : words.lead}
    >
      <Actions>
        {canMail && (
          <Button kind="primary" icon="send" onClick={onShare}>
            {words.send}
          </Button>
        )}
        <Button kind={canMail ? 'secondary' : 'primary'} onClick={onAnyway}>
          {words.anyway}
        </Button>
        {!(canMail && presentation === 'dialog') && (
          <Button kind={canMail ? 'quiet' : 'secondary'} onClick={close}>
            {presentation === 'inline' ? messages.cancel : messages.close}
          </Button>
        )}
      </Actions>
      {canMail && sharing.ownEmail !== null && (
        <p className="nectar-fine">{fine(sharing.ownEmail, sharing.expiresInMs)}</p>
      )}
    </Panel>
  )

  function fine(address: string, lifeMs: number | null): string {
    if (lifeMs === null) return format(words.fineForever, { address })
    const date = formatUntil(messages.locale, Date.now() + lifeMs, new Date())
    return format(words.fine, { address, date })
  }
}
