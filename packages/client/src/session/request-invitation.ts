import {
  type CreatedInvitation,
  type CreateInvitationRequest,
  isLoopback,
  NECTAR_HOSTED_ORIGIN,
  NECTAR_HOSTED_PATH,
  type Prefill,
} from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { warnInDevelopment } from '../development/warn-in-development.ts'
import { ConnectError } from '../lib/connect-error.ts'
import type { Platform } from '../platform/platform.ts'
import type { Presentation } from './analytics.ts'
import type { ConnectPhase, OpenInvitation } from './phase.ts'

/** What the host may set. It applies to later requests. */
export interface SessionSettings {
  /** The host's own data for its invitation policy. */
  input?: Record<string, unknown> | undefined
  /** What is filled in on Nectar's page beforehand, for a new connection. */
  prefill?: Prefill | undefined
  /** How long before the end the customer is warned, in milliseconds. Default 120 000. */
  warningMs?: number | undefined
  /** For analytics. Default `custom`. */
  presentation?: Presentation | undefined
}

const WARNING_MS = 120_000

/** One token, without characters that a proxy may read as another part of the path. */
const TOKEN = /^(?!.*(%2f|%5c))[^/\\]+$/i

export type CreateRequest = Extract<ConnectPhase, { status: 'requesting' }>

/** Asks for an invitation, and checks it. One that may not be framed is revoked. @throws ConnectError */
export async function requestInvitation(
  client: ConnectClient,
  { now, origin }: Pick<Platform, 'now' | 'origin'>,
  { idempotencyKey, intent, reason }: CreateRequest,
  { input, prefill, warningMs = WARNING_MS }: SessionSettings,
): Promise<{ invitation: OpenInvitation; url: string; status: string }> {
  const common = { idempotencyKey, reason, ...(input === undefined ? {} : { input }) }
  const request: CreateInvitationRequest =
    intent.kind === 'reconnect'
      ? { kind: 'reconnect', connectionId: intent.connectionId, ...common }
      : { kind: 'contributor', ...common, ...(prefill === undefined ? {} : { prefill }) }
  const created = await client.createInvitation(request)
  warnInDevelopment({ kind: 'prefill_ignored', texts: created.setupProblems ?? [] })
  try {
    // A session may be open before anything else was read.
    if (client.hostedOrigin() === undefined) await client.listConnections().catch(() => null)
    const hostedOrigin = client.hostedOrigin() ?? null
    const here = { now: now(), ownOrigin: origin(), hostedOrigin, warningMs }
    const invitation = openInvitation(created, here)
    return { invitation, url: new URL(created.url).href, status: created.status }
  } catch (error) {
    client.revokeInvitation(created.id).catch(() => {})
    throw error
  }
}

/** What this page knows. Times are in milliseconds, `now` on the session's clock. */
interface Here {
  now: number
  ownOrigin: string
  /** The origin of Nectar's page, as the server said elsewhere; null: it did not say. */
  hostedOrigin: string | null
  /** How long before the end the customer is warned. */
  warningMs: number
}

/**
 * Checks an invitation before anything is framed, and turns its remaining life into a deadline.
 *
 * The server has checked the origin already; it is checked again, exactly, since whatever is framed takes a customer's
 * password. What only the browser can know is its own origin: a frame on the same origin, with the flags that Nectar's
 * page needs, would not be sandboxed at all.
 *
 * @throws ConnectError `frame_refused`
 */
export function openInvitation(
  created: CreatedInvitation,
  { now, ownOrigin, hostedOrigin, warningMs }: Here,
): OpenInvitation {
  const url = new URL(created.url)
  const isLocal = isLoopback(url.hostname)
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)
  // Where the server does not say: Nectar's own origin, or a sandbox on this computer.
  const isHome =
    hostedOrigin === null ? url.origin === NECTAR_HOSTED_ORIGIN || isLocal : url.origin === hostedOrigin
  const isPlain = url.username === '' && url.password === '' && hasToken(url)
  if (!isSecure || !isHome || !isPlain || url.origin === ownOrigin) throw new ConnectError('frame_refused')
  const { id, useCount, expiresInMs } = created
  return {
    id,
    origin: url.origin,
    useCount,
    deadline: expiresInMs === null ? null : now + expiresInMs,
    // The warning for a short life comes at half of it: one that shows from the start is ignored.
    warningMs: Math.min(warningMs, (expiresInMs ?? Infinity) / 2),
  }
}

function hasToken({ pathname }: URL): boolean {
  return pathname.startsWith(NECTAR_HOSTED_PATH) && TOKEN.test(pathname.slice(NECTAR_HOSTED_PATH.length))
}
