import type { InvitationTicket } from '@nectar-connect/contract'
import { ConnectError } from '../connect-error.ts'
import type { OpenInvitation } from './phase.ts'

const PATH = /^\/p\/i\/[^/]+/

/**
 * Checks a ticket before anything is framed, and turns its remaining life into a deadline.
 *
 * The server has checked the origin already. What only the browser can know is its own origin: a frame on the same
 * origin, with the flags that Nectar's page needs, would not be sandboxed at all.
 *
 * @param now the session's clock, in milliseconds
 * @throws ConnectError `frame_refused`
 */
export function openInvitation(ticket: InvitationTicket, now: number, ownOrigin: string): OpenInvitation {
  const url = new URL(ticket.url)
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!isSecure || !PATH.test(url.pathname) || url.username !== '' || url.origin === ownOrigin) {
    throw new ConnectError('frame_refused')
  }
  return {
    id: ticket.id,
    url: url.href,
    origin: url.origin,
    useCount: ticket.useCount,
    requiresEmail: ticket.requiresEmail,
    deadline: ticket.expiresInMs === null ? null : now + ticket.expiresInMs,
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}
