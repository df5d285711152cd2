import {
  type AnalyticsEvent,
  ConnectError,
  type ConnectIntent,
  type ConnectPhase,
  type PhaseStatus,
  type Session,
} from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { useEffect, useRef } from 'react'
import { callHost } from '../context/call-host.ts'
import { useCommitEffect, useLatest } from '../context/use-latest.ts'
import { isNewer } from '../data/pending-check.ts'
import { connectionsRoot } from '../data/queries.ts'
import { useEnvironment } from '../data/use-environment.ts'

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
  known: readonly ConnectionView[]
}

/** Calls the host back at each moment of a session that it asked for. */
export function useSessionCallbacks(
  callbacks: SessionCallbacks,
  { session, phase, known }: SessionMoment,
): void {
  const environment = useEnvironment()
  const { scope } = environment.client
  const latest = useLatest(callbacks)
  /** What was submitted, until it is connected: also after the dialog was closed. */
  const followed = useRef(new Map<string, ConnectIntent>())
  const submitted = useRef<readonly { id: string }[]>([])
  const last = useRef({ phase, scope: scope.get() })

  useEffect(
    () =>
      session.onSubmitted(({ intent, connections }) => {
        const { client, queryClient, pendingChecks } = environment
        const ids = connections.map(({ id }) => ({ id }))
        for (const { id } of ids) followed.current.set(id, intent)
        if (intent.kind === 'reconnect') {
          const check = { since: new Date().toISOString(), baseline: intent.baseline }
          pendingChecks.set(new Map(pendingChecks.get()).set(intent.connectionId, check))
        }
        // The lists look again at once, and eagerly from then on.
        void queryClient.invalidateQueries({ queryKey: connectionsRoot(client.basePath) })
        submitted.current = [...submitted.current, ...ids]
        void callHost(latest.current.onSubmitted, { connections: ids })
      }),
    [session, environment, latest],
  )

  useEffect(() => {
    for (const connection of known) {
      const intent = followed.current.get(connection.id)
      if (!intent || connection.status !== 'CONNECTED' || !connection.isActive) continue
      if (intent.kind === 'reconnect' && !isNewer(connection, intent.baseline)) continue
      followed.current.delete(connection.id)
      void callHost(latest.current.onConnected, { connection })
    }
  })

  useCommitEffect(
    () => session.onAnalyticsEvent((event) => callHost(latest.current.onEvent, event)),
    [session, latest],
  )

  useEffect(() => {
    const before = last.current
    last.current = { phase, scope: scope.get() }
    if (before.phase.status === phase.status) return
    if (phase.status === 'failed') void callHost(latest.current.onError, phase.error)
    if (phase.status === 'expired' && phase.cause === 'time') void callHost(latest.current.onExpired)
    if (phase.status === 'closed' && before.phase.status !== 'idle') {
      const hasUserChanged = before.scope !== null && before.scope !== scope.get()
      const event = exitEvent(before.phase, submitted.current, hasUserChanged)
      submitted.current = []
      void callHost(latest.current.onExit, event)
    }
  }, [phase, scope, latest])
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

/** Reports a failure of ours to the host. */
export function reportFault(
  failure: { cause: unknown; requestId: string },
  onError: (error: ConnectError) => void,
): Promise<boolean> {
  return callHost(onError, new ConnectError('internal_error', failure))
}
