import type { Appearance } from '../context/appearance.ts'
import { Guard } from '../context/guard.tsx'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSharing } from '../data/use-sharing.ts'
import { type ShareCallbacks, useShareFlow } from '../session/use-share-flow.ts'
import { Button } from '../ui/button.tsx'
import { ShareDialog } from './share-dialog.tsx'

/** Props of `<ShareButton/>`. */
export interface ShareButtonProps extends ShareCallbacks {
  /** Ask for a new sign-in to this connection, instead of a new account. */
  connectionId?: string | undefined
  /** Handed to the host's invitation policy on the server, after the host's schema has accepted it. */
  input?: Record<string, unknown> | undefined
  /** The button's words, where the default does not fit. */
  label?: string | undefined
  appearance?: Appearance | undefined
  className?: string | undefined
}

/**
 * Opens the form that sends a colleague a link, without the way through `<NectarConnect/>`. Shows nothing where the
 * signed-in user may not ask, or the server does not offer it.
 *
 * @example <ShareButton label="Ask the landlord" input={{ siteId: 'site-1' }} />
 */
export function ShareButton(props: ShareButtonProps) {
  return (
    <Guard>
      <AskButton {...props} />
    </Guard>
  )
}

function AskButton({ connectionId, input, label, appearance, className = '', onShared }: ShareButtonProps) {
  const { messages } = useButtonSettings()
  const sharing = useSharing()
  const flow = useShareFlow({ connectionId, input, onShared })
  if (!sharing && !flow.current) return null
  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <Button icon="send" aria-haspopup="dialog" onClick={() => flow.open()}>
        {label ?? messages.share.ask}
      </Button>
      <ShareDialog flow={flow} />
    </NectarRoot>
  )
}
