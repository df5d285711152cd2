import { useSyncExternalStore } from 'react'
import { useButtonSettings } from './nectar-connect-provider.tsx'

const nothing = () => () => {}

/** The name that sentences use for the product around the embed. */
export function useHostName(): string {
  const { app } = useButtonSettings()
  const hostname = useSyncExternalStore(
    nothing,
    () => location.hostname,
    () => '',
  )
  return app.name ?? hostname
}
