import { useConnections } from '@nectar-connect/react'
import { toStreamLink } from '../coverage/to-stream-link.ts'

/** How many connections wait for somebody here. */
export function useNeedsYouCount(): number {
  const connections = useConnections()
  if (connections.status !== 'success') return 0
  return connections.connections.map(toStreamLink).filter((link) => link.state === 'needs-you').length
}
