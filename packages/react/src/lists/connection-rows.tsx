import type { ConnectionView, InvitationView } from '@nectar-connect/contract/wire'
import { memo, type ReactNode, useCallback, useRef, useState } from 'react'
import { askHost } from '../context/call-host.ts'
import { useSettings } from '../context/use-settings.ts'
import type { ListRow } from '../data/list-model.ts'
import { lastUpdatedAt } from '../data/status-state.ts'
import { pendingInvitationSentence, useStatusSentence } from '../data/status-words.ts'
import type { WaitingLinks } from '../data/use-invitations.ts'
import { enLists } from '../i18n/en-lists.ts'
import { numberFormat } from '../i18n/intl.ts'
import { format } from '../i18n/text.tsx'
import type { PreloadTriggers } from '../session/nectar-page.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { STATUS_ICONS } from '../ui/more-icons.ts'
import { useRestoreFocus } from '../ui/use-restore-focus.ts'
import { ConnectionName, MendButtons, TimeSentence } from './connection-parts.tsx'
import { StatusBadge } from './connection-status-badge.tsx'

/** What all rows have in common. */
interface RowProps {
  /** Milliseconds since the epoch. */
  now: number
  canReconnect: boolean
  onReconnect: (connectionId: string) => void
  /** Null where nobody else can be asked. */
  onAsk: ((connectionId: string) => void) | null
  triggers: PreloadTriggers
  renderName: ((connection: ConnectionView, name: string) => ReactNode) | undefined
}

interface ConnectionRowsProps extends RowProps {
  rows: readonly ListRow[]
  /** Of these rows, those that a filter leaves. */
  found: readonly ListRow[]
  links: WaitingLinks
  /** How news gets here, where that is worth a word. */
  note: string | null
}

/** So many at first, and so many more on demand. */
const STEP = 50

/**
 * Rows under two headings: what needs somebody, and everything else. Without the first there are no headings. Rows that
 * were on screen before a filter stay, hidden, so that they need not be made again once it is gone.
 */
export function ConnectionRows({ rows, found, links, note, ...common }: ConnectionRowsProps) {
  const { messages } = useSettings(enLists)
  const [limit, setLimit] = useState(STEP)
  const root = useRef<HTMLDivElement>(null)
  useRestoreFocus({ region: () => root.current, findNext: findRow })
  const shown = new Set(found.slice(0, limit))
  const drawn = rows.filter((row, index) => index < limit || shown.has(row))
  const needsYou = drawn.filter(isUrgent)
  const others = drawn.filter((row) => !isUrgent(row))
  const inDigits = (count: number) => numberFormat(messages.locale).format(count)
  const needsYouCount = found.filter(isUrgent).length
  const showMore = useCallback(() => setLimit((before) => before + STEP), [])
  const isShown = (row: ListRow) => shown.has(row)

  const list = (part: readonly ListRow[]) => (
    <ul className="nectar-rows" hidden={!part.some(isShown)}>
      {part.map((row) => (
        // Takes the focus only when the button that had it is gone.
        <li
          key={row.connection.id}
          className="nectar-row"
          hidden={!isShown(row)}
          tabIndex={-1}
          data-nectar-connection={row.connection.id}
          data-nectar-group={row.state.group}
        >
          <ConnectionRow row={row} link={links.get(row.connection.id)} {...common} />
        </li>
      ))}
    </ul>
  )

  return (
    <div ref={root} hidden={shown.size === 0}>
      {needsYou.length > 0 && (
        <>
          <h4 className="nectar-list__group" data-nectar-tone="needs-you" hidden={needsYouCount === 0}>
            <Icon name={STATUS_ICONS['needs-you']} /> <span>{messages.list.groups['needs-you']}</span>{' '}
            <span className="nectar-count">{inDigits(needsYouCount)}</span>
          </h4>
          {list(needsYou)}
          <h4 className="nectar-list__group" hidden={needsYouCount === 0 || !others.some(isShown)}>
            <span>{messages.list.everythingElse}</span>{' '}
            <span className="nectar-count">{inDigits(found.length - needsYouCount)}</span>
          </h4>
        </>
      )}
      {others.length > 0 && list(others)}
      <ListFoot shown={shown.size} total={found.length} note={note} onMore={showMore} />
    </div>
  )
}

interface ListFootProps {
  shown: number
  total: number
  note: string | null
  onMore: () => void
}

const ListFoot = memo(function ListFoot({ shown, total, note, onMore }: ListFootProps) {
  const { messages } = useSettings(enLists)
  const inDigits = (count: number) => numberFormat(messages.locale).format(count)
  const isCut = total > shown
  if (!isCut && !note) return null
  return (
    <div className="nectar-list__foot">
      <span>
        {isCut && format(messages.list.showing, { shown: inDigits(shown), total: inDigits(total) })}
      </span>
      {note && <span className="nectar-list__note">{note}</span>}
      {isCut && (
        <Button kind="quiet" size="sm" onClick={onMore}>
          {messages.showMore}
        </Button>
      )}
    </div>
  )
})

function isUrgent({ state }: ListRow): boolean {
  return state.group === 'needs-you'
}

/** React moves rows within a list, but one that goes to the other list is a new element. */
function findRow(region: HTMLElement, lost: readonly Element[]): HTMLElement | null {
  const id = lost.map((element) => element.getAttribute('data-nectar-connection')).find((known) => known)
  const row = id ? region.querySelector<HTMLElement>(`[data-nectar-connection="${CSS.escape(id)}"]`) : null
  return row?.querySelector<HTMLElement>('button') ?? row
}

interface ConnectionRowProps extends RowProps {
  row: ListRow
  /** What a colleague was sent to mend it, and still waits for them. */
  link: InvitationView | undefined
}

/** One connection: which utility and sites, how it fares, and what can be done. */
const ConnectionRow = memo(function ConnectionRow({
  row: { connection, state },
  now,
  canReconnect,
  onReconnect,
  onAsk,
  triggers,
  link,
  renderName,
}: ConnectionRowProps) {
  const { messages } = useSettings(enLists)
  const sentence = useStatusSentence(state)
  const { id, providerName } = connection
  const name = providerName ?? messages.list.unnamed
  return (
    <>
      <ConnectionName connection={connection}>
        {renderName ? askHost<[ConnectionView, string], ReactNode>(renderName, name, connection, name) : name}
      </ConnectionName>
      <div className="nectar-row__state">
        <StatusBadge state={state} />
        <p>
          {link && state.reconnectHelps ? pendingInvitationSentence(messages, link, new Date(now)) : sentence}
        </p>
      </div>
      <div className="nectar-row__end">
        {state.reconnectHelps && (canReconnect || onAsk) ? (
          <MendButtons
            connection={connection}
            onReconnect={canReconnect ? () => onReconnect(id) : null}
            onAsk={onAsk && (() => onAsk(id))}
            triggers={triggers}
          />
        ) : (
          <TimeSentence message={messages.list.updated} iso={lastUpdatedAt(connection)} now={now} />
        )}
      </div>
    </>
  )
})
