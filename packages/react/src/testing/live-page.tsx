import type { ConnectionChange } from '@nectar-connect/contract/wire'
import { waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { useConnections } from '../data/use-connections.ts'
import { useStatusChanges } from '../data/use-status-changes.ts'
import { createFakeBackend, type FakeBackend } from './fake-backend.ts'
import { createFakeChanges } from './fake-changes.ts'
import { connection } from './fixtures.ts'

const OLD = '2026-11-01T00:00:00Z'

/** A connection that is older than anything that happens to it. */
export function waiting(overrides: Parameters<typeof connection>[0] = {}) {
  return connection({ status: 'PENDING', statusAt: OLD, updatedAt: OLD, ...overrides })
}

export function startLive(connections = [waiting()]) {
  const changes = createFakeChanges()
  const backend = createFakeBackend({ connections, changes, live: 'stream' })
  return { changes, backend }
}

/** How often the connections were read. */
export function reads({ requests }: FakeBackend): number {
  return requests.filter((made) => made === 'GET /connections').length
}

/** The list was read, and the stream goes on from there. */
export async function settled(backend: FakeBackend) {
  await waitFor(() => expect(backend.changes?.lines()).toBe(1))
}

/** How news gets here, and how all connections fare, in one line. */
export function Statuses() {
  const state = useConnections()
  if (state.status !== 'success') return <p>{state.status}</p>
  return (
    <p>
      {state.liveUpdates} {state.connections.map(({ status }) => status).join(' ')}
    </p>
  )
}

export function Announcement({ onChange }: { onChange: (change: ConnectionChange) => void }) {
  useStatusChanges(onChange)
  return null
}
