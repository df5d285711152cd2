import type { Coverage } from './coverage.ts'
import { CoverageGrid } from './coverage-grid.tsx'
import { recoverySentence } from './recovery-sentence.ts'
import { KEY_STATES, STATE_NAMES } from './state-names.ts'
import { useCoverage } from './use-coverage.ts'

/** Which bills arrive, by site and utility. */
export function CoverageCard() {
  const result = useCoverage()
  return (
    <section className="card" aria-labelledby="coverage" aria-busy={result.status === 'loading'}>
      <header className="card__header">
        <h2 id="coverage">Coverage</h2>
        <p>Which bills are collected, by site.</p>
      </header>
      {result.status === 'error' && (
        <p className="card__note">Coverage cannot be shown right now. Bills are collected all the same.</p>
      )}
      {result.status === 'loading' && <div className="coverage coverage--loading" />}
      {result.status === 'success' && (
        <div className="coverage">
          <CoverageSummary coverage={result.coverage} />
          <CoverageGrid coverage={result.coverage} />
        </div>
      )}
    </section>
  )
}

function CoverageSummary({ coverage }: { coverage: Coverage }) {
  const recovery = recoverySentence(coverage)
  const states = KEY_STATES.filter((state) => coverage.counts[state] > 0)
  return (
    <div className="coverage__summary">
      <p className="coverage__number">
        <bdi>
          <strong>{coverage.collecting}</strong> of {coverage.total}
        </bdi>
      </p>
      <p className="coverage__sentence">
        bill streams are collected. {recovery !== null && <b>{recovery}</b>}
      </p>
      <ul className="coverage__key">
        {states.map((state) => (
          <li key={state}>
            <span className="cell" data-state={state} />
            {STATE_NAMES[state]}
            <b>{coverage.counts[state]}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
