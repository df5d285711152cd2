import type { StatusGroup } from '@nectar-connect/contract/wire'
import { useEffect, useRef } from 'react'
import { shareOnce } from '../context/share-once.ts'
import { useSettings } from '../context/use-settings.ts'
import { enLists } from '../i18n/en-lists.ts'
import { listFormat, plural } from '../i18n/intl.ts'
import type { MessagesLike } from '../i18n/messages.ts'
import { format } from '../i18n/text.tsx'
import { GROUP_ORDER, type ListRow } from './list-model.ts'
import { statusWord } from './status-words.ts'
import { type ConnectEnvironment, useEnvironment } from './use-environment.ts'

/** Changes that come together are told together. In milliseconds. */
const GATHER_MS = 1_000

/** So many are named; of more, it is said how many there are of each kind. */
const NAMED_AT_MOST = 2

/** A connection as it is told of. */
interface Announcement {
  id: string
  name: string
  word: string
  group: StatusGroup
}

const announcers = shareOnce(
  'announcers',
  () => new WeakMap<ConnectEnvironment, ReturnType<typeof createStatusRegion>>(),
)

/** Says politely what changed in the rows, in one live region for all that share an environment. */
export function StatusAnnouncer({ rows }: { rows: readonly ListRow[] }) {
  const environment = useEnvironment()
  const { messages } = useSettings(enLists)
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const home = place.current
    if (!home) return undefined
    return () => announcers.get(environment)?.leave(home)
  }, [environment])

  useEffect(() => {
    if (!place.current) return
    const region = announcers.get(environment) ?? createStatusRegion()
    announcers.set(environment, region)
    region.report(place.current, rows, messages)
  }, [environment, rows, messages])

  return <div ref={place} className="nectar-sr" />
}

/** The live region: an element that stands in the first place that reports, and moves when that is gone. */
export function createStatusRegion() {
  const element = document.createElement('p')
  element.setAttribute('role', 'status')
  /** What each place shows. */
  const places = new Map<Element, ReadonlyMap<string, Announcement>>()
  const pending = new Map<string, { before: string; now: Announcement }>()
  /** The last word that was told of each. */
  const told = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function note(last: Announcement | undefined, now: Announcement) {
    const { id, word } = now
    // Seen for the first time, it is no news.
    if (!last) return void told.delete(id)
    if (last.word === word) return
    const before = pending.get(id)?.before
    if (before === undefined && told.get(id) === word) return
    pending.set(id, { before: before ?? last.word, now })
  }

  function announce(messages: MessagesLike<typeof enLists>) {
    timer = undefined
    // One that is back where it was is no news.
    const news = [...pending.values()].filter(({ before, now }) => before !== now.word)
    pending.clear()
    for (const { now } of news) told.set(now.id, now.word)
    element.textContent = formatAnnouncement(
      messages,
      news.map(({ now }) => now),
    )
  }

  /** Nothing stays to be read out of what nobody shows, least of all after somebody else signed in. */
  function forget() {
    const isShown = (id: string) => [...places.values()].some((shown) => shown.has(id))
    for (const id of [...pending.keys()].filter((id) => !isShown(id))) pending.delete(id)
    const gone = [...told.keys()].filter((id) => !isShown(id))
    for (const id of gone) told.delete(id)
    if (gone.length > 0 || places.size === 0) element.textContent = ''
    if (pending.size > 0) return
    clearTimeout(timer)
    timer = undefined
  }

  return {
    /** @param place an element that is there for as long as the rows are */
    report(place: Element, rows: readonly ListRow[], messages: MessagesLike<typeof enLists>) {
      if (!element.isConnected) place.append(element)
      const before = places.get(place)
      const shown = rows.map((row) => toAnnouncement(messages, row))
      for (const one of shown) note(before?.get(one.id), one)
      places.set(place, new Map(shown.map((one) => [one.id, one])))
      forget()
      if (pending.size === 0 || timer !== undefined) return
      // Emptied first, so that the same words are read out again when they are true again.
      element.textContent = ''
      timer = setTimeout(announce, GATHER_MS, messages)
    },
    leave(place: Element) {
      places.delete(place)
      forget()
      const [next] = places.keys()
      if (next === undefined || element.parentElement !== place) return
      // Moved with its words, they would be read out once more.
      element.textContent = ''
      next.append(element)
    },
  }
}

function toAnnouncement(
  messages: MessagesLike<typeof enLists>,
  { connection, state }: ListRow,
): Announcement {
  const name = connection.providerName ?? messages.list.unnamed
  return { id: connection.id, name, word: statusWord(messages, state), group: state.group }
}

/** Names and statuses, or of many how many are how. */
function formatAnnouncement(messages: MessagesLike<typeof enLists>, news: readonly Announcement[]): string {
  const { locale, news: words } = messages
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
