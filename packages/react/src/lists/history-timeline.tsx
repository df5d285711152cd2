import { useSettings } from '../context/use-settings.ts'
import { isCheckPending } from '../data/pending-check.ts'
import { connectionState, type StatusState } from '../data/status-state.ts'
import { statusWord } from '../data/status-words.ts'
import { type HistoryEntry, historyEntries, useConnectionHistory } from '../data/use-connection-history.ts'
import { useConnection } from '../data/use-connections.ts'
import { usePendingChecks } from '../data/use-known-connections.ts'
import { useNow } from '../data/use-now.ts'
import { enLists } from '../i18n/en-lists.ts'
import { formatDuration, formatMoment } from '../i18n/format-time.ts'
import { format } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { STATUS_ICONS } from '../ui/more-icons.ts'
import { LoadState } from './load-state.tsx'

/** What happened to a connection, newest first, with how long each state lasted. */
export function HistoryTimeline({ connectionId }: { connectionId: string }) {
  const { messages } = useSettings(enLists)
  const history = useConnectionHistory(connectionId)
  const known = useConnection(connectionId)
  const now = useNow()
  const connection = known.status === 'success' ? known.connection : null
  const check = usePendingChecks().get(connection?.id ?? '')
  // A new sign-in that is being checked stands on top, though no status has come of it yet.
  const isChecking = connection !== null && isCheckPending(connection, check, now)
  const words = messages.history
  if (history.status !== 'success') return <LoadState look="history" state={history} words={words} />
  const entries = historyEntries(history.changes)
  if (entries.length === 0 && !isChecking) {
    return (
      <p className="nectar-fine">{connection?.status === 'PENDING' ? words.emptyPending : words.empty}</p>
    )
  }
  return (
    <>
      <ol className="nectar-time">
        {isChecking && check && (
          <Event
            state={connectionState(connection, check, now)}
            at={check.since}
            now={now}
            note={words.checkingAgain}
          />
        )}
        {entries.map((entry) => (
          <Event key={entry.key} state={entry.state} at={entry.at} now={now} note={describe(entry)} />
        ))}
      </ol>
      {history.showOlder && (
        <Button
          kind="quiet"
          size="sm"
          className="nectar-time__older"
          {...(history.isReadingOlder ? { icon: 'spinner' as const } : {})}
          aria-disabled={history.isReadingOlder}
          onClick={() => history.isReadingOlder || history.showOlder?.()}
        >
          {words.showOlder}
        </Button>
      )}
    </>
  )

  function describe({ before, isPause }: HistoryEntry): string {
    const was = before === null ? words.first : sayBefore(before)
    return isPause ? `${was} ${words.paused}` : was
  }

  function sayBefore({ state, lastedMs }: NonNullable<HistoryEntry['before']>): string {
    const word = statusWord(messages, state)
    if (lastedMs === null) return format(words.was, { word })
    return format(words.wasFor, { word, duration: formatDuration(messages.locale, lastedMs) })
  }
}

interface EventProps {
  state: StatusState
  /** ISO 8601. */
  at: string
  /** Milliseconds since the epoch. */
  now: number
  note: string
}

function Event({ state, at, now, note }: EventProps) {
  const { messages } = useSettings(enLists)
  const word = statusWord(messages, state)
  return (
    <li className="nectar-event" data-nectar-tone={state.group} data-nectar-status={state.status}>
      <span className="nectar-event__mark">
        <Icon name={STATUS_ICONS[state.group]} size={14} />
      </span>
      <div className="nectar-event__what">
        <b>{word}</b>
        <p>{note}</p>
      </div>
      <time dateTime={at}>{formatMoment(messages, at, new Date(now))}</time>
    </li>
  )
}
