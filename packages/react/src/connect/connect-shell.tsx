import { type ReactNode, type RefObject, useEffect, useId, useMemo, useRef } from 'react'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { IconButton } from '../ui/button.tsx'
import { ConnectAnnouncer } from './connect-announcer.tsx'
import { ConnectScreen, screenSize } from './connect-screen.tsx'
import { NarrowScreen } from './screens/narrow-screen.tsx'
import { ShellProvider } from './shell-context.ts'
import type { ConnectSession } from './use-connect-session.ts'
import { useNarrowGate } from './use-narrow-gate.ts'

interface ConnectShellProps {
  connect: ConnectSession
  presentation: 'dialog' | 'inline'
  /** What the frame would have to fit into. */
  measured: RefObject<HTMLElement | null>
  children: (parts: { titleId: string; size: string; content: ReactNode }) => ReactNode
}

/** What dialog and inline have in common: the screen of the phase, its close button, focus and announcements. */
export function ConnectShell({ connect, presentation, measured, children }: ConnectShellProps) {
  const { messages } = useSettings()
  const titleId = useId()
  const gate = useNarrowGate(measured)
  const { phase, session } = connect
  const { close } = session
  const anchor = useRef<HTMLParagraphElement>(null)
  const { whenWide, forget } = gate
  const isWaiting = gate.waiting !== null
  const size = isWaiting ? 'words' : screenSize(phase)
  const shell = useMemo(
    () => ({
      presentation,
      titleId,
      whenWide,
      close() {
        forget()
        close()
      },
    }),
    [presentation, titleId, whenWide, forget, close],
  )
  useHeadingFocus(anchor, titleId, isWaiting ? 'narrow' : screenName(connect), presentation)
  return (
    <ShellProvider value={shell}>
      {children({
        titleId,
        size,
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
            {isWaiting ? <NarrowScreen onAnyway={gate.goOnAnyway} /> : <ConnectScreen connect={connect} />}
            <ConnectAnnouncer ref={anchor} phase={phase} />
          </>
        ),
      })}
    </ShellProvider>
  )
}

/** Phases that look the same are one screen: going from one to the other moves no focus. */
function screenName({ phase }: ConnectSession): string {
  if (screenSize(phase) === 'frame') return 'frame'
  return phase.name === 'idle' || phase.name === 'closed' ? 'intro' : phase.name
}

/** A new screen starts at its heading. Inline, the first screen leaves the focus where it is. */
function useHeadingFocus(
  anchor: RefObject<HTMLElement | null>,
  titleId: string,
  screen: string,
  presentation: 'dialog' | 'inline',
) {
  const last = useRef(presentation === 'inline' ? screen : null)
  useEffect(() => {
    if (last.current === screen) return
    last.current = screen
    const root = anchor.current?.getRootNode()
    if (!(root instanceof Document || root instanceof ShadowRoot)) return
    root.getElementById(titleId)?.focus({ preventScroll: presentation === 'dialog' })
  }, [anchor, titleId, screen, presentation])
}
