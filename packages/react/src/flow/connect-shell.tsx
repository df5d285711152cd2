import {
  type ComponentPropsWithoutRef,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useLoad } from '../context/create-load.ts'
import { ShellProvider } from '../context/dialog-context.ts'
import { useLatest } from '../context/use-latest.ts'
import { useSettings } from '../context/use-settings.ts'
import { later } from '../flow/later.ts'
import { enFlow } from '../i18n/en-flow.ts'
import { isIdle } from '../session/use-connect-session.ts'
import { IconButton } from '../ui/button.tsx'
import { Skeleton } from '../ui/plain.tsx'
import { useScreenFocus } from '../ui/use-restore-focus.ts'
import { WhenLoaded } from '../ui/when-loaded.tsx'
import { Announcement, ConnectScreen, isLaterScreen, screenSize } from './connect-screen.tsx'
import { ModalDialog } from './guest/modal-dialog.tsx'
import type { FlowSession } from './use-flow-session.ts'
import { useSharePhase } from './use-share-flow.ts'

/** A window with less than this, in CSS pixels, is a phone's. Nectar's page scrolls sideways a little in one with more. */
const WINDOW_WIDTH = 600

/** The flow in a modal dialog. */
export function OpenConnectDialog({ connect }: { connect: FlowSession }) {
  return (
    <ConnectShell connect={connect} presentation="dialog">
      {(region, isAside) => <ModalDialog isAside={isAside} onClose={connect.close} {...region} />}
    </ConnectShell>
  )
}

interface ConnectShellProps {
  connect: FlowSession
  presentation: 'dialog' | 'inline'
  /** Called before the frame is shown, where the window has room for it. */
  beforeFrame?: () => void
  /** Draws the dialog or region, with what belongs to it. */
  children: (region: ComponentPropsWithoutRef<'section'>, isAside: boolean) => ReactNode
}

/** What dialog and inline have in common: the screen of the phase, its close button, focus and announcements. */
export function ConnectShell({ connect, presentation, beforeFrame, children }: ConnectShellProps) {
  const { messages } = useSettings(enFlow)
  const titleId = useId()
  const { waiting, requireWidth, goOnAnyway, forget } = useMinimumWidth(beforeFrame)
  const { phase, share, close } = connect
  const { comeBack, stepAside } = share.aside
  const asked = share.current
  const askedPhase = useSharePhase(asked)
  const anchor = useRef<HTMLParagraphElement>(null)
  const isNarrow = waiting !== null
  const size = isNarrow || share.isOpen ? 'words' : screenSize(phase)
  const needsLater = isNarrow || share.isOpen || isLaterScreen(phase)
  const { parts } = useLoad(later, needsLater || phase.status === 'open')
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
  // Phases that look the same are one screen: going from one to the other moves no focus.
  const phaseName = screenSize(phase) === 'frame' ? 'frame' : isIdle(phase) ? 'intro' : phase.status
  const askedName = askedPhase?.status === 'done' ? 'share shared' : 'share form'
  const ownName = share.isOpen ? askedName : isNarrow ? 'narrow' : phaseName
  const name = needsLater && !parts ? 'not loaded' : ownName
  useScreenFocus(anchor, titleId, name, presentation)
  const region = {
    'data-nectar-size': size,
    'data-nectar-phase': share.isOpen ? 'share' : phase.status,
    'aria-labelledby': titleId,
    children: (
      <>
        {size !== 'frame' && presentation === 'dialog' && (
          <IconButton className="nectar-close" icon="close" label={messages.close} onClick={shell.close} />
        )}
        {screen()}
        <p key={share.isOpen ? 'share' : 'session'} ref={anchor} className="nectar-sr" role="status">
          {share.isOpen ? (
            parts && askedPhase && <parts.ShareAnnouncement phase={askedPhase} />
          ) : (
            <Announcement phase={phase} />
          )}
        </p>
      </>
    ),
  }
  return <ShellProvider value={shell}>{children(region, comeBack !== null)}</ShellProvider>

  function screen() {
    if (!needsLater) return <ConnectScreen connect={connect} />
    return (
      <WhenLoaded of={later} fallback={<Skeleton />}>
        {({ ShareScreen, NarrowScreen, LaterScreen }) => {
          if (asked && askedPhase) {
            // From a row or a card nobody came from anywhere else.
            return <ShareScreen open={asked} phase={askedPhase} onBack={isIdle(phase) ? null : share.close} />
          }
          if (isNarrow) return <NarrowScreen onAnyway={goOnAnyway} onShare={connect.shareWithSelf} />
          return <LaterScreen connect={connect} />
        }}
      </WhenLoaded>
    )
  }
}

/** Holds back what needs a frame while the window has no room for it, unless the customer wants it all the same. */
function useMinimumWidth(beforeFrame?: () => void) {
  const [waiting, setWaiting] = useState<(() => void) | null>(null)
  const latest = useLatest(beforeFrame)
  const forget = useCallback(() => setWaiting(null), [])
  const requireWidth = useCallback(
    (action: () => void) => {
      if (document.documentElement.clientWidth < WINDOW_WIDTH) return setWaiting(() => action)
      latest.current?.()
      action()
    },
    [latest],
  )
  function goOnAnyway() {
    forget()
    waiting?.()
  }
  return { waiting, requireWidth, goOnAnyway, forget }
}
