import { useCoverage } from '../coverage/use-coverage.ts'
import type { Figures } from './figures.ts'
import { formatAmount, formatMonth } from './format.ts'

interface KeyFiguresProps {
  figures: Figures
  unit: 'rooms' | 'm²'
  siteNoun: string
  month: string
}

export function KeyFigures({ figures, unit, siteNoun, month }: KeyFiguresProps) {
  const coverage = useCoverage()
  const { tonnes, size, usage } = figures
  const perUnit = tonnes === null || size === 0 ? null : (tonnes * 1000) / size
  const electricity = usage.ELECTRICITY === null ? null : usage.ELECTRICITY / 1000
  return (
    <dl className="key-figures">
      <div>
        <dt>Emissions</dt>
        <dd>
          {formatAmount(tonnes, 1)} <small>t CO₂e</small>
        </dd>
        <dd className="key-figures__note">of what has come in for {formatMonth(month, 'name')}</dd>
      </div>
      <div>
        <dt>{unit === 'rooms' ? 'For each room' : 'For each square meter'}</dt>
        <dd>
          {formatAmount(perUnit, 1)} <small>kg CO₂e</small>
        </dd>
        <dd className="key-figures__note">
          {formatAmount(size)} {unit}
        </dd>
      </div>
      <div>
        <dt>Electricity</dt>
        <dd>
          {formatAmount(electricity, 1)} <small>MWh</small>
        </dd>
        <dd className="key-figures__note">
          from {figures.sitesWithElectricity} of {figures.sites} {siteNoun}
        </dd>
      </div>
      <div>
        <dt>Bill streams</dt>
        <dd>
          {coverage.status === 'success' ? coverage.coverage.collecting : '—'}{' '}
          {coverage.status === 'success' && <small>of {coverage.coverage.total}</small>}
        </dd>
        <dd className="key-figures__note">collected by themselves</dd>
      </div>
    </dl>
  )
}
