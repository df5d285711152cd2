import { type ComponentProps, useId, useMemo, useState } from 'react'
import { Guard } from '../button/guard.tsx'
import { reportFailure, useFlow } from '../button/load-flow.tsx'
import type { Appearance } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSettings } from '../context/use-settings.ts'
import type { ListRow } from '../data/list-model.ts'
import { StatusAnnouncer } from '../data/status-announcer.tsx'
import { connectionState } from '../data/status-state.ts'
import { useConnection } from '../data/use-connections.ts'
import { useWaitingLinks } from '../data/use-invitations.ts'
import { usePendingChecks, useSharing } from '../data/use-known-connections.ts'
import { useNow } from '../data/use-now.ts'
import { enLists } from '../i18n/en-lists.ts'
import type { NectarConnectCallbacks } from '../session/use-connect-session.ts'
import { Icon } from '../ui/icon.tsx'
import { CardActor, CardCallout, CardSentence, CardSince } from './card-details.tsx'
import { ConnectionName } from './connection-parts.tsx'
import { StatusBadge } from './connection-status-badge.tsx'
import { HistoryTimeline } from './history-timeline.tsx'
import { LoadState } from './load-state.tsx'

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
  const { messages } = useSettings(enLists)
  const checks = usePendingChecks()
  const state = useConnection(connectionId)
  const { parts, standIn, asked, triggers, ask } = useFlow(`card ${connectionId}`)
  const now = useNow()
  const sharing = useSharing()
  const connection = state.status === 'success' ? state.connection : null
  const rows = useMemo<ListRow[]>(() => {
    if (connection === null) return []
    return [{ connection, state: connectionState(connection, checks.get(connection.id), now) }]
  }, [connection, checks, now])
  const [row] = rows
  const links = useWaitingLinks(row?.state.reconnectHelps ?? false)
  return (
    <NectarRoot appearance={appearance} className={`nectar-card-root ${className}`}>
      {content()}
      <StatusAnnouncer rows={rows} />
      {parts && <parts.DialogEmbed options={{ ...callbacks, connectionId }} {...asked} />}
      {standIn()}
    </NectarRoot>
  )

  function content() {
    if (state.status === 'missing') return <Missing />
    if (state.status !== 'success') {
      const words = { ...messages.card, errorLead: messages.list.errorLead }
      return <LoadState look="card" state={state} words={words} />
    }
    return (
      row && (
        <Known
          row={row}
          now={now}
          access={state}
          showHistory={showHistory}
          onReconnect={state.permissions.reconnect ? () => ask('open') : null}
          onAsk={sharing ? () => ask('share') : null}
          link={links.get(connectionId)}
          triggers={triggers}
        />
      )
    )
  }
}

function Missing() {
  const { titles, leads } = useSettings(enLists).messages.failed
  return (
    <div className="nectar-card" data-nectar-state="missing">
      <div>
        <p>{titles.notFound}</p>
        <p className="nectar-fine">{leads.notFound}</p>
      </div>
    </div>
  )
}

interface KnownProps extends ComponentProps<typeof CardCallout> {
  access: Pick<ComponentProps<typeof CardActor>, 'permissions' | 'administratorNames'>
  showHistory: boolean
}

function Known({ access, showHistory, ...callout }: KnownProps) {
  const { messages } = useSettings(enLists)
  const nameId = useId()
  const historyId = useId()
  const [isOpen, setOpen] = useState(false)
  const { row, now } = callout
  const { connection, state } = row
  const { permissions, administratorNames } = access
  return (
    <article
      className="nectar-card"
      aria-labelledby={nameId}
      data-nectar-connection={connection.id}
      data-nectar-group={state.group}
    >
      <header className="nectar-card__head">
        <ConnectionName connection={connection} id={nameId}>
          {connection.providerName ?? messages.list.unnamed}
        </ConnectionName>
      </header>
      <div className="nectar-card__state">
        <StatusBadge state={state} />
        <CardSince {...row} now={now} />
      </div>
      {state.group === 'needs-you' ? <CardCallout {...callout} /> : <CardSentence state={state} />}
      <footer className="nectar-card__foot">
        <CardActor state={state} permissions={permissions} administratorNames={administratorNames} />
        {showHistory && (
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
      {showHistory && (
        <div id={historyId} className="nectar-card__history" hidden={!isOpen}>
          {isOpen && <HistoryTimeline connectionId={connection.id} />}
        </div>
      )}
    </article>
  )
}
