import {
  type AnalyticsEvent,
  type ConnectError,
  type ConnectIntent,
  createSession,
  type Phase,
  type Presentation,
  type Session,
  type SessionSubmission,
} from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ConnectEnvironment } from '../context/connect-environment.ts'
import { useEnvironment } from '../context/nectar-connect-provider.tsx'
import { tellHost } from '../context/tell-host.ts'
import { useLatest } from '../context/use-latest.ts'
import { useConnections } from '../data/use-connections.ts'
import { trackHostInput } from './host-input.ts'
import { isIdle } from './is-idle.ts'
import { type ShareCallbacks, type ShareFlow, useShareFlow } from './use-share-flow.ts'
import { useSubmissions } from './use-submissions.ts'

/** What a page may hear of a session. A callback may be a new function on each render. */
export interface NectarConnectCallbacks extends ShareCallbacks {
  /** Details were received: proved by the backend. Nothing is connected yet. */
  onSubmitted?: ((event: { connections: readonly { id: string }[] }) => void) | undefined
  /** A connection that was submitted here has reached the status `CONNECTED`. */
  onConnected?: ((event: { connection: ConnectionView }) => void) | undefined
  /** The page ran out of time under the customer's hands, and they were asked whether to start again. */
  onExpired?: (() => void) | undefined
  /**
   * The flow is over, and its dialog gone: the moment for a toast, which the dialog would have covered. Names what was
   * submitted since it was opened.
   */
  onClose?: ((event: { connections: readonly { id: string }[] }) => void) | undefined
  onError?: ((error: ConnectError) => void) | undefined
  /** The steps of the session, for analytics. */
  onEvent?: ((event: AnalyticsEvent) => void) | undefined
}

/** Options of `useNectarConnect()`. */
export interface UseNectarConnectOptions extends NectarConnectCallbacks {
  /** Mend this connection instead of making a new one. */
  connectionId?: string | undefined
  /** Handed to the host's invitation policy on the server, after the host's schema has accepted it. */
  input?: Record<string, unknown> | undefined
  /** How long before the page runs out of time the customer is warned, in milliseconds. Default 120 000. */
  warningMs?: number | undefined
}

/** A session in the hands of our own components. */
export interface ConnectSession {
  phase: Phase
  session: Session
  /** Shows the intro. Nothing is asked of the backend yet. */
  open(target?: { connectionId?: string | undefined }): void
  /** Agrees to the intro. */
  consent(): void
  /** Signs in once more to a connection whose sign-in was not accepted: reconnects that connection. */
  reconnect(connectionId: string): void
  /** Starts over for another account, from the intro. */
  connectAnother(): void
  /** Asking a colleague, on screen instead of the session's phase. */
  share: ShareFlow
  /** Asks somebody else for the same that this person came for, or for a connection. */
  ask(target?: { connectionId?: string | undefined }): void
  /** Sends the link to the signed-in person's own address. */
  askSelf(): void
  /** Closes whatever is open. */
  close(): void
}

interface Place {
  /** Names the session among those of its page. */
  name: string
  presentation: Presentation
}

/** One session for a component: its phase, what the customer can do, and the host's callbacks. */
export function useConnectSession(
  options: UseNectarConnectOptions,
  { name, presentation }: Place,
): ConnectSession {
  const latest = useLatest(options)
  const connections = useConnections()
  const known = connections.type === 'success' ? connections.connections : NONE
  const latestKnown = useLatest(known)
  const session = useSession(name)
  const phase = useSyncExternalStore(session.phase.subscribe, session.phase.get, session.phase.get)
  const track = useSubmissions(known, (connection) => tellHost(latest.current.onConnected, { connection }))
  useScope(session)
  useEffect(trackHostInput, [])

  const submitted = useRef<readonly { id: string }[]>([])
  useEffect(
    () =>
      session.onSubmitted((submission: SessionSubmission) => {
        track(submission)
        const connections = submission.connections.map(({ id }) => ({ id }))
        submitted.current = [...submitted.current, ...connections]
        void tellHost(latest.current.onSubmitted, { connections })
      }),
    [session, track, latest],
  )

  useEffect(
    () => session.onAnalyticsEvent((event) => tellHost(latest.current.onEvent, event)),
    [session, latest],
  )

  const { input, warningMs } = options
  const share = useShareFlow({
    connectionId: options.connectionId,
    input,
    onShared: (event) => tellHost(latest.current.onShared, event),
  })
  useEffect(
    () => session.configure({ input, warningMs, presentation }),
    [session, input, warningMs, presentation],
  )

  const lastPhase = useRef(phase)
  useEffect(() => {
    const before = lastPhase.current
    lastPhase.current = phase
    if (before.name === phase.name) return
    if (phase.name === 'failed') void tellHost(latest.current.onError, phase.error)
    if (phase.name === 'expired' && phase.cause === 'time') void tellHost(latest.current.onExpired)
    if (phase.name === 'closed') {
      const connections = submitted.current
      submitted.current = []
      void tellHost(latest.current.onClose, { connections })
    }
  }, [phase, latest])

  const intentOf = useCallback(
    (connectionId: string | undefined): ConnectIntent => {
      if (connectionId === undefined) return { kind: 'contributor' }
      const now = latestKnown.current.find(({ id }) => id === connectionId)
      const baseline = now ? { status: now.status, statusAt: now.statusAt } : null
      return { kind: 'reconnect', connectionId, baseline }
    },
    [latestKnown],
  )

  return useMemo(
    () => ({
      phase,
      session,
      open(target) {
        const connectionId = target?.connectionId ?? latest.current.connectionId
        const { comeBack } = share.aside
        comeBack?.()
        const current = session.phase.get()
        const isOpen = share.current !== null || !isIdle(current)
        if (comeBack && isOpen && connectionId === askedFor(current)) return
        session.open(intentOf(connectionId))
      },
      consent() {
        const current = session.phase.get()
        if (current.name !== 'intro') return
        const { intent } = current
        session.consent(intent.kind === 'reconnect' ? intentOf(intent.connectionId) : intent)
      },
      connectAnother: () => session.open({ kind: 'contributor' }),
      reconnect: (connectionId) => session.reconnect(intentOf(connectionId)),
      share,
      ask(target) {
        share.open({ connectionId: target?.connectionId ?? askedFor(session.phase.get()) })
      },
      askSelf: () => share.open({ connectionId: askedFor(session.phase.get()), isSelf: true }),
      close() {
        const wasOnlyAsking = share.current !== null && isIdle(session.phase.get())
        share.close()
        if (!wasOnlyAsking) session.close()
      },
    }),
    [phase, session, intentOf, latest, share],
  )
}

const NONE: readonly ConnectionView[] = []

/** The connection that the session is about; undefined: a new one. */
function askedFor(phase: Phase): string | undefined {
  if (!('intent' in phase) || phase.intent.kind !== 'reconnect') return undefined
  return phase.intent.connectionId
}

/** Once it is known who is here, an earlier load's session may be told of; when it is somebody else, all is over. */
function useScope(session: Session) {
  const { client } = useEnvironment()
  useEffect(() => {
    const { scope } = client
    let last = scope.get()
    if (last !== null) session.resume()
    return scope.subscribe(() => {
      if (last === null) session.resume()
      else session.close()
      last = scope.get()
    })
  }, [client, session])
}

/** One session for as long as the component is mounted, or mounted again within a moment. */
function useSession(name: string): Session {
  const environment = useEnvironment()
  const [held, setHeld] = useState(() => hold(name, environment))
  const owned = useRef<Session>(undefined)
  if (held.name !== name || held.environment !== environment) setHeld(hold(name, environment))

  useEffect(() => {
    const { park, session: world } = held.environment
    const left = park.find(held.name)
    // Parked only after this was rendered: by the component whose place this one took in the same commit.
    if (left && left !== held.session && owned.current !== held.session) {
      setHeld({ ...held, session: left })
      return undefined
    }
    owned.current = held.session
    if (!park.claim(held.name, held.session)) {
      setHeld({ ...held, session: createSession(world, held.name) })
      return undefined
    }
    return () => park.park(held.name, held.session)
  }, [held])

  return held.session
}

function hold(name: string, environment: ConnectEnvironment) {
  const session = environment.park.find(name) ?? createSession(environment.session, name)
  return { name, environment, session }
}
