import { type ConnectError, setupProblemsBehind } from '@nectar-connect/client'
import type { CSSProperties } from 'react'

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

/** What the host's set-up has to do with a failure, for whoever builds the host. In a production bundle it is nothing. */
export function ForDevelopers({ error }: { error: ConnectError }) {
  try {
    if (process.env.NODE_ENV !== 'production') return <DeveloperNotes error={error} />
  } catch {
    // No bundler and no Node: nothing says that this is a developer's page.
  }
  return null
}

/** In place, since a production page loads the stylesheet too. */
const STYLES = {
  notes: { overflowWrap: 'anywhere', textAlign: 'start' },
  strong: { color: 'var(--nc-text)', fontWeight: 'var(--nc-weight-medium)' },
  text: { display: 'grid', gap: 'var(--nc-space-3)', paddingBlockStart: 'var(--nc-space-3)' },
  code: { fontFamily: 'var(--nc-font-mono)', fontSize: '0.95em', userSelect: 'all' },
} satisfies Record<string, CSSProperties>

/** Nothing where nothing is known. Not in the customer's language: whoever reads it reads the docs. */
function DeveloperNotes({ error }: { error: ConnectError }) {
  const problems = setupProblemsBehind(error)
  if (problems.length === 0) return null
  return (
    <details className="nectar-well nectar-fine" style={STYLES.notes} open lang="en" dir="ltr">
      <summary style={{ ...STYLES.strong, cursor: 'pointer' }}>For developers: {error.code}</summary>
      <div style={STYLES.text}>
        <ul style={{ ...STYLES.text, padding: 0 }}>
          {problems.map(({ what, why, fix, docs }) => (
            <li key={what + fix}>
              <p style={STYLES.strong}>{what}</p>
              <p>Why: {why}</p>
              <p style={{ color: 'var(--nc-text)' }}>Fix: {fix}</p>
              <a className="nectar-link" href={docs} target="_blank" rel="noreferrer">
                {docs}
              </a>
            </li>
          ))}
        </ul>
        {error.requestId !== null && (
          <p>
            What the server logged:{' '}
            <code style={STYLES.code}>npx nectar-connect trace {error.requestId} --log app.log</code>
          </p>
        )}
        <p>Shown in development builds only.</p>
      </div>
    </details>
  )
}
