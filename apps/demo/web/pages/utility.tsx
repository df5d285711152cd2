import { ConnectionCard, useConnection } from '@nectar-connect/react'
import { Link } from '../router/link.tsx'
import { listStreams } from '../sites/stream-names.ts'
import { useSites } from '../sites/use-sites.ts'
import { Icon } from '../ui/icon.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** Everything about one connection: how it fares, what happened to it, and which sites' bills it brings. */
export function UtilityPage({ connectionId }: { connectionId: string }) {
  const state = useConnection(connectionId)
  const name = state.status === 'success' ? (state.connection.providerName ?? 'A utility') : 'Utility'
  return (
    <>
      <nav className="trail" aria-label="Trail">
        <Link to="utilities">
          <Icon name="back" /> Utilities
        </Link>
      </nav>
      <PageHeader title={name} />
      <div className="columns">
        <div className="columns__main">
          <ConnectionCard connectionId={connectionId} />
        </div>
        {state.status === 'success' && <SitesCard siteIds={state.connection.sites.map(({ id }) => id)} />}
      </div>
    </>
  )
}

function SitesCard({ siteIds }: { siteIds: string[] }) {
  const sites = useSites()
  const linked = sites.data?.sites.filter(({ id }) => siteIds.includes(id)) ?? []
  if (linked.length === 0) return null
  return (
    <section className="card" aria-labelledby="linked-sites">
      <header className="card__header">
        <h2 id="linked-sites">Sites</h2>
        <p>{linked.length}</p>
      </header>
      <ul className="lines">
        {linked.map((site) => (
          <li key={site.id}>
            <b>{site.name}</b>
            <span>
              {site.city}. {listStreams(site.streams)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
