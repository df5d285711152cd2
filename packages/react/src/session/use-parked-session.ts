import { createSession, type Session } from '@nectar-connect/client'
import { useEffect, useRef, useState } from 'react'
import { type ConnectEnvironment, useEnvironment } from '../data/use-environment.ts'

/** One session for as long as the component is mounted, or mounted again within a moment. */
export function useParkedSession(name: string): Session {
  const environment = useEnvironment()
  const [held, setHeld] = useState(() => hold(name, environment))
  const owned = useRef<Session>(undefined)
  if (held.name !== name || held.environment !== environment) setHeld(hold(name, environment))

  useEffect(() => {
    const { park, client, platform } = held.environment
    const left = park.find(held.name)
    // Parked only after this was rendered: by the component whose place this one took in the same commit.
    if (left && left !== held.session && owned.current !== held.session) {
      setHeld({ ...held, session: left })
      return undefined
    }
    owned.current = held.session
    if (!park.claim(held.name, held.session)) {
      setHeld({ ...held, session: createSession(client, platform, held.name) })
      return undefined
    }
    return () => park.park(held.name, held.session)
  }, [held])

  return held.session
}

function hold(name: string, environment: ConnectEnvironment) {
  const { park, client, platform } = environment
  const session = park.find(name) ?? createSession(client, platform, name)
  return { name, environment, session }
}
