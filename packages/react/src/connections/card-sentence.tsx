import { fill } from '../messages/text.tsx'
import { useHostName } from '../provider/use-host-name.ts'
import { useSettings } from '../provider/use-settings.ts'
import type { StatusState } from '../status/status-state.ts'

/** What the status means. */
export function CardSentence({ state }: { state: StatusState }) {
  const { messages } = useSettings()
  const host = useHostName()
  return <p className="nectar-card__say">{fill(messages.status[state.words].sentence, { host })}</p>
}
