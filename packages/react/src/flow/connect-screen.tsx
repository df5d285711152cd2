import type { ConnectPhase } from '@nectar-connect/client'
import type { ConnectSession } from '../session/use-connect-session.ts'
import { EndedScreen } from './screens/ended-screen.tsx'
import { FailedScreen } from './screens/failed-screen.tsx'
import { FrameScreen } from './screens/frame-screen.tsx'
import { IntroScreen, ReconnectIntroScreen } from './screens/intro-screen.tsx'
import { SubmittedScreen } from './screens/submitted-screen.tsx'
import { TabScreen } from './screens/tab-screen.tsx'

/** How much room a phase takes. */
export type ScreenSize = 'words' | 'intro' | 'frame'

export function screenSize(phase: ConnectPhase): ScreenSize {
  switch (phase.status) {
    case 'idle':
    case 'closed':
    case 'intro':
      return 'intro'
    case 'requesting':
    case 'expired':
      return 'frame'
    case 'loading':
    case 'open':
    case 'expiring':
    case 'checking':
      return phase.display === 'tab' ? 'words' : 'frame'
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
  const { phase, session } = connect
  switch (phase.status) {
    case 'idle':
    case 'closed':
      return <IntroScreen onConsent={connect.consent} onShare={connect.openShare} />
    case 'intro':
      return phase.intent.kind === 'reconnect' ? (
        <ReconnectIntroScreen
          connectionId={phase.intent.connectionId}
          onConsent={connect.consent}
          onShare={connect.openShare}
        />
      ) : (
        <IntroScreen onConsent={connect.consent} onShare={connect.openShare} />
      )
    case 'requesting':
    case 'expired':
      return <FrameScreen phase={phase} session={session} />
    case 'loading':
    case 'open':
    case 'expiring':
    case 'checking':
      return phase.display === 'tab' ? (
        <TabScreen phase={phase} session={session} />
      ) : (
        <FrameScreen phase={phase} session={session} />
      )
    case 'submitted':
      return (
        <SubmittedScreen
          phase={phase}
          onTryAgain={connect.reconnect}
          onAnother={connect.connectAnother}
          onAsk={(connectionId) => connect.openShare({ connectionId })}
        />
      )
    case 'closedByNectar':
      return <EndedScreen cause={phase.reason} />
    case 'failed':
      return <FailedScreen phase={phase} session={session} />
    default:
      return phase satisfies never
  }
}
