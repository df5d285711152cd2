import { type ConnectPhase, isOpened } from '@nectar-connect/client'
import { useSettings } from '../context/use-settings.ts'
import { useOnline, useUnseen } from '../session/nectar-page.ts'
import type { ConnectSession } from '../session/use-connect-session.ts'
import { EndedScreen, FailedScreen } from './screens/failed-screen.tsx'
import { FrameScreen } from './screens/frame-screen.tsx'
import { IntroScreen, ReconnectIntroScreen } from './screens/intro-screen.tsx'
import { SubmittedScreen, useSubmittedStates } from './screens/submitted-screen.tsx'
import { TabScreen } from './screens/tab-screen.tsx'

/** How much room a phase takes. */
export function screenSize(phase: ConnectPhase): 'words' | 'intro' | 'frame' {
  if (isOpened(phase)) return phase.display === 'tab' ? 'words' : 'frame'
  switch (phase.status) {
    case 'idle':
    case 'closed':
    case 'intro':
      return 'intro'
    case 'requesting':
    case 'expired':
      return 'frame'
    case 'submitted':
    case 'closedByNectar':
    case 'failed':
      return 'words'
    default:
      return phase satisfies never
  }
}

/** The screen of a phase. */
export function ConnectScreen({ connect }: { connect: ConnectSession }) {
  const { phase, session, openShare } = connect
  const choices = { onConsent: connect.consent, onShare: () => openShare() }
  if (isOpened(phase) && phase.display === 'tab') return <TabScreen phase={phase} session={session} />
  switch (phase.status) {
    case 'idle':
    case 'closed':
    case 'intro': {
      const intent = 'intent' in phase ? phase.intent : null
      return intent?.kind === 'reconnect' ? (
        <ReconnectIntroScreen connectionId={intent.connectionId} {...choices} />
      ) : (
        <IntroScreen {...choices} />
      )
    }
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
      return <FrameScreen phase={phase} session={session} />
  }
}

/** What the one polite live region says: what changes without the focus moving. */
export function useAnnouncement(phase: ConnectPhase): string {
  const isOnline = useOnline()
  const isUnseen = useUnseen(phase)
  const submitted = useSubmittedStates(phase)
  const { messages } = useSettings()
  if (!isOnline && isOpened(phase)) return messages.frame.offline
  switch (phase.status) {
    case 'requesting':
      return messages.frame.opening
    case 'open':
      return isUnseen ? messages.frame.unseen : ''
    case 'expiring':
      return messages.frame.expiringSpoken
    case 'submitted':
      return submitted
        .map(({ providerName, state }) => {
          const word = messages.status[state.words].word
          return providerName === null ? word : `${providerName}: ${word}`
        })
        .join('. ')
    case 'expired':
      return phase.cause === 'time' ? messages.expired.title : messages.expired.interruptedTitle
    default:
      return ''
  }
}
