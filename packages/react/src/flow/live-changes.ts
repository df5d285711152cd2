import { useConnections } from '../data/use-connections.ts'

/** Keeps what is known current. Until this is loaded, nothing is on screen that news could change. */
export function LiveChanges() {
  useConnections()
  return null
}
