import { useConnections } from '@nectar-connect/react'
import type { SandboxControl } from '@nectar-connect/sandbox/page'
import { useId, useState } from 'react'
import './nectar-reports.css'

const STATUSES = [
  { status: 'CONNECTED', words: 'Connected' },
  { status: 'PASSWORD_INCORRECT', words: 'Password incorrect' },
  { status: 'MFA_TOKEN_EXPIRED', words: 'Security codes stopped' },
  { status: 'NEW_PASSWORD_NEEDED', words: 'New password needed' },
  { status: 'WEBSITE_DOWN', words: 'Website down' },
  { status: 'UNDER_INVESTIGATION', words: 'Under investigation' },
]

/** Plays Nectar: reports a status of one of the connections, as a weekly check would. */
export function NectarReports({ control }: { control: SandboxControl }) {
  const id = useId()
  const state = useConnections()
  const [chosen, setChosen] = useState<string>()
  const connections = state.status === 'success' ? state.connections : []
  const newest = [...connections].sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''))[0]
  const current = connections.find((connection) => connection.id === chosen) ?? newest
  if (!current) return null
  return (
    <section className="reports" data-nectar-root aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Nectar reports</h2>
      <p>The sandbox sends a signed webhook to the server in this page.</p>
      <label htmlFor={`${id}-which`}>Account</label>
      <select id={`${id}-which`} value={current.id} onChange={(event) => setChosen(event.target.value)}>
        {connections.map(({ id, providerName }) => (
          <option key={id} value={id}>
            {providerName}
          </option>
        ))}
      </select>
      <ul>
        {STATUSES.map(({ status, words }) => (
          <li key={status}>
            <button
              type="button"
              aria-pressed={current.status === status}
              onClick={() => control.setConnectionStatus({ connectionId: current.id, status })}
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
