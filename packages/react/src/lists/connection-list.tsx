import type { ConnectionChange, ConnectionView } from '@nectar-connect/contract/wire'
import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Guard } from '../button/guard.tsx'
import { reportFailure, useFlow } from '../button/load-flow.tsx'
import type { Appearance } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSettings } from '../context/use-settings.ts'
import { currentFilter, EVERYTHING, filterRows, listRows } from '../data/list-model.ts'
import { IDLE_POLL_MS } from '../data/queries.ts'
import { refetchInterval } from '../data/refetch-interval.ts'
import { StatusAnnouncer } from '../data/status-announcer.tsx'
import { useConnections } from '../data/use-connections.ts'
import { onScopeChange, useEnvironment } from '../data/use-environment.ts'
import { useWaitingLinks } from '../data/use-invitations.ts'
import { usePendingChecks, useSharing } from '../data/use-known-connections.ts'
import { useNow } from '../data/use-now.ts'
import { useStatusChanges } from '../data/use-status-changes.ts'
import { enLists } from '../i18n/en-lists.ts'
import type { PreloadTriggers } from '../session/nectar-page.ts'
import type { NectarConnectCallbacks } from '../session/use-connect-session.ts'
import { WhoHasLogin } from '../sharing/who-has-login.tsx'
import { ConnectionRows } from './connection-rows.tsx'
import { ListNoMatch, ListTop } from './list-filter.tsx'
import { EmptyState, LoadState } from './load-state.tsx'

/** Props of `<ConnectionList/>`. */
export interface ConnectionListProps extends NectarConnectCallbacks {
  /** Default: "Utility accounts". */
  title?: string | undefined
  appearance?: Appearance | undefined
  className?: string | undefined
  /** A connection of the organization got another status; see `useStatusChanges`. */
  onStatusChange?: ((change: ConnectionChange) => void) | undefined
  /** Draws a connection's name in its row, such as a link to the host's own page about it. Default: the name. */
  renderConnectionName?: ((connection: ConnectionView, name: string) => ReactNode) | undefined
}

const NONE: readonly ConnectionView[] = []

/**
 * The organization's connections, what needs somebody first. Kept current, with a button where signing in again
 * helps.
 *
 * @example <ConnectionList title="Connections" onConnected={() => track('utility_connected')} />
 */
export function ConnectionList(props: ConnectionListProps) {
  return (
    <Guard onFault={(failure) => reportFailure(failure, props.onError)}>
      <List {...props} />
    </Guard>
  )
}

function List({
  title,
  appearance,
  className = '',
  onStatusChange,
  renderConnectionName,
  ...callbacks
}: ConnectionListProps) {
  const { parts, standIn, asked, triggers, ask } = useFlow('list')
  useStatusChanges(onStatusChange)
  return (
    <NectarRoot appearance={appearance} className={className}>
      <Content {...{ title, renderConnectionName, triggers, ask }} />
      {parts && <parts.DialogEmbed options={callbacks} {...asked} />}
      {standIn()}
    </NectarRoot>
  )
}

interface ContentProps
  extends Pick<ConnectionListProps, 'title' | 'renderConnectionName'>,
    Pick<ReturnType<typeof useFlow>, 'triggers' | 'ask'> {}

/** What is drawn anew as the connections change. */
function Content({ title, renderConnectionName, triggers, ask }: ContentProps) {
  const { messages } = useSettings(enLists)
  const { client } = useEnvironment()
  const checks = usePendingChecks()
  const state = useConnections()
  const [picked, setPicked] = useState(EVERYTHING)
  const now = useNow()
  const isKnown = state.status === 'success'
  const connections = isKnown ? state.connections : NONE
  const rows = useMemo(() => listRows(connections, checks, now), [connections, checks, now])
  const links = useWaitingLinks(rows.some(({ state }) => state.reconnectHelps))
  const filter = useMemo(() => currentFilter(rows, picked), [rows, picked])
  const found = useMemo(() => filterRows(rows, filter), [rows, filter])
  const isPolled = isKnown && state.liveUpdates === 'polling'
  const note = useIsSlow(connections, now) && isPolled ? messages.news.everyMinute : null
  // The same at each drawing, so that rows that stay as they are need not be drawn again.
  const reconnect = useCallback((connectionId: string) => ask('open', connectionId), [ask])
  const share = useCallback((connectionId: string) => ask('share', connectionId), [ask])
  const sharing = useSharing()
  useEffect(() => onScopeChange(client.scope, () => setPicked(EVERYTHING)), [client])
  const heading = title ?? messages.list.title
  return (
    <section className="nectar-list" aria-label={heading} data-nectar-state={state.status}>
      {content()}
      <StatusAnnouncer rows={rows} />
    </section>
  )

  function content() {
    if (state.status !== 'success' || rows.length === 0) {
      return (
        <>
          <header className="nectar-list__top">
            <h3>{heading}</h3>
          </header>
          {state.status === 'success' ? (
            <Empty onConnect={() => ask('open')} onShare={() => ask('share')} triggers={triggers} />
          ) : (
            <LoadState look="rows" state={state} words={messages.list} />
          )}
        </>
      )
    }
    return (
      <>
        <ListTop title={heading} rows={rows} filter={filter} onFilter={setPicked} />
        {found.length === 0 && <ListNoMatch rows={rows} filter={filter} onFilter={setPicked} />}
        <ConnectionRows
          rows={rows}
          found={found}
          now={now}
          canReconnect={state.permissions.reconnect}
          onReconnect={reconnect}
          onAsk={sharing ? share : null}
          triggers={triggers}
          links={links}
          renderName={renderConnectionName}
          note={note}
        />
      </>
    )
  }
}

/** Whether news is found by asking, and seldom; not while a stream is only being tried. */
function useIsSlow(connections: readonly ConnectionView[], now: number): boolean {
  const { changes, pendingChecks } = useEnvironment()
  const line = useSyncExternalStore(changes.state.subscribe, changes.state.get, () => 'off')
  const isSettled = line === 'polling' || line === 'streaming'
  return isSettled && refetchInterval(connections, pendingChecks.get(), now) >= IDLE_POLL_MS
}

interface EmptyProps {
  onConnect: () => void
  /** Somebody else has the login. */
  onShare: () => void
  triggers: PreloadTriggers
}

/** What the list is for, and the two ways to fill it: each where it is allowed. */
function Empty({ onConnect, onShare, triggers }: EmptyProps) {
  const { messages } = useSettings(enLists)
  const state = useConnections()
  const sharing = useSharing()
  const words = messages.list
  const canConnect = state.status === 'success' && state.permissions.connect
  return (
    <EmptyState
      icon="link"
      title={words.emptyTitle}
      lead={canConnect ? words.emptyLead : sharing && words.emptyAsk}
    >
      <WhoHasLogin
        question={messages.intro.question}
        mine={{
          icon: 'key',
          label: messages.intro.mine,
          hint: messages.intro.title,
          onChoose: onConnect,
          triggers,
        }}
        needs="connect"
        twin={messages.share.twin}
        onShare={onShare}
      />
    </EmptyState>
  )
}
