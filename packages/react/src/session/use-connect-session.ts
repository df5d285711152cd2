import type { ConnectIntent, ConnectPhase, Presentation, Session } from '@nectar-connect/client'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { callHost, useLatest } from '../context/call-host.ts'
import { useConnections } from '../data/use-connections.ts'
import { useEnvironment } from '../data/use-environment.ts'
import { trackHostInput } from './host-input.ts'
import { isIdle } from './is-idle.ts'
import { useParkedSession } from './use-parked-session.ts'
import { type SessionCallbacks, useSessionCallbacks } from './use-session-callbacks.ts'
import { type ShareCallbacks, type ShareFlow, useShareFlow } from './use-share-flow.ts'

/** What a page may hear of connecting and of asking a colleague. */
export interface NectarConnectCallbacks extends SessionCallbacks, ShareCallbacks {}

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
  phase: ConnectPhase
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
  openShare(target?: { connectionId?: string | undefined }): void
  /** Sends the link to the signed-in person's own address. */
  shareWithSelf(): void
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
  const known = connections.status === 'success' ? connections.connections : NONE
  const latestKnown = useLatest(known)
  const session = useParkedSession(name)
  const phase = useSyncExternalStore(session.phase.subscribe, session.phase.get, session.phase.get)
  const hasUserChanged = useRef(false)
  useSessionCallbacks(options, { session, phase, connections: known, hasUserChanged })
  useScope(session, hasUserChanged)
  useEffect(trackHostInput, [])

  const { input, warningMs } = options
  const share = useShareFlow({
    connectionId: options.connectionId,
    input,
    onShared: (event) => callHost(latest.current.onShared, event),
  })
  useEffect(
    () => session.configure({ input, warningMs, presentation }),
    [session, input, warningMs, presentation],
  )

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
        if (current.status !== 'intro') return
        const { intent } = current
        session.consent(intent.kind === 'reconnect' ? intentOf(intent.connectionId) : intent)
      },
      connectAnother: () => session.open({ kind: 'contributor' }),
      reconnect: (connectionId) => session.reconnect(intentOf(connectionId)),
      share,
      openShare(target) {
        share.open({ connectionId: target?.connectionId ?? askedFor(session.phase.get()) })
      },
      shareWithSelf: () => share.open({ connectionId: askedFor(session.phase.get()), isSelf: true }),
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
function askedFor(phase: ConnectPhase): string | undefined {
  if (!('intent' in phase) || phase.intent.kind !== 'reconnect') return undefined
  return phase.intent.connectionId
}

/** Once it is known who is here, an earlier load's session may be told of; when it is somebody else, all is over. */
function useScope(session: Session, hasUserChanged: RefObject<boolean>) {
  const { client } = useEnvironment()
  useEffect(() => {
    const { scope } = client
    let last = scope.get()
    if (last !== null) session.resume()
    return scope.subscribe(() => {
      if (last === null) {
        session.resume()
      } else {
        hasUserChanged.current = !isIdle(session.phase.get())
        session.close()
      }
      last = scope.get()
    })
  }, [client, session, hasUserChanged])
}
