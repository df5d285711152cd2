import type { ConnectionView } from '@nectar-connect/contract'
import { formatWhen } from '../messages/format-time.ts'
import type { Messages } from '../messages/messages.ts'
import { fill } from '../messages/text.tsx'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import type { StatusState } from '../status/status-state.ts'

interface CardSinceProps {
  connection: ConnectionView
  state: StatusState
  /** Milliseconds since the epoch. */
  now: number
}

/** Since when it is so, or when it was last heard of. */
export function CardSince({ connection, state, now }: CardSinceProps) {
  const { messages } = useSettings()
  const iso = connection.statusAt ?? connection.updatedAt ?? connection.createdAt
  if (iso === null) return null
  const when = formatWhen(messages.locale, iso, new Date(now))
  return <time dateTime={iso}>{fill(sentence(messages, state), { when })}</time>
}

function sentence({ card, list }: Messages, { group, words }: StatusState): string {
  if (words === 'checkingAgain') return list.updated
  switch (group) {
    case 'needs-you':
      return card.pausedSince
    case 'waiting':
    case 'provider':
      return card.since
    case 'inactive':
      return card.offSince
    case 'healthy':
    case 'unknown':
      return list.updated
    default:
      return group satisfies never
  }
}
