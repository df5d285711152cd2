import type { AnalyticsEvent, ConnectError, ConnectPhase, PhaseStatus, Session } from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { type RefObject, useEffect, useRef } from 'react'
import { callHost, useLatest } from '../context/call-host.ts'
import { useSubmissions } from './use-submissions.ts'

/** Why the flow is over. */
export type ExitReason =
  /** Details were submitted since it was opened. */
  | 'submitted'
  /** An error was on screen; `error` says which. */
  | 'failed'
  /** Somebody else signed in to the host's app. */
  | 'user_changed'
  /** It was closed, by the customer or by the host, before anything was submitted. */
  | 'dismissed'

/** What `onExit` is called with. */
export interface ExitEvent {
  reason: ExitReason
  /** What was on screen. */
  phase: PhaseStatus
  /** Null unless an error was on screen. */
  error: ConnectError | null
  /** What was submitted since it was opened. */
  connections: readonly { id: string }[]
}

/** What a page may hear of a session. A callback may be a new function on each render. */
export interface SessionCallbacks {
  /** Details were received: proved by the backend. Nothing is connected yet. */
  onSubmitted?: ((event: { connections: readonly { id: string }[] }) => void) | undefined
  /** A connection that was submitted here has reached the status `CONNECTED`. */
  onConnected?: ((event: { connection: ConnectionView }) => void) | undefined
  /** The page ran out of time under the customer's hands, and they were asked whether to start again. */
  onExpired?: (() => void) | undefined
  /** The flow is over, and its dialog gone: the moment for a toast, which the dialog would have covered. */
  onExit?: ((event: ExitEvent) => void) | undefined
  onError?: ((error: ConnectError) => void) | undefined
  /** The steps of the session, for analytics. */
  onEvent?: ((event: AnalyticsEvent) => void) | undefined
}

interface SessionMoment {
  session: Session
  phase: ConnectPhase
  /** The connections that are known, to notice when a submitted one is connected. */
  connections: readonly ConnectionView[]
  /** Set while the session closes because somebody else signed in. */
  hasUserChanged: RefObject<boolean>
}

/** Calls the host back at each moment of a session that it asked for. */
export function useSessionCallbacks(
  callbacks: SessionCallbacks,
  { session, phase, connections, hasUserChanged }: SessionMoment,
): void {
  const latest = useLatest(callbacks)
  const track = useSubmissions(connections, (connection) =>
    callHost(latest.current.onConnected, { connection }),
  )
  const submitted = useRef<readonly { id: string }[]>([])
  const last = useRef(phase)

  useEffect(
    () =>
      session.onSubmitted((submission) => {
        track(submission)
        const connections = submission.connections.map(({ id }) => ({ id }))
        submitted.current = [...submitted.current, ...connections]
        void callHost(latest.current.onSubmitted, { connections })
      }),
    [session, track, latest],
  )

  useEffect(
    () => session.onAnalyticsEvent((event) => callHost(latest.current.onEvent, event)),
    [session, latest],
  )

  useEffect(() => {
    const before = last.current
    last.current = phase
    if (before.status === phase.status) return
    if (phase.status === 'failed') void callHost(latest.current.onError, phase.error)
    if (phase.status === 'expired' && phase.cause === 'time') void callHost(latest.current.onExpired)
    if (phase.status === 'closed' && before.status !== 'idle') {
      const event = exitEvent(before, submitted.current, hasUserChanged.current)
      submitted.current = []
      hasUserChanged.current = false
      void callHost(latest.current.onExit, event)
    }
  }, [phase, latest, hasUserChanged])
}

function exitEvent(
  before: ConnectPhase,
  connections: ExitEvent['connections'],
  hasUserChanged: boolean,
): ExitEvent {
  const error = before.status === 'failed' ? before.error : null
  const wasSubmitted = before.status === 'submitted' || connections.length > 0
  const outcome = wasSubmitted ? 'submitted' : error ? 'failed' : 'dismissed'
  return { reason: hasUserChanged ? 'user_changed' : outcome, phase: before.status, error, connections }
}
