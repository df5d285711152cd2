import type { ShareButtonProps } from '../button/share-button.tsx'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSharing } from '../data/use-connections.ts'
import { useShareFlow } from '../session/use-share-flow.ts'
import { Button } from '../ui/button.tsx'
import { OpenShareDialog } from './open-share-dialog.tsx'

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
