import type { InvitationTicket } from '@nectar-connect/contract'
import { ConnectError } from '../connect-error.ts'
import type { OpenInvitation } from './phase.ts'

const PATH = /^\/p\/i\/[^/]+/

/** How this page sees the world. */
interface Here {
  /** The session's clock, in milliseconds. */
  now: number
  ownOrigin: string
  /** How long before the end the customer is warned, in milliseconds. */
  warningMs: number
}

/**
 * Checks a ticket before anything is framed, and turns its remaining life into a deadline.
 *
 * The server has checked the origin already. What only the browser can know is its own origin: a frame on the same
 * origin, with the flags that Nectar's page needs, would not be sandboxed at all.
 *
 * A short life is warned of at its half: a warning that is there from the start warns nobody.
 *
 * @throws ConnectError `frame_refused`
 */
export function openInvitation(
  ticket: InvitationTicket,
  { now, ownOrigin, warningMs }: Here,
): OpenInvitation {
  const url = new URL(ticket.url)
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!isSecure || !PATH.test(url.pathname) || url.username !== '' || url.origin === ownOrigin) {
    throw new ConnectError('frame_refused')
  }
  const { id, useCount, requiresEmail, expiresInMs } = ticket
  return {
    id,
    url: url.href,
    origin: url.origin,
    useCount,
    requiresEmail,
    deadline: expiresInMs === null ? null : now + expiresInMs,
    warningMs: Math.min(warningMs, (expiresInMs ?? Infinity) / 2),
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}
