import type { ShareButtonProps } from '../button/share-button.tsx'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSettings } from '../context/use-settings.ts'
import { useSharing } from '../data/use-known-connections.ts'
import { enFlow } from '../i18n/en-flow.ts'
import { Button } from '../ui/button.tsx'
import { FlowDialog } from './dialog-embed.tsx'
import { isClosed, useFlowSession } from './use-flow-session.ts'

/** The button that asks a colleague, and its dialog. */
export function ShareEmbed({ label, appearance, className = '', ...options }: ShareButtonProps) {
  const { messages } = useSettings(enFlow)
  const sharing = useSharing()
  const name = `share:${options.connectionId ?? 'new'}`
  const connect = useFlowSession(options, { name, presentation: 'dialog' })
  const isOpen = !isClosed(connect)
  if (!sharing && !isOpen) return null
  return (
    <NectarRoot appearance={appearance} className={`nectar-inline ${className}`}>
      <Button icon="send" aria-haspopup="dialog" onClick={() => connect.openShare()}>
        {label ?? messages.share.ask}
      </Button>
      <FlowDialog connect={connect} />
    </NectarRoot>
  )
}
