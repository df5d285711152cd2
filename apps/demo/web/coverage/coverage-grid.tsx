import { Fragment } from 'react'
import type { SiteView } from '../../wire/host-api.ts'
import { STREAM_ICONS, STREAM_NAMES } from '../sites/stream-names.ts'
import { Icon } from '../ui/icon.tsx'
import type { Coverage, CoverageCell, CoverageRow } from './coverage.ts'
import { groupByRegion } from './group-by-region.ts'
import { STATE_NAMES } from './state-names.ts'

/** Sites across, utilities down. On a narrow screen each utility becomes a strip, in the same order of sites. */
export function CoverageGrid({ coverage }: { coverage: Coverage }) {
  const sites = coverage.rows[0]?.cells.map((cell) => cell.site) ?? []
  const regions = groupByRegion(sites)
  // The gap before a region is a narrow column of its own, which the region's first cells span.
  const afterGap = new Set(regions.slice(1).flatMap((region) => region.sites.slice(0, 1)))
  const span = (site: SiteView) => (afterGap.has(site) ? { colSpan: 2, className: 'grid__gap' } : {})
  return (
    <table className="grid">
      <caption className="visually-hidden">Bill streams by utility and site</caption>
      <colgroup>
        <col className="grid__names" />
        {sites.map((site) => (
          <Fragment key={site.id}>
            {afterGap.has(site) && <col className="grid__gaps" />}
            <col />
          </Fragment>
        ))}
        <col className="grid__counts" />
      </colgroup>
      <thead>
        <tr>
          <td />
          {regions.map((region, index) => (
            <th
              key={region.name}
              scope="colgroup"
              {...(index > 0
                ? { colSpan: region.sites.length + 1, className: 'grid__gap' }
                : { colSpan: region.sites.length })}
            >
              {region.name}
            </th>
          ))}
          <td />
        </tr>
        <tr className="grid__codes">
          <td />
          {sites.map((site) => (
            <th key={site.id} scope="col" {...span(site)}>
              <abbr title={`${site.name}, ${site.city}`}>{site.code}</abbr>
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {coverage.rows.map((row) => (
          <tr key={row.type}>
            <th scope="row">
              <Icon name={STREAM_ICONS[row.type]} />
              {STREAM_NAMES[row.type]}
            </th>
            {row.cells.map((cell) => (
              <td key={cell.site.id} {...span(cell.site)}>
                <Cell row={row} cell={cell} />
              </td>
            ))}
            <td className="grid__count">
              <bdi>
                {row.collecting} of {row.total}
              </bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ row, cell }: { row: CoverageRow; cell: CoverageCell }) {
  const words = `${cell.site.name}, ${STREAM_NAMES[row.type].toLowerCase()}: ${STATE_NAMES[cell.state].toLowerCase()}`
  return (
    <span className="cell" data-state={cell.state} title={words}>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
