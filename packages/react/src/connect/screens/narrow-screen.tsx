import { useSettings } from '../../provider/nectar-connect-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Mark, Panel } from '../../ui/panel.tsx'
import { useShell } from '../shell-context.ts'

/** Before a frame is mounted in a small slot. */
export function NarrowScreen({ onAnyway }: { onAnyway: () => void }) {
  const { messages } = useSettings()
  const { close, presentation } = useShell()
  const words = messages.narrow
  return (
    <Panel mark={<Mark icon="laptop" />} title={words.title} lead={words.lead}>
      <Actions>
        <Button kind="primary" onClick={onAnyway}>
          {words.anyway}
        </Button>
        <Button onClick={close}>{presentation === 'inline' ? messages.cancel : messages.close}</Button>
      </Actions>
    </Panel>
  )
}
