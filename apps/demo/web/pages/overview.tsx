import { AttentionCard } from '../figures/attention-card.tsx'
import { figuresByRegion, figuresOf } from '../figures/figures.ts'
import { formatMonth } from '../figures/format.ts'
import { KeyFigures } from '../figures/key-figures.tsx'
import { RegionTable } from '../figures/region-table.tsx'
import { Link } from '../router/link.tsx'
import { useSignedIn } from '../session/signed-in.tsx'
import { useSites } from '../sites/use-sites.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Problem } from '../ui/problem.tsx'

export function Overview() {
  const { session } = useSignedIn()
  const sites = useSites()
  const total = sites.data ? figuresOf(sites.data.sites) : null
  return (
    <>
      <PageHeader
        title="Overview"
        lead={
          sites.data && total?.tonnes !== null
            ? `${session.company.name} in ${formatMonth(sites.data.month)}.`
            : `${session.company.name}, before the first bill.`
        }
      />
      {sites.isError && <Problem message={sites.error.message} onRetry={() => sites.refetch()} />}
      {sites.isPending && <div className="card card--loading" aria-busy="true" />}
      {sites.data && total && total.tonnes === null && <NoFiguresYet />}
      {sites.data && total && total.tonnes !== null && (
        <>
          <AttentionCard />
          <KeyFigures
            figures={total}
            unit={sites.data.sites[0]?.size.unit ?? 'rooms'}
            siteNoun={session.company.siteNoun.other}
            month={sites.data.month}
          />
          <RegionTable
            regions={figuresByRegion(sites.data.sites)}
            total={total}
            siteNoun={session.company.siteNoun.other}
            month={sites.data.month}
          />
        </>
      )}
    </>
  )
}

function NoFiguresYet() {
  return (
    <section className="card empty" aria-labelledby="no-figures">
      <h2 id="no-figures">No figures yet</h2>
      <p>They appear here when the first bills are in. Link a utility, and bills come in by themselves.</p>
      <Link to="setup" className="button button--brand">
        Go on with the set-up
      </Link>
    </section>
  )
}
