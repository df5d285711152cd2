import {
  type ConnectIntent,
  type ConnectPhase,
  createSession,
  type Presentation,
  type Session,
} from '@nectar-connect/client'
import type { ConnectionView, Prefill } from '@nectar-connect/contract/wire'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useCommitEffect, useLatest } from '../context/use-latest.ts'
import { type ConnectEnvironment, useEnvironment } from '../data/use-environment.ts'
import { useKnownConnections } from '../data/use-known-connections.ts'
import type { ShareCallbacks } from '../flow/use-share-flow.ts'
import type { NectarConnectController } from './use-nectar-connect.ts'
import { type SessionCallbacks, useSessionCallbacks } from './use-session-callbacks.ts'

/** What a page may hear of connecting and of asking a colleague. */
export interface NectarConnectCallbacks extends SessionCallbacks, ShareCallbacks {}

/** Options of `useNectarConnect()`. */
export interface UseNectarConnectOptions extends NectarConnectCallbacks {
  /** Mend this connection instead of making a new one. */
  connectionId?: string | undefined
  /** Handed to the host's invitation policy on the server, after the host's schema has accepted it. */
  input?: Record<string, unknown> | undefined
  /**
   * What is filled in on Nectar's page beforehand, where a connection is made: the fields that `acceptPrefill` of the
   * server names. Another value counts from the next invitation on.
   */
  prefill?: Prefill | undefined
  /** How long before the page runs out of time the customer is warned, in milliseconds. Default 120 000. */
  warningMs?: number | undefined
}

/** A session in the hands of our own components. */
export interface ConnectSession
  extends Pick<NectarConnectController, 'phase' | 'open' | 'consent' | 'reconnect' | 'connectAnother'> {
  session: Session
}

/** Nothing is open. */
export function isIdle({ status }: ConnectPhase): boolean {
  return status === 'idle' || status === 'closed'
}

/** The connection that a session is about; undefined: a new one, or nothing is open. */
export function connectionIdOf(phase: ConnectPhase): string | undefined {
  return 'intent' in phase && phase.intent.kind === 'reconnect' ? phase.intent.connectionId : undefined
}

type LoadRestoration = Parameters<Session['resume']>[0]

/** Where a session is. */
export interface SessionPlace {
  /** Names it among those of its page. */
  name: string
  presentation: Presentation
  /** Gets what tells how an earlier load's session ended, where there was one. The same at each drawing. */
  loadRestoration: LoadRestoration
}

/** One session for a component. */
export function useConnectSession(options: UseNectarConnectOptions, place: SessionPlace): ConnectSession {
  const { name, presentation } = place
  const connections = useKnownConnections()
  const known = connections.status === 'success' ? connections.connections : NONE
  const latest = useLatest({ ...options, known })
  const session = useParkedSession(name)
  const phase = useSyncExternalStore(session.phase.subscribe, session.phase.get, session.phase.get)
  useSessionCallbacks(options, { session, phase, known })
  useScope(session, place.loadRestoration)

  const { input, prefill, warningMs } = options
  // Before anything is opened: a click may have been waiting for this.
  useCommitEffect(
    () => session.configure({ input, prefill, warningMs, presentation }),
    [session, input, prefill, warningMs, presentation],
  )

  return useMemo(() => {
    function intentOf(connectionId: string | undefined): ConnectIntent {
      if (connectionId === undefined) return { kind: 'contributor' }
      const now = latest.current.known.find(({ id }) => id === connectionId)
      const baseline = now ? { status: now.status, statusAt: now.statusAt } : null
      return { kind: 'reconnect', connectionId, baseline }
    }

    return {
      phase,
      session,
      open: (target) => session.open(intentOf(target?.connectionId ?? latest.current.connectionId)),
      consent: () => session.consent(intentOf(connectionIdOf(session.phase.get()))),
      connectAnother: () => session.open({ kind: 'contributor' }),
      reconnect: (connectionId) => session.reconnect(intentOf(connectionId)),
    }
  }, [phase, session, latest])
}

const NONE: readonly ConnectionView[] = []

/** Once it is known who is here, an earlier load's session may be told of; when it is somebody else, all is over. */
function useScope(session: Session, loadRestoration: LoadRestoration) {
  const { scope } = useEnvironment().client
  useEffect(() => {
    let last = scope.get()
    if (last !== null) void session.resume(loadRestoration)
    return scope.subscribe(() => {
      if (last === null) void session.resume(loadRestoration)
      else session.close()
      last = scope.get()
    })
  }, [scope, session, loadRestoration])
}

/** One session for as long as the component is mounted, or mounted again within a moment. */
function useParkedSession(name: string): Session {
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
