import type {
  ActivePage,
  ConnectError,
  ConnectIntent,
  PageDisplay,
  Phase,
  Session,
  SubmittedConnection,
} from '@nectar-connect/client'
import type { InvitationReason } from '@nectar-connect/contract/wire'

/** Nectar's page, without its address: that is a bearer secret. */
export interface HostedPageState {
  intent: ConnectIntent
  display: PageDisplay
  /** Why nobody can say at the moment how the page fares; null: all is well. The page itself goes on. */
  connectivityError: ConnectError | null
  /** Milliseconds left; null: it never runs out. Asks the clock each time. */
  getRemainingMs: () => number | null
}

/** The phase of a session, as a host's own screens may see it: one at a time, each with just what is valid in it. */
export type ConnectPhase =
  | { name: 'idle' }
  | { name: 'intro'; intent: ConnectIntent }
  | { name: 'requesting'; intent: ConnectIntent; reason: InvitationReason }
  | ({ name: 'loading' } & HostedPageState)
  | ({ name: 'open' } & HostedPageState)
  | ({ name: 'expiring' } & HostedPageState)
  | ({ name: 'checking' } & HostedPageState)
  | { name: 'expired'; intent: ConnectIntent; cause: 'time' | 'interrupted' }
  | { name: 'submitted'; intent: ConnectIntent; connections: readonly SubmittedConnection[]; at: string }
  | { name: 'closedByNectar'; intent: ConnectIntent; reason: 'revoked' | 'fulfilled' }
  | {
      name: 'failed'
      intent: ConnectIntent
      error: ConnectError
      /** Milliseconds until it may be retried, because the server said so; 0: now. */
      getRetryInMs: () => number
      /** The page could not be shown here, and `openInNewTab` still can. */
      canOpenInNewTab: boolean
    }
  | { name: 'closed' }

/** Leaves out what is nobody's business outside: the page's address, and the names of wishes. */
export function connectPhase(phase: Phase, session: Session): ConnectPhase {
  switch (phase.name) {
    case 'idle':
    case 'closed':
      return { name: phase.name }
    case 'intro':
      return { name: 'intro', intent: phase.intent }
    case 'requesting':
      return { name: 'requesting', intent: phase.intent, reason: phase.reason }
    case 'loading':
    case 'open':
    case 'expiring':
    case 'checking':
      return { name: phase.name, ...pageOf(phase, session) }
    case 'expired':
      return { name: 'expired', intent: phase.intent, cause: phase.cause }
    case 'submitted': {
      const { name, intent, connections, at } = phase
      return { name, intent, connections, at }
    }
    case 'closedByNectar':
      return { name: 'closedByNectar', intent: phase.intent, reason: phase.reason }
    case 'failed': {
      const { name, intent, error, page } = phase
      return { name, intent, error, getRetryInMs: session.getRetryInMs, canOpenInNewTab: page !== null }
    }
    default:
      return phase satisfies never
  }
}

function pageOf({ intent, display, connectivityError }: ActivePage, session: Session): HostedPageState {
  return { intent, display, connectivityError, getRemainingMs: session.getRemainingMs }
}
