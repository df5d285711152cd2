import { Guard } from '../button/guard.tsx'
import type { Appearance } from '../context/appearance.ts'
import { NectarRoot } from '../context/nectar-root.tsx'
import { useSettings } from '../context/use-settings.ts'
import { useConnection } from '../data/use-connections.ts'
import { HistoryTimeline } from './history-timeline.tsx'

/** Props of `<ConnectionHistory/>`. */
export interface ConnectionHistoryProps {
  connectionId: string
  /** Default: "History". */
  title?: string | undefined
  appearance?: Appearance | undefined
  className?: string | undefined
}

/**
 * What happened to a connection, newest first: each status, and how long the one before lasted. Kept current.
 *
 * @example <ConnectionHistory connectionId={connectionId} />
 */
export function ConnectionHistory(props: ConnectionHistoryProps) {
  return (
    <Guard>
      <History {...props} />
    </Guard>
  )
}

function History({ connectionId, title, appearance, className = '' }: ConnectionHistoryProps) {
  const { messages } = useSettings()
  const state = useConnection(connectionId)
  const heading = title ?? messages.history.title
  const name = state.status === 'success' ? state.connection.providerName : null
  return (
    <NectarRoot appearance={appearance} className={className}>
      <section className="nectar-history" aria-label={name === null ? heading : `${heading}: ${name}`}>
        <header>
          <h3>{heading}</h3>
          {name !== null && <p className="nectar-fine">{name}</p>}
        </header>
        <HistoryTimeline connectionId={connectionId} />
      </section>
    </NectarRoot>
  )
}
