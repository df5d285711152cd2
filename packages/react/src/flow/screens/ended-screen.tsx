import { useDialog } from '../../context/dialog-context.ts'
import { useHostName, useSettings } from '../../context/use-settings.ts'
import { format } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'

/** Revoked by somebody, or used with nothing to show. There is no "try again": somebody meant it. */
export function EndedScreen({ cause }: { cause: 'revoked' | 'fulfilled' }) {
  const { messages } = useSettings()
  const { close } = useDialog()
  const name = useHostName()
  const words = messages.ended
  return (
    <Panel
      mark={<Mark icon={cause === 'revoked' ? 'blocked' : 'check'} />}
      title={cause === 'revoked' ? words.revokedTitle : words.fulfilledTitle}
      lead={format(cause === 'revoked' ? words.revokedLead : words.fulfilledLead, { host: name })}
    >
      <Actions>
        <Button kind="primary" onClick={close}>
          {messages.close}
        </Button>
      </Actions>
    </Panel>
  )
}
