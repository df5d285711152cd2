import { groupByRegion } from '../coverage/group-by-region.ts'
import type { CoverageResult } from '../coverage/use-coverage.ts'
import { useCoverage } from '../coverage/use-coverage.ts'
import { formatAmount } from '../figures/format.ts'
import { useSignedIn } from '../session/signed-in.tsx'
import { listStreams } from '../sites/stream-names.ts'
import { useSites } from '../sites/use-sites.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Problem } from '../ui/problem.tsx'

export function Sites() {
  const { session } = useSignedIn()
  const sites = useSites()
  const coverage = useCoverage()
  const { one, other } = session.company.siteNoun
  return (
    <>
      <PageHeader title="Sites" lead={`Your ${other}, and the bills that each of them has.`} />
      {sites.isError && <Problem message={sites.error.message} onRetry={() => sites.refetch()} />}
      {sites.isPending && <div className="card card--loading" aria-busy="true" />}
      {sites.data && (
        <section className="card" aria-label="Sites">
          <table className="table table--sites">
            <thead>
              <tr>
                <th scope="col">{one.slice(0, 1).toUpperCase() + one.slice(1)}</th>
                <th scope="col">Place</th>
                <th scope="col">Size</th>
                <th scope="col">Bills</th>
                <th scope="col">Collected</th>
              </tr>
            </thead>
            {groupByRegion(sites.data.sites).map((region) => (
              <tbody key={region.name}>
                <tr className="table__group">
                  <th scope="rowgroup" colSpan={5}>
                    {region.name} <span>{region.sites.length}</span>
                  </th>
                </tr>
                {region.sites.map((site) => (
                  <tr key={site.id}>
                    <th scope="row">
                      <span className="code">{site.code}</span>
                      {site.name}
                    </th>
                    <td>{site.city}</td>
                    <td>
                      <bdi>
                        {formatAmount(site.size.value)} {site.size.unit}
                      </bdi>
                    </td>
                    <td>{listStreams(site.streams)}</td>
                    <td>
                      <bdi>{collected(coverage, site.id)}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </section>
      )}
    </>
  )
}

function collected(result: CoverageResult, siteId: string): string {
  if (result.status !== 'success') return '—'
  const states = result.coverage.rows
    .flatMap((row) => row.cells)
    .filter(({ site, state }) => site.id === siteId && state !== 'unused')
  const collecting = states.filter(({ state }) => state === 'collecting').length
  return `${collecting} of ${states.length}`
}
