import {
  type ComponentPropsWithoutRef,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useLatest } from '../context/call-host.ts'
import { ShellProvider, useDialog } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import { useSharing } from '../data/use-connections.ts'
import { formatUntil } from '../i18n/format-time.ts'
import { format } from '../i18n/text.tsx'
import { type ConnectSession, isIdle } from '../session/use-connect-session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Actions, Mark, Panel } from '../ui/panel.tsx'
import { useScreenFocus } from '../ui/use-restore-focus.ts'
import { ConnectScreen, screenSize, useAnnouncement } from './connect-screen.tsx'
import { ModalDialog } from './guest/modal-dialog.tsx'
import { ShareScreen, shareAnnouncement, useSharePhase } from './share-screen.tsx'

/** A window with less than this, in CSS pixels, is a phone's. Nectar's page scrolls sideways a little in one with more. */
const WINDOW_WIDTH = 600

/** The flow in a modal dialog. */
export function OpenConnectDialog({ connect }: { connect: ConnectSession }) {
  return (
    <ConnectShell connect={connect} presentation="dialog">
      {(region, isAside) => <ModalDialog isAside={isAside} onClose={connect.close} {...region} />}
    </ConnectShell>
  )
}

interface ConnectShellProps {
  connect: ConnectSession
  presentation: 'dialog' | 'inline'
  /** Called before the frame is shown, where the window has room for it. */
  beforeFrame?: () => void
  /** Draws the dialog or region, with what belongs to it. */
  children: (region: ComponentPropsWithoutRef<'section'>, isAside: boolean) => ReactNode
}

/** What dialog and inline have in common: the screen of the phase, its close button, focus and announcements. */
export function ConnectShell({ connect, presentation, beforeFrame, children }: ConnectShellProps) {
  const { messages } = useSettings()
  const titleId = useId()
  const { waiting, requireWidth, goOnAnyway, forget } = useMinimumWidth(beforeFrame)
  const { phase, share, close } = connect
  const { comeBack, stepAside } = share.aside
  const asked = share.current
  const askedPhase = useSharePhase(asked)
  const announcement = useAnnouncement(phase)
  const anchor = useRef<HTMLParagraphElement>(null)
  const isWaiting = waiting !== null
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
  // Phases that look the same are one screen: going from one to the other moves no focus.
  const phaseName = screenSize(phase) === 'frame' ? 'frame' : isIdle(phase) ? 'intro' : phase.status
  const askedName = askedPhase?.status === 'done' ? 'share shared' : 'share form'
  const name = askedPhase ? askedName : isWaiting ? 'narrow' : phaseName
  useScreenFocus(anchor, titleId, name, presentation)
  const region = {
    'data-nectar-size': size,
    'data-nectar-phase': asked ? 'share' : phase.status,
    'aria-labelledby': titleId,
    children: (
      <>
        {size !== 'frame' && presentation === 'dialog' && (
          <IconButton className="nectar-close" icon="close" label={messages.close} onClick={shell.close} />
        )}
        {screen()}
        <p key={asked ? 'share' : 'session'} ref={anchor} className="nectar-sr" role="status">
          {askedPhase ? shareAnnouncement(messages, askedPhase) : announcement}
        </p>
      </>
    ),
  }
  return <ShellProvider value={shell}>{children(region, comeBack !== null)}</ShellProvider>

  function screen() {
    // From a row or a card nobody came from anywhere else.
    if (asked && askedPhase)
      return <ShareScreen open={asked} phase={askedPhase} onBack={isIdle(phase) ? null : share.close} />
    if (isWaiting) return <TooNarrowScreen onAnyway={goOnAnyway} onShare={connect.shareWithSelf} />
    return <ConnectScreen connect={connect} />
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

/** Before a frame is mounted in a small slot. `onShare` sends the link to another device of the same person. */
function TooNarrowScreen({ onAnyway, onShare }: { onAnyway: () => void; onShare: () => void }) {
  const { messages } = useSettings()
  const { close, presentation } = useDialog()
  const sharing = useSharing()
  const words = messages.narrow
  const canMail = sharing !== null && sharing.mail !== null
  return (
    <Panel mark={<Mark icon="laptop" />} title={words.title} lead={canMail ? words.leadLink : words.lead}>
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
