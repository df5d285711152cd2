import { useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import { fill } from '../messages/text.tsx'
import { useSettings } from '../provider/nectar-connect-provider.tsx'
import { Button } from '../ui/button.tsx'
import { ConnectionRow } from './connection-row.tsx'
import type { ListRow } from './list-model.ts'

interface ConnectionRowsProps {
  rows: readonly ListRow[]
  canReconnect: boolean
  onReconnect: (connectionId: string) => void
}

/** So many at first, and so many more on demand. */
const STEP = 50

/** Rows under two headings: what needs somebody, and everything else. Without the first there are no headings. */
export function ConnectionRows({ rows, canReconnect, onReconnect }: ConnectionRowsProps) {
  const { messages } = useSettings()
  const [limit, setLimit] = useState(STEP)
  const shown = rows.slice(0, limit)
  const needsYou = shown.filter(({ state }) => state.group === 'needs-you')
  const others = shown.filter(({ state }) => state.group !== 'needs-you')
  const count = (isNeedsYou: boolean) =>
    rows.filter(({ state }) => (state.group === 'needs-you') === isNeedsYou).length

  const list = (part: readonly ListRow[]) => (
    <ul className="nectar-rows">
      {part.map((row) => (
        <ConnectionRow
          key={row.connection.id}
          row={row}
          canReconnect={canReconnect}
          onReconnect={onReconnect}
        />
      ))}
    </ul>
  )

  return (
    <>
      {needsYou.length > 0 && (
        <>
          <h4 className="nectar-list__group" data-nectar-tone="needs-you">
            <Icon name="needs-you" /> {messages.list.needsYou} <span>{count(true)}</span>
          </h4>
          {list(needsYou)}
          {others.length > 0 && (
            <h4 className="nectar-list__group">
              {messages.list.everythingElse} <span>{count(false)}</span>
            </h4>
          )}
        </>
      )}
      {others.length > 0 && list(others)}
      {rows.length > shown.length && (
        <div className="nectar-list__foot">
          <span>{fill(messages.list.showing, { shown: shown.length, total: rows.length })}</span>
          <Button kind="quiet" size="sm" onClick={() => setLimit(limit + STEP)}>
            {messages.list.showMore}
          </Button>
        </div>
      )}
    </>
  )
}
