import { useId, useMemo, useRef } from 'react'
import { ShellProvider } from '../context/dialog-context.ts'
import { useSettings } from '../context/use-settings.ts'
import type { OpenShare, ShareFlow } from '../session/use-share-flow.ts'
import { IconButton } from '../ui/button.tsx'
import { useScreenFocus } from '../ui/use-restore-focus.ts'
import { ModalDialog } from './guest/modal-dialog.tsx'
import { ShareAnnouncer } from './share-announcer.tsx'
import { ShareScreen, shareScreenName, useSharePhase } from './share-screen.tsx'

/** Asking a colleague in a modal dialog of its own. */
export function OpenShareDialog({ open, flow }: { open: OpenShare; flow: ShareFlow }) {
  const { messages } = useSettings()
  const anchor = useRef<HTMLParagraphElement>(null)
  const titleId = useId()
  const { aside, close } = flow
  const { comeBack, stepAside } = aside
  const screen = shareScreenName(useSharePhase(open))
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
