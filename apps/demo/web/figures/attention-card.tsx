import { ConnectionStatusBadge, useConnections } from '@nectar-connect/react'
import { toStreamLink } from '../coverage/to-stream-link.ts'
import { Link } from '../router/link.tsx'
import { Icon } from '../ui/icon.tsx'

/** The connections that wait for somebody here; nothing when there are none. */
export function AttentionCard() {
  const result = useConnections()
  if (result.status !== 'success') return null
  const waiting = result.connections.filter((connection) => toStreamLink(connection).state === 'needs-you')
  if (waiting.length === 0) return null
  return (
    <section className="card attention" aria-labelledby="attention">
      <header className="card__header">
        <h2 id="attention">
          {waiting.length === 1 ? 'One utility needs you' : `${waiting.length} utilities need you`}
        </h2>
        <p>Their bills stop coming until somebody signs in again.</p>
        <Link to="utilities" className="button button--small">
          See utilities <Icon name="forward" />
        </Link>
      </header>
      <ul>
        {waiting.map((connection) => (
          <li key={connection.id}>
            <b>{connection.providerName ?? 'A utility'}</b>
            <span>
              {connection.sites.length} {connection.sites.length === 1 ? 'site' : 'sites'}
            </span>
            <ConnectionStatusBadge status={connection.status} isActive={connection.isActive} />
          </li>
        ))}
      </ul>
    </section>
  )
}
