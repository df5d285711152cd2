import { useState, useSyncExternalStore } from 'react'
import { ConnectDialog } from '../connect/connect-dialog.tsx'
import { type NectarConnectCallbacks, useConnectSession } from '../connect/use-connect-session.ts'
import type { Appearance } from '../provider/appearance.ts'
import { useEnvironment, useSettings } from '../provider/nectar-connect-provider.tsx'
import { NectarRoot } from '../root/nectar-root.tsx'
import { ConnectionRows } from './connection-rows.tsx'
import { filterRows, type ListFilter, listRows } from './list-model.ts'
import { ListEmpty, ListError, ListLoading, ListNoMatch } from './list-states.tsx'
import { ListTop } from './list-top.tsx'
import { useConnections } from './use-connections.ts'

export interface ConnectionListProps extends NectarConnectCallbacks {
  /** Default: "Utility accounts". */
  title?: string
  appearance?: Appearance
  className?: string
}

const EVERYTHING: ListFilter = { query: '', group: null }

/**
 * The organisation's connections, what needs somebody first. Kept current, with a button where signing in again
 * helps.
 *
 * @example <ConnectionList title="Connections" onConnected={() => refreshBills()} />
 */
export function ConnectionList({ title, appearance, className = '', ...callbacks }: ConnectionListProps) {
  const { messages } = useSettings()
  const { watches } = useEnvironment()
  const watched = useSyncExternalStore(watches.subscribe, watches.get, watches.get)
  const state = useConnections()
  const connect = useConnectSession(callbacks, { name: 'list', placement: 'dialog' })
  const [filter, setFilter] = useState(EVERYTHING)
  const heading = title ?? messages.list.title
  return (
    <NectarRoot appearance={appearance} className={className}>
      <section className="nectar-list" aria-label={heading} data-nectar-state={state.type}>
        {content()}
      </section>
      <ConnectDialog connect={connect} />
    </NectarRoot>
  )

  function content() {
    if (state.type === 'loading') return <ListLoading title={heading} />
    if (state.type === 'error') return <ListError title={heading} error={state.error} onRetry={state.retry} />
    const rows = listRows(state.connections, watched, Date.now())
    if (rows.length === 0) {
      return <ListEmpty title={heading} onConnect={state.can.connect ? () => connect.open() : null} />
    }
    const shown = filterRows(rows, filter)
    return (
      <>
        <ListTop title={heading} rows={rows} filter={filter} onFilter={setFilter} />
        {shown.length === 0 ? (
          <ListNoMatch query={filter.query} total={rows.length} onClear={() => setFilter(EVERYTHING)} />
        ) : (
          <ConnectionRows
            rows={shown}
            canReconnect={state.can.reconnect}
            onReconnect={(connectionId) => connect.open({ connectionId })}
          />
        )}
      </>
    )
  }
}
