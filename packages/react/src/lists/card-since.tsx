import type { ConnectionView } from '@nectar-connect/contract/wire'
import { useSettings } from '../context/use-settings.ts'
import { lastUpdatedAt, statusSince } from '../data/connection-times.ts'
import type { StatusState } from '../data/status-state.ts'
import { formatWhen } from '../i18n/format-time.ts'
import type { Messages } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'

interface CardSinceProps {
  connection: ConnectionView
  state: StatusState
  /** Milliseconds since the epoch. */
  now: number
}

/** Whether bills are collected, and since when; else when it was last heard of. */
export function CardSince({ connection, state, now }: CardSinceProps) {
  const { messages } = useSettings()
  const since = sentence(messages, state)
  const iso = since === null ? lastUpdatedAt(connection) : statusSince(connection)
  if (iso === null) return null
  const when = formatWhen(messages.locale, iso, new Date(now))
  return <time dateTime={iso}>{format(since ?? messages.list.updated, { when })}</time>
}

function sentence({ card }: Messages, { collecting, words }: StatusState): string | null {
  // Since when neither of these is so is not known: the status is of another time.
  if (words === 'checkingAgain' || words === 'inactive') return null
  switch (collecting) {
    case 'paused':
      return card.pausedSince
    case 'not-yet':
      return card.since
    case 'off':
      return card.offSince
    case 'yes':
    case 'unknown':
      return null
    default:
      return collecting satisfies never
  }
}
