import type {
  ActivePage,
  ConnectError,
  Phase,
  Placement,
  Purpose,
  Session,
  SubmittedConnection,
} from '@nectar-connect/client'
import type { InvitationReason } from '@nectar-connect/contract/wire'

/** Nectar's page, without its address: that is a bearer secret. */
export interface ConnectPage {
  purpose: Purpose
  placement: Placement
  /** Why nobody can say at the moment how the page fares; null: all is well. The page itself goes on. */
  trouble: ConnectError | null
  /** Milliseconds left; null: it never runs out. Asks the clock each time. */
  remainingMs: () => number | null
}

/** The phase of a session, as a host's own screens may see it: one at a time, each with just what is valid in it. */
export type ConnectPhase =
  | { name: 'idle' }
  | { name: 'intro'; purpose: Purpose }
  | { name: 'requesting'; purpose: Purpose; reason: InvitationReason }
  | ({ name: 'loading' } & ConnectPage)
  | ({ name: 'live' } & ConnectPage)
  | ({ name: 'expiring' } & ConnectPage)
  | ({ name: 'checking' } & ConnectPage)
  | { name: 'expired'; purpose: Purpose; cause: 'time' | 'interrupted' }
  | { name: 'submitted'; purpose: Purpose; connections: readonly SubmittedConnection[]; at: string }
  | { name: 'ended'; purpose: Purpose; cause: 'revoked' | 'fulfilled' }
  | {
      name: 'failed'
      purpose: Purpose
      error: ConnectError
      /** Milliseconds until it may be retried, because the server said so; 0: now. */
      retryInMs: () => number
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
    case 'live':
    case 'expiring':
    case 'checking':
      return { name: phase.name, ...pageOf(phase, session) }
    case 'expired':
      return { name: 'expired', purpose: phase.purpose, cause: phase.cause }
    case 'submitted': {
      const { name, purpose, connections, at } = phase
      return { name, purpose, connections, at }
    }
    case 'ended':
      return { name: 'ended', purpose: phase.purpose, cause: phase.cause }
    case 'failed': {
      const { name, purpose, error, page } = phase
      return { name, purpose, error, retryInMs: session.retryInMs, canOpenInNewTab: page !== null }
    }
    default:
      return phase satisfies never
  }
}

function pageOf({ purpose, placement, trouble }: ActivePage, session: Session): ConnectPage {
  return { purpose, placement, trouble, remainingMs: session.remainingMs }
}
