import { useHostName } from '../context/use-host-name.ts'
import { useSettings } from '../context/use-settings.ts'
import type { StatusState } from '../data/status-state.ts'
import { format } from '../i18n/text.tsx'

/** What the status means. */
export function CardSentence({ state }: { state: StatusState }) {
  const { messages } = useSettings()
  const host = useHostName()
  return <p className="nectar-card__say">{format(messages.status[state.words].sentence, { host })}</p>
}
