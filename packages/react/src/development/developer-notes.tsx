import { type ConnectError, docsOf, type Explanation, explanationsOf } from '@nectar-connect/client'
import type { CSSProperties, ReactNode } from 'react'

/** In place, since a production page loads the stylesheet too. */
const STYLES = {
  notes: { overflowWrap: 'anywhere', textAlign: 'start' },
  summary: { color: 'var(--nc-text)', cursor: 'pointer', fontWeight: 'var(--nc-weight-medium)' },
  faults: { display: 'grid', gap: 'var(--nc-space-4)', paddingBlockStart: 'var(--nc-space-3)' },
  title: { color: 'var(--nc-text)', fontWeight: 'var(--nc-weight-medium)' },
  facts: {
    display: 'grid',
    gap: 'var(--nc-space-1) var(--nc-space-3)',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    paddingBlockStart: 'var(--nc-space-1)',
  },
  fact: { color: 'var(--nc-text)' },
  code: { fontFamily: 'var(--nc-font-mono)', fontSize: '0.95em', userSelect: 'all' },
  end: {
    borderBlockStart: '1px solid var(--nc-border)',
    marginBlockStart: 'var(--nc-space-4)',
    paddingBlockStart: 'var(--nc-space-3)',
  },
} satisfies Record<string, CSSProperties>

/**
 * What is wrong with the host's set-up, why, the fix and where the docs say more; nothing where nothing is known. Not
 * in the customer's language: whoever reads it reads the docs.
 */
export function DeveloperNotes({ error }: { error: ConnectError }) {
  const explanations = explanationsOf(error)
  if (explanations.length === 0) return null
  return (
    <details className="nectar-well nectar-fine" style={STYLES.notes} open lang="en" dir="ltr">
      <summary style={STYLES.summary}>For developers: {error.code}</summary>
      <ul style={STYLES.faults}>
        {explanations.map((explanation) => (
          <Fault key={explanation.what + explanation.fix} explanation={explanation} />
        ))}
      </ul>
      <div style={STYLES.end}>
        {error.requestId !== null && (
          <p>
            What the server logged: <Code>npx nectar-connect trace {error.requestId} --log app.log</Code>
          </p>
        )}
        <p>Shown in development builds only.</p>
      </div>
    </details>
  )
}

function Fault({ explanation }: { explanation: Explanation }) {
  const { what, why, fix } = explanation
  return (
    <li>
      <p style={STYLES.title}>{what}</p>
      <dl style={STYLES.facts}>
        <dt>Why</dt>
        <dd>{why}</dd>
        <dt>Fix</dt>
        <dd style={STYLES.fact}>{fix}</dd>
        <dt>Docs</dt>
        <dd>
          <Code>{docsOf(explanation)}</Code>
        </dd>
      </dl>
    </li>
  )
}

function Code({ children }: { children: ReactNode }) {
  return <code style={STYLES.code}>{children}</code>
}
