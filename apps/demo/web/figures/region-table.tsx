import type { Figures, RegionFigures } from './figures.ts'
import { formatAmount, formatMonth } from './format.ts'

interface RegionTableProps {
  regions: RegionFigures[]
  total: Figures
  siteNoun: string
  month: string
}

export function RegionTable({ regions, total, siteNoun, month }: RegionTableProps) {
  return (
    <section className="card" aria-labelledby="by-state">
      <header className="card__header">
        <h2 id="by-state">By state</h2>
        <p>{formatMonth(month)}. A dash means that no bill has come.</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className="table-scroll" aria-label="Figures by state" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">{capitalize(siteNoun)}</th>
              <th scope="col">Electricity, MWh</th>
              <th scope="col">Gas, therms</th>
              <th scope="col">Water, m³</th>
              <th scope="col">Waste, t</th>
              <th scope="col">t CO₂e</th>
            </tr>
          </thead>
          <tbody>
            {regions.map(({ region, ...figures }) => (
              <Row key={region} name={region} figures={figures} />
            ))}
          </tbody>
          <tfoot>
            <Row name="All" figures={total} />
          </tfoot>
        </table>
      </section>
    </section>
  )
}

function Row({ name, figures: { sites, usage, tonnes } }: { name: string; figures: Figures }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{sites}</td>
      <td>{formatAmount(usage.ELECTRICITY === null ? null : usage.ELECTRICITY / 1000, 1)}</td>
      <td>{formatAmount(usage.GAS)}</td>
      <td>{formatAmount(usage.WATER)}</td>
      <td>{formatAmount(usage.WASTE, 1)}</td>
      <td>
        <b>{formatAmount(tonnes, 1)}</b>
      </td>
    </tr>
  )
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
