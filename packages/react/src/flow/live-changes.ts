import { memo } from 'react'
import { useConnections } from '../data/use-connections.ts'

/** Keeps what is known current. Until this is loaded, nothing is on screen that news could change. */
export const LiveChanges = memo(function LiveChanges() {
  useConnections()
  return null
})
