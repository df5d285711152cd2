import { useId, useMemo, useRef } from 'react'
import type { ShareButtonProps } from '../button/share-button.tsx'
import { ShellProvider } from '../context/dialog-context.ts'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSettings } from '../context/use-settings.ts'
import { useSharing } from '../data/use-connections.ts'
import { type OpenShare, type ShareFlow, useShareFlow } from '../session/use-share-flow.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useScreenFocus } from '../ui/use-restore-focus.ts'
import { ModalDialog } from './guest/modal-dialog.tsx'
import { ShareAnnouncer, ShareScreen, useShareScreen } from './share-screen.tsx'

/** The button that asks a colleague, and its dialog. */
export function ShareEmbed({
  connectionId,
  input,
  label,
  appearance,
  className = '',
  onShared,
}: ShareButtonProps) {
  const { messages } = useButtonSettings()
  const sharing = useSharing()
  const flow = useShareFlow({ connectionId, input, onShared })
  if (!sharing && !flow.current) return null
  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <Button icon="send" aria-haspopup="dialog" onClick={() => flow.open()}>
        {label ?? messages.share.ask}
      </Button>
      {flow.current && <OpenShareDialog open={flow.current} flow={flow} />}
    </NectarRoot>
  )
}

/** Asking a colleague in a modal dialog of its own. */
export function OpenShareDialog({ open, flow }: { open: OpenShare; flow: ShareFlow }) {
  const { messages } = useSettings()
  const anchor = useRef<HTMLParagraphElement>(null)
  const titleId = useId()
  const { aside, close } = flow
  const { comeBack, stepAside } = aside
  const screen = useShareScreen(open) ?? ''
  useScreenFocus(anchor, titleId, `share ${screen}`, 'dialog')
  const shell = useMemo(
    () => ({
      presentation: 'dialog' as const,
      titleId,
      close,
      requireWidth: (action: () => void) => action(),
      stepAside,
    }),
    [titleId, stepAside, close],
  )
  return (
    <ShellProvider value={shell}>
      <ModalDialog
        isAside={comeBack !== null}
        onClose={close}
        data-nectar-size="words"
        data-nectar-share={screen}
        aria-labelledby={titleId}
      >
        <IconButton className="nectar-close" icon="close" label={messages.close} onClick={close} />
        <ShareScreen open={open} onBack={null} />
        <ShareAnnouncer ref={anchor} open={open} />
      </ModalDialog>
    </ShellProvider>
  )
}
