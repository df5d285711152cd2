import { useDialog } from '../../context/dialog-context.ts'
import { useSettings } from '../../context/use-settings.ts'
import { useSharing } from '../../data/use-connections.ts'
import { formatUntil } from '../../i18n/format-time.ts'
import { format } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'

interface NarrowScreenProps {
  onAnyway: () => void
  /** Sends the link to another device of the same person. */
  onShare: () => void
}

/** Before a frame is mounted in a small slot. */
export function TooNarrowScreen({ onAnyway, onShare }: NarrowScreenProps) {
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
        <Fine address={sharing.ownEmail} lifeMs={sharing.expiresInMs} />
      )}
    </Panel>
  )
}

function Fine({ address, lifeMs }: { address: string; lifeMs: number | null }) {
  const { messages } = useSettings()
  const { fine, fineForever } = messages.narrow
  if (lifeMs === null) return <p className="nectar-fine">{format(fineForever, { address })}</p>
  const date = formatUntil(messages.locale, Date.now() + lifeMs, new Date())
  return <p className="nectar-fine">{format(fine, { address, date })}</p>
}
