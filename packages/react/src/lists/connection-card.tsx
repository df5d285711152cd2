import type { InvitationView } from '@nectar-connect/contract/wire'
import { useId, useMemo, useState, useSyncExternalStore } from 'react'
import { Guard } from '../button/guard.tsx'
import { reportFailure } from '../button/load-flow.tsx'
import type { Appearance } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSettings } from '../context/use-settings.ts'
import { describeSites, utilityIcon } from '../data/describe-connection.ts'
import type { ListRow } from '../data/list-model.ts'
import { StatusAnnouncer } from '../data/status-announcer.tsx'
import { connectionState } from '../data/status-state.ts'
import { type ConnectionState, useConnection } from '../data/use-connection.ts'
import { useEnvironment } from '../data/use-environment.ts'
import { useNow } from '../data/use-now.ts'
import { useSharing } from '../data/use-sharing.ts'
import { useWaitingLinks } from '../data/use-waiting-links.ts'
import { type NectarConnectCallbacks, useConnectSession } from '../session/use-connect-session.ts'
import { Icon } from '../ui/icon.tsx'
import { CardActor } from './card-actor.tsx'
import { CardCallout } from './card-callout.tsx'
import { CardSentence } from './card-sentence.tsx'
import { CardSince } from './card-since.tsx'
import { CardError, CardLoading, CardMissing } from './card-states.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { StatusBadge } from './connection-status-badge.tsx'
import { HistoryTimeline } from './history-timeline.tsx'

/** Props of `<ConnectionCard/>`. */
export interface ConnectionCardProps extends NectarConnectCallbacks {
  connectionId: string
  appearance?: Appearance | undefined
  className?: string | undefined
  /** A button that unfolds what happened to the connection. Default true. */
  showHistory?: boolean | undefined
}

/**
 * One connection: how it fares, since when, who must act, and a button where signing in again helps.
 *
 * @example <ConnectionCard connectionId={connectionId} onConnected={() => track('utility_connected')} />
 */
export function ConnectionCard(props: ConnectionCardProps) {
  return (
    <Guard onFault={(failure) => reportFailure(failure, props.onError)}>
      <Card {...props} />
    </Guard>
  )
}

function Card({
  connectionId,
  appearance,
  className = '',
  showHistory = true,
  ...callbacks
}: ConnectionCardProps) {
  const { pendingChecks } = useEnvironment()
  const watched = useSyncExternalStore(pendingChecks.subscribe, pendingChecks.get, pendingChecks.get)
  const state = useConnection(connectionId)
  const connect = useConnectSession(
    { ...callbacks, connectionId },
    { name: `card ${connectionId}`, presentation: 'dialog' },
  )
  const now = useNow()
  const sharing = useSharing()
  const connection = state.status === 'success' ? state.connection : null
  const rows = useMemo<ListRow[]>(() => {
    if (connection === null) return []
    return [{ connection, state: connectionState(connection, watched.get(connection.id), now) }]
  }, [connection, watched, now])
  const [row] = rows
  const links = useWaitingLinks(row?.state.reconnectHelps ?? false)
  return (
    <NectarRoot appearance={appearance} className={`nectar-card-root ${className}`}>
      {content()}
      <StatusAnnouncer rows={rows} />
      <ConnectDialog connect={connect} />
    </NectarRoot>
  )

  function content() {
    switch (state.status) {
      case 'loading':
        return <CardLoading />
      case 'error':
        return <CardError error={state.error} onRetry={state.retry} />
      case 'missing':
        return <CardMissing />
      case 'success':
        return (
          row && (
            <Known
              row={row}
              now={now}
              access={state}
              history={showHistory}
              onReconnect={() => connect.open()}
              onAsk={sharing ? () => connect.openShare({ connectionId }) : null}
              link={links.get(connectionId)}
            />
          )
        )
      default:
        return state satisfies never
    }
  }
}

interface KnownProps {
  row: ListRow
  /** Milliseconds since the epoch. */
  now: number
  access: Extract<ConnectionState, { status: 'success' }>
  history: boolean
  onReconnect: () => void
  /** Null where nobody else can be asked. */
  onAsk: (() => void) | null
  /** What a colleague was sent to mend it, and still waits for them. */
  link: InvitationView | undefined
}

function Known({ row: { connection, state }, now, access, history, onReconnect, onAsk, link }: KnownProps) {
  const { messages } = useSettings()
  const nameId = useId()
  const historyId = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <article
      className="nectar-card"
      aria-labelledby={nameId}
      data-nectar-connection={connection.id}
      data-nectar-group={state.group}
    >
      <header className="nectar-card__head">
        <span className="nectar-avatar">
          <Icon name={utilityIcon(connection.utilityTypes)} />
        </span>
        <div className="nectar-who">
          <b id={nameId}>
            <bdi>{connection.providerName ?? messages.list.unnamed}</bdi>
          </b>
          <span>{describeSites(messages, connection)}</span>
        </div>
      </header>
      <div className="nectar-card__state">
        <StatusBadge state={state} />
        <CardSince connection={connection} state={state} now={now} />
      </div>
      {state.group === 'needs-you' ? (
        <CardCallout
          connection={connection}
          state={state}
          onReconnect={access.permissions.reconnect ? onReconnect : null}
          onAsk={onAsk}
          link={link}
          now={now}
        />
      ) : (
        <CardSentence state={state} />
      )}
      <footer className="nectar-card__foot">
        <CardActor state={state} can={access.permissions} administratorNames={access.administratorNames} />
        {history && (
          <button
            type="button"
            className="nectar-disclosure"
            aria-expanded={isOpen}
            aria-controls={historyId}
            onClick={() => setOpen(!isOpen)}
          >
            <span>{messages.card.history}</span>
            <Icon name="chevron" size={14} />
          </button>
        )}
      </footer>
      {history && (
        <div id={historyId} className="nectar-card__history" hidden={!isOpen}>
          {isOpen && <HistoryTimeline connectionId={connection.id} />}
        </div>
      )}
    </article>
  )
}
