import type { StatusGroup } from '@nectar-connect/contract/wire'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useSettings } from '../context/use-settings.ts'
import type { Messages } from '../i18n/messages.ts'
import { format, listFormat, plural } from '../i18n/text.tsx'
import { GROUP_ORDER, type ListRow } from './list-model.ts'
import { type Announcement, statusNewsOf } from './status-announcements.ts'
import { statusWord } from './status-state.ts'
import { useEnvironment } from './use-environment.ts'

/** So many are named; of more, it is said how many there are of each kind. */
const NAMED_AT_MOST = 2

/**
 * Says politely what changed in the rows that are shown, without the focus moving. Of all on a page one speaks, for all
 * of them.
 */
export function StatusAnnouncer({ rows }: { rows: readonly ListRow[] }) {
  const environment = useEnvironment()
  const { messages } = useSettings()
  const news = statusNewsOf(environment)
  const [place] = useState(() => ({}))
  const speaker = useSyncExternalStore(news.speaker.subscribe, news.speaker.get, () => null)
  const current = useSyncExternalStore(news.current.subscribe, news.current.get, () => NOTHING)

  useEffect(() => {
    news.enter(place)
    return () => news.leave(place)
  }, [news, place])

  useEffect(() => {
    news.show(
      place,
      rows.map((row) => toAnnouncement(messages, row)),
    )
  }, [news, place, rows, messages])

  if (speaker !== place) return null
  return (
    <p className="nectar-sr" role="status">
      {formatAnnouncement(messages, current)}
    </p>
  )
}

const NOTHING: readonly Announcement[] = []

function toAnnouncement(messages: Messages, { connection, state }: ListRow): Announcement {
  const name = connection.providerName ?? messages.list.unnamed
  const word = statusWord(messages, state)
  return { id: connection.id, name, word, group: state.group }
}

/** What is said: names and statuses, or of many how many are how. */
export function formatAnnouncement(messages: Messages, news: readonly Announcement[]): string {
  const { locale, news: words } = messages
  if (news.length === 0) return ''
  if (news.length <= NAMED_AT_MOST) {
    return news.map(({ name, word }) => format(words.one, { name, word })).join('. ')
  }
  const count = (group: StatusGroup) => news.filter((told) => told.group === group).length
  const groups = GROUP_ORDER.filter((group) => count(group) > 0).map((group) =>
    plural(locale, words.groups[group], count(group)),
  )
  const list = listFormat(locale, { type: 'unit', style: 'short' }).format(groups)
  return format(plural(locale, words.many, news.length), { groups: list })
}
