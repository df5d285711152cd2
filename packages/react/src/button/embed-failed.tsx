import { useButtonSettings } from '../context/nectar-connect-provider.tsx'
import { Button } from '../ui/button.tsx'
import { isReloadNeeded } from './load-flow.ts'

/** In place of the flow, when its code could not be had. */
export function EmbedFailed({ onRetry }: { onRetry: () => void }) {
  const { messages } = useButtonSettings()
  return (
    <p className="nectar-not-loaded" role="alert">
      <span>{messages.button.notLoaded}</span>{' '}
      <Button size="sm" onClick={onRetry}>
        {messages.tryAgain}
      </Button>{' '}
      {isReloadNeeded() && (
        <Button size="sm" onClick={() => location.reload()}>
          {messages.failed.outdated.reload}
        </Button>
      )}
    </p>
  )
}
