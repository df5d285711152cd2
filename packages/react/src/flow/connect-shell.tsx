import { type ReactNode, useId, useMemo, useRef } from 'react'
import { ShellProvider } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import { isIdle } from '../session/is-idle.ts'
import type { ConnectSession } from '../session/use-connect-session.ts'
import { useMinimumWidth } from '../session/use-minimum-width.ts'
import { IconButton } from '../ui/button.tsx'
import { useScreenFocus } from '../ui/use-restore-focus.ts'
import { ConnectAnnouncer } from './connect-announcer.tsx'
import { ConnectScreen, screenSize } from './connect-screen.tsx'
import { TooNarrowScreen } from './screens/too-narrow-screen.tsx'
import { ShareAnnouncer, ShareScreen, useShareScreen } from './share-screen.tsx'

interface ConnectShellProps {
  connect: ConnectSession
  presentation: 'dialog' | 'inline'
  /** Called before the frame is shown, where the window has room for it. */
  beforeFrame?: () => void
  children: (parts: { titleId: string; size: string; isAside: boolean; content: ReactNode }) => ReactNode
}

/** What dialog and inline have in common: the screen of the phase, its close button, focus and announcements. */
export function ConnectShell({ connect, presentation, beforeFrame, children }: ConnectShellProps) {
  const { messages } = useSettings()
  const titleId = useId()
  const gate = useMinimumWidth(beforeFrame)
  const { phase, share, close } = connect
  const { comeBack, stepAside } = share.aside
  const asked = share.current
  const askedScreen = useShareScreen(asked)
  const anchor = useRef<HTMLParagraphElement>(null)
  const { requireWidth, forget } = gate
  const isWaiting = gate.waiting !== null
  const size = isWaiting || asked ? 'words' : screenSize(phase)
  const shell = useMemo(
    () => ({
      presentation,
      titleId,
      requireWidth,
      stepAside,
      close() {
        forget()
        close()
      },
    }),
    [presentation, titleId, requireWidth, stepAside, forget, close],
  )
  useScreenFocus(
    anchor,
    titleId,
    askedScreen === null ? screenName(connect, isWaiting) : `share ${askedScreen}`,
    presentation,
  )
  return (
    <ShellProvider value={shell}>
      {children({
        titleId,
        size,
        isAside: comeBack !== null,
        content: (
          <>
            {size !== 'frame' && presentation === 'dialog' && (
              <IconButton
                className="nectar-close"
                icon="close"
                label={messages.close}
                onClick={shell.close}
              />
            )}
            {screen()}
            {asked ? (
              <ShareAnnouncer ref={anchor} open={asked} />
            ) : (
              <ConnectAnnouncer ref={anchor} phase={phase} />
            )}
          </>
        ),
      })}
    </ShellProvider>
  )

  function screen() {
    // From a row or a card nobody came from anywhere else.
    if (asked) return <ShareScreen open={asked} onBack={isIdle(phase) ? null : share.close} />
    if (isWaiting) return <TooNarrowScreen onAnyway={gate.goOnAnyway} onShare={connect.shareWithSelf} />
    return <ConnectScreen connect={connect} />
  }
}

/** Phases that look the same are one screen: going from one to the other moves no focus. */
function screenName({ phase }: ConnectSession, isWaiting: boolean): string {
  if (isWaiting) return 'narrow'
  if (screenSize(phase) === 'frame') return 'frame'
  return isIdle(phase) ? 'intro' : phase.status
}
