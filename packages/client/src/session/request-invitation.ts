import type { CreateInvitationRequest } from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import type { SessionEnvironment } from './environment.ts'
import type { WidgetPlacement } from './funnel.ts'
import { openInvitation } from './open-invitation.ts'
import type { OpenInvitation, Phase } from './phase.ts'

/** What the host may set. It holds for what is asked for from then on. */
export interface SessionSettings {
  /** The host's own data for its invitation policy. */
  input?: Record<string, unknown> | undefined
  /** How long before the end the customer is warned, in milliseconds. Default 120 000. */
  warningMs?: number | undefined
  /** For the funnel. Default `custom`. */
  placement?: WidgetPlacement | undefined
}

const WARNING_MS = 120_000

export type CreateRequest = Extract<Phase, { name: 'requesting' }>

/**
 * Asks the backend for an invitation, and checks what comes. One that may not be framed is taken back.
 *
 * @throws ConnectError
 */
export async function requestInvitation(
  { client, clock, ownOrigin }: SessionEnvironment,
  { attemptId, purpose, reason }: CreateRequest,
  { input, warningMs = WARNING_MS }: SessionSettings,
): Promise<{ invitation: OpenInvitation; status: string }> {
  const common = { attemptId, reason, ...(input === undefined ? {} : { input }) }
  const request: CreateInvitationRequest =
    purpose.kind === 'reconnect'
      ? { kind: 'reconnect', connectionId: purpose.connectionId, ...common }
      : { kind: 'contributor', ...common }
  const ticket = await client.createInvitation(request)
  try {
    const hostedOrigin = await findHome(client)
    const here = { now: clock.now(), ownOrigin: ownOrigin(), hostedOrigin, warningMs }
    return { invitation: openInvitation(ticket, here), status: ticket.status }
  } catch (error) {
    client.revokeInvitation(ticket.id).catch(() => {})
    throw error
  }
}

/** Where Nectar's page lives. A session may be open before anything else was read. */
async function findHome(client: ConnectClient): Promise<string | null> {
  if (client.hostedOrigin() === undefined) await client.listConnections().catch(() => null)
  return client.hostedOrigin() ?? null
}
