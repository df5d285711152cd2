import {
  type ConnectError,
  createSession,
  type Phase,
  type Purpose,
  type Session,
  type SessionSubmission,
} from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useConnections } from '../connections/use-connections.ts'
import type { ConnectEnvironment } from '../provider/connect-environment.ts'
import { useEnvironment } from '../provider/nectar-connect-provider.tsx'
import { useLatest } from '../provider/use-latest.ts'
import { useSubmissions } from './use-submissions.ts'

export interface NectarConnectCallbacks {
  /** Details were received: proved by the backend. Nothing is connected yet. */
  onSubmitted?: (event: { connections: readonly { id: string }[] }) => void
  /** A connection that was submitted here has reached the status `CONNECTED`. */
  onConnected?: (event: { connection: ConnectionView }) => void
  onClose?: () => void
  onError?: (error: ConnectError) => void
}

export interface UseNectarConnectOptions extends NectarConnectCallbacks {
  /** Mend this connection instead of making a new one. */
  connectionId?: string | undefined
  /** Handed to the host's invitation policy on the server, after the host's schema has accepted it. */
  input?: Record<string, unknown> | undefined
}

/** A session in the hands of a component. */
export interface NectarConnectHandle {
  phase: Phase
  /** Shows the intro. Nothing is asked of the backend yet. */
  open(target?: { connectionId?: string }): void
  /** Agrees to the intro. */
  consent(): void
  /** Signs in once more to a connection whose sign-in was not accepted: reconnects that connection. */
  tryAgain(connectionId: string): void
  /** Starts over for another account, from the intro. */
  another(): void
  /** Once more after a failure. */
  retry(): void
  /** A fresh page in place of one that is running out of time. */
  renew(): void
  close(): void
  /** For what shows the frame. */
  session: Session
}

/**
 * The embedded flow without our looks: the phase, and what can be done in it. `<NectarFrame/>` shows the page.
 *
 * @example
 * const connect = useNectarConnect({ onSubmitted: () => toast('Details received') })
 * return <button onClick={() => connect.open()}>Link your utility</button>
 */
export function useNectarConnect(options: UseNectarConnectOptions = {}): NectarConnectHandle {
  const environment = useEnvironment()
  const latest = useLatest(options)
  const connections = useConnections()
  const known = connections.type === 'success' ? connections.connections : NONE
  const latestKnown = useLatest(known)
  const session = useSession(options.connectionId ?? '')
  const phase = useSyncExternalStore(session.phase.subscribe, session.phase.get, session.phase.get)
  const track = useSubmissions(known, (connection) => latest.current.onConnected?.({ connection }))

  const purposeOf = useCallback(
    (connectionId: string | undefined): Purpose => {
      if (connectionId === undefined) return { kind: 'contributor' }
      const now = latestKnown.current.find(({ id }) => id === connectionId)
      return {
        kind: 'reconnect',
        connectionId,
        baseline: now ? { status: now.status, statusAt: now.statusAt } : null,
      }
    },
    [latestKnown],
  )

  useEffect(
    () =>
      session.onSubmitted((submission: SessionSubmission) => {
        track(submission)
        latest.current.onSubmitted?.({ connections: submission.connections.map(({ id }) => ({ id })) })
      }),
    [session, track, latest],
  )

  useEffect(() => session.setInput(options.input), [session, options.input])

  const lastPhase = useRef(phase)
  useEffect(() => {
    const before = lastPhase.current
    lastPhase.current = phase
    if (before === phase) return
    if (phase.name === 'failed' && before.name !== 'failed') latest.current.onError?.(phase.error)
    if (phase.name === 'closed') latest.current.onClose?.()
  }, [phase, latest])

  useEffect(() => {
    const { scope } = environment.client
    let last = scope.get()
    return scope.subscribe(() => {
      if (last !== null) session.close()
      last = scope.get()
    })
  }, [environment, session])

  return useMemo(
    () => ({
      phase,
      session,
      open: (target) => session.open(purposeOf(target?.connectionId ?? latest.current.connectionId)),
      consent() {
        const current = session.phase.get()
        if (current.name !== 'intro') return
        const { purpose } = current
        session.consent(purpose.kind === 'reconnect' ? purposeOf(purpose.connectionId) : purpose)
      },
      another: () => session.open({ kind: 'contributor' }),
      tryAgain: (connectionId) => session.tryAgain(purposeOf(connectionId)),
      retry: session.retry,
      renew: session.renew,
      close: session.close,
    }),
    [phase, session, purposeOf, latest],
  )
}

const NONE: readonly ConnectionView[] = []

/** One session for as long as the component is mounted, or mounted again within a moment. */
function useSession(key: string): Session {
  const environment = useEnvironment()
  const [held, setHeld] = useState(() => hold(key, environment))
  if (held.key !== key || held.environment !== environment) setHeld(hold(key, environment))

  useEffect(() => {
    const { park, session: world } = held.environment
    if (!park.claim(held.key, held.session)) {
      setHeld({ ...held, session: createSession(world) })
      return undefined
    }
    return () => park.park(held.key, held.session)
  }, [held])

  return held.session
}

function hold(key: string, environment: ConnectEnvironment) {
  return { key, environment, session: environment.park.find(key) ?? createSession(environment.session) }
}
