import { type ConnectPhase, isOpened } from '@nectar-connect/client'
import { useLoad } from '../context/create-load.ts'
import { useSettings } from '../context/use-settings.ts'
import { later } from '../flow/later.ts'
import { enFlow } from '../i18n/en-flow.ts'
import { useUnseen } from '../session/nectar-page.ts'
import { connectionIdOf } from '../session/use-connect-session.ts'
import { type FramePhase, FrameScreen } from './screens/frame-screen.tsx'
import { IntroScreen } from './screens/intro-screen.tsx'
import type { FlowSession } from './use-flow-session.ts'

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

/** Whether a phase has its screen in what is loaded later. */
export function isLaterScreen(phase: ConnectPhase): boolean {
  const size = screenSize(phase)
  return size === 'words' || (size === 'intro' && connectionIdOf(phase) !== undefined)
}

/** The screen of a phase on the way to a new connection, up to Nectar's page in its frame. */
export function ConnectScreen({ connect }: { connect: FlowSession }) {
  const { phase, session } = connect
  if (screenSize(phase) === 'frame') return <FrameScreen phase={phase as FramePhase} session={session} />
  return <IntroScreen onConsent={connect.consent} onShare={() => connect.openShare()} />
}

/** What the one polite live region says: what changes without the focus moving. */
export function Announcement({ phase }: { phase: ConnectPhase }) {
  const isUnseen = useUnseen(phase)
  const { opening, unseen } = useSettings(enFlow).messages.frame
  const { parts } = useLoad(later)
  const early = phase.status === 'requesting' ? opening : isUnseen ? unseen : ''
  return parts ? <parts.LaterAnnouncement phase={phase} early={early} /> : <span>{early}</span>
}
