import { fill } from '../messages/text.tsx'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { useHostName } from '../provider/use-host-name.ts'
import type { StatusState } from '../status/status-state.ts'

/** What the status means. */
export function CardSentence({ state }: { state: StatusState }) {
  const { messages } = useSettings()
  const host = useHostName()
  return <p className="nectar-card__say">{fill(messages.status[state.words].sentence, { host })}</p>
}
