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
  purpose: ConnectIntent
  display: PageDisplay
  /** Why nobody can say at the moment how the page fares; null: all is well. The page itself goes on. */
  connectivityError: ConnectError | null
  /** Milliseconds left; null: it never runs out. Asks the clock each time. */
  getRemainingMs: () => number | null
}

/** The phase of a session, as a host's own screens may see it: one at a time, each with just what is valid in it. */
export type ConnectPhase =
  | { name: 'idle' }
  | { name: 'intro'; purpose: ConnectIntent }
  | { name: 'requesting'; purpose: ConnectIntent; reason: InvitationReason }
  | ({ name: 'loading' } & HostedPageState)
  | ({ name: 'open' } & HostedPageState)
  | ({ name: 'expiring' } & HostedPageState)
  | ({ name: 'checking' } & HostedPageState)
  | { name: 'expired'; purpose: ConnectIntent; cause: 'time' | 'interrupted' }
  | { name: 'submitted'; purpose: ConnectIntent; connections: readonly SubmittedConnection[]; at: string }
  | { name: 'closedByNectar'; purpose: ConnectIntent; reason: 'revoked' | 'fulfilled' }
  | {
      name: 'failed'
      purpose: ConnectIntent
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
      return { name: 'intro', purpose: phase.purpose }
    case 'requesting':
      return { name: 'requesting', purpose: phase.purpose, reason: phase.reason }
    case 'loading':
    case 'open':
    case 'expiring':
    case 'checking':
      return { name: phase.name, ...pageOf(phase, session) }
    case 'expired':
      return { name: 'expired', purpose: phase.purpose, cause: phase.cause }
    case 'submitted': {
      const { name, purpose, connections, at } = phase
      return { name, purpose, connections, at }
    }
    case 'closedByNectar':
      return { name: 'closedByNectar', purpose: phase.purpose, reason: phase.reason }
    case 'failed': {
      const { name, purpose, error, page } = phase
      return { name, purpose, error, getRetryInMs: session.getRetryInMs, canOpenInNewTab: page !== null }
    }
    default:
      return phase satisfies never
  }
}

function pageOf({ purpose, display, connectivityError }: ActivePage, session: Session): HostedPageState {
  return { purpose, display, connectivityError, getRemainingMs: session.getRemainingMs }
}
