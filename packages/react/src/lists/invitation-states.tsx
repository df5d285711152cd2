import { useSettings } from '../context/use-settings.ts'
import { Button } from '../ui/button.tsx'
import { Mark } from '../ui/panel.tsx'

/** @param onAsk null where the signed-in user may not. */
export function InvitationsEmpty({ onAsk }: { onAsk: (() => void) | null }) {
  const { messages } = useSettings()
  const words = messages.invitations
  return (
    <div className="nectar-empty">
      <Mark icon="send" />
      <div className="nectar-empty__words">
        <h4>{words.emptyTitle}</h4>
        <p className="nectar-lead">{words.emptyLead}</p>
      </div>
      {onAsk && (
        <Button kind="primary" icon="send" aria-haspopup="dialog" onClick={onAsk}>
          {messages.share.ask}
        </Button>
      )}
    </div>
  )
}

export function InvitationsNoMatch({ onShowAll }: { onShowAll: () => void }) {
  const { messages } = useSettings()
  return (
    <div className="nectar-empty" role="status">
      <h4>{messages.invitations.noMatchTitle}</h4>
      <Button onClick={onShowAll}>{messages.invitations.showAll}</Button>
    </div>
  )
}
