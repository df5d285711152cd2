import type { ConnectionView, InvitationView } from '@nectar-connect/contract/wire'
import { memo, type ReactNode, useRef, useState } from 'react'
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
  links: WaitingLinks
  /** How news gets here, where that is worth a word. */
  note: string | null
}

/** So many at first, and so many more on demand. */
const STEP = 50

/** Rows under two headings: what needs somebody, and everything else. Without the first there are no headings. */
export function ConnectionRows({ rows, links, note, ...common }: ConnectionRowsProps) {
  const { messages } = useSettings(enLists)
  const [limit, setLimit] = useState(STEP)
  const root = useRef<HTMLDivElement>(null)
  useRestoreFocus({ region: () => root.current, findNext: findRow })
  const shown = rows.slice(0, limit)
  const needsYou = shown.filter(({ state }) => state.group === 'needs-you')
  const others = shown.filter(({ state }) => state.group !== 'needs-you')
  const inDigits = (count: number) => numberFormat(messages.locale).format(count)
  const needsYouCount = rows.filter(({ state }) => state.group === 'needs-you').length
  const isCut = rows.length > shown.length

  const list = (part: readonly ListRow[]) => (
    <ul className="nectar-rows">
      {part.map((row) => (
        <ConnectionRow key={row.connection.id} row={row} link={links.get(row.connection.id)} {...common} />
      ))}
    </ul>
  )

  return (
    <div ref={root}>
      {needsYou.length > 0 && (
        <>
          <h4 className="nectar-list__group" data-nectar-tone="needs-you">
            <Icon name={STATUS_ICONS['needs-you']} /> <span>{messages.list.groups['needs-you']}</span>{' '}
            <span className="nectar-count">{inDigits(needsYouCount)}</span>
          </h4>
          {list(needsYou)}
          {others.length > 0 && (
            <h4 className="nectar-list__group">
              <span>{messages.list.everythingElse}</span>{' '}
              <span className="nectar-count">{inDigits(rows.length - needsYouCount)}</span>
            </h4>
          )}
        </>
      )}
      {others.length > 0 && list(others)}
      {(isCut || note) && (
        <div className="nectar-list__foot">
          <span>
            {isCut &&
              format(messages.list.showing, { shown: inDigits(shown.length), total: inDigits(rows.length) })}
          </span>
          {note && <span className="nectar-list__note">{note}</span>}
          {isCut && (
            <Button kind="quiet" size="sm" onClick={() => setLimit(limit + STEP)}>
              {messages.showMore}
            </Button>
          )}
        </div>
      )}
    </div>
  )
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
    // Takes the focus only when the button that had it is gone.
    <li className="nectar-row" tabIndex={-1} data-nectar-connection={id} data-nectar-group={state.group}>
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
    </li>
  )
})
