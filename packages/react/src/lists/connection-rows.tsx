import { type ReactNode, useState } from 'react'
import { useSettings } from '../context/use-settings.ts'
import type { ListRow } from '../data/list-model.ts'
import type { WaitingLinks } from '../data/use-waiting-links.ts'
import { numberFormat } from '../i18n/formats.ts'
import { format } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ConnectionRow, type RenderName } from './connection-row.tsx'
import { KeepRowFocus } from './keep-row-focus.tsx'

interface ConnectionRowsProps {
  rows: readonly ListRow[]
  /** Milliseconds since the epoch. */
  now: number
  canReconnect: boolean
  onReconnect: (connectionId: string) => void
  /** Null where nobody else can be asked. */
  onAsk: ((connectionId: string) => void) | null
  links: WaitingLinks
  renderName: RenderName
  /** How news gets here, where that is worth a word. */
  note: ReactNode
}

/** So many at first, and so many more on demand. */
const STEP = 50

/** Rows under two headings: what needs somebody, and everything else. Without the first there are no headings. */
export function ConnectionRows({
  rows,
  now,
  canReconnect,
  onReconnect,
  onAsk,
  links,
  renderName,
  note,
}: ConnectionRowsProps) {
  const { messages } = useSettings()
  const [limit, setLimit] = useState(STEP)
  const shown = rows.slice(0, limit)
  const needsYou = shown.filter(({ state }) => state.group === 'needs-you')
  const others = shown.filter(({ state }) => state.group !== 'needs-you')
  const inDigits = (count: number) => numberFormat(messages.locale).format(count)
  const needsYouCount = rows.filter(({ state }) => state.group === 'needs-you').length
  const isCut = rows.length > shown.length

  const list = (part: readonly ListRow[]) => (
    <ul className="nectar-rows">
      {part.map((row) => (
        <ConnectionRow
          key={row.connection.id}
          row={row}
          now={now}
          canReconnect={canReconnect}
          onReconnect={onReconnect}
          onAsk={onAsk}
          link={links.get(row.connection.id)}
          renderName={renderName}
        />
      ))}
    </ul>
  )

  return (
    <KeepRowFocus>
      {needsYou.length > 0 && (
        <>
          <h4 className="nectar-list__group" data-nectar-tone="needs-you">
            <Icon name="needs-you" /> <span>{messages.list.needsYou}</span>{' '}
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
              {messages.list.showMore}
            </Button>
          )}
        </div>
      )}
    </KeepRowFocus>
  )
}
