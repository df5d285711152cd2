import { fill } from '../../messages/text.tsx'
import { useHostName } from '../../provider/use-host-name.ts'
import { useSettings } from '../../provider/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'
import { useShell } from '../shell-context.ts'

/** Withdrawn by somebody, or used with nothing to show. There is no "try again": somebody meant it. */
export function EndedScreen({ cause }: { cause: 'revoked' | 'fulfilled' }) {
  const { messages } = useSettings()
  const { close } = useShell()
  const name = useHostName()
  const words = messages.ended
  return (
    <Panel
      mark={<Mark icon={cause === 'revoked' ? 'blocked' : 'check'} />}
      title={cause === 'revoked' ? words.revokedTitle : words.fulfilledTitle}
      lead={fill(cause === 'revoked' ? words.revokedLead : words.fulfilledLead, { host: name })}
    >
      <Actions>
        <Button kind="primary" onClick={close}>
          {messages.close}
        </Button>
      </Actions>
    </Panel>
  )
}
