import type { ShareButtonProps } from '../button/share-button.tsx'
import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSharing } from '../data/use-connections.ts'
import { useConnectSession } from '../session/use-connect-session.ts'
import { Button } from '../ui/button.tsx'
import { OpenConnectDialog } from './connect-shell.tsx'

/** The button that asks a colleague, and its dialog. */
export function ShareEmbed({ label, appearance, className = '', ...options }: ShareButtonProps) {
  const { messages } = useButtonSettings()
  const sharing = useSharing()
  const name = `share:${options.connectionId ?? 'new'}`
  const connect = useConnectSession(options, { name, presentation: 'dialog' })
  const isOpen = connect.share.current !== null
  if (!sharing && !isOpen) return null
  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <Button icon="send" aria-haspopup="dialog" onClick={() => connect.openShare()}>
        {label ?? messages.share.ask}
      </Button>
      {isOpen && <OpenConnectDialog connect={connect} />}
    </NectarRoot>
  )
}
