import { useSettings } from '../context/use-settings.ts'
import { Button } from '../ui/button.tsx'

/** To where the person came from. */
export function BackButton({ onBack }: { onBack: () => void }) {
  const { messages } = useSettings()
  return (
    <Button className="nectar-back" kind="quiet" size="sm" icon="back" onClick={onBack}>
      {messages.share.back}
    </Button>
  )
}
