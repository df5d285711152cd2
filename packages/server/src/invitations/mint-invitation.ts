import type { CreateInvitationRequest } from '@nectar-connect/contract'
import { type NectarInvitation, nectarInvitation } from '@nectar-connect/contract/nectar'
import { requireOwnConnection } from '../connections/require-own-connection.ts'
import { isSameId } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Reply } from '../nectar-client/upstream.ts'
import { NectarConnectError } from '../nectar-connect-error.ts'
import type { Services } from '../services.ts'
import { trustedInvitationUrl } from './invitation-url.ts'
import { decideInvitation } from './policy.ts'

/** The request goes on for this many time limits after the browser was told that it takes too long. */
const PATIENCE = 4

/**
 * Makes one invitation at Nectar and checks that it is what was asked for.
 *
 * @param onSend Called right before the request is sent.
 * @throws NectarConnectError
 */
export async function mintInvitation(
  wish: { caller: { companyId: string; userId: string }; request: CreateInvitationRequest; input: unknown },
  services: Services,
  log: Log,
  onSend: () => void,
): Promise<NectarInvitation> {
  const { caller, request, input } = wish
  const { client, settings, clock } = services
  if (request.kind === 'reconnect') {
    await requireOwnConnection(client, caller.companyId, request.connectionId, log)
  }
  const body = await decideInvitation(services.invitationPolicy, request, {
    caller,
    kind: request.kind,
    reason: request.reason,
    connectionId: request.kind === 'reconnect' ? request.connectionId : null,
    input,
  })
  const target =
    request.kind === 'reconnect'
      ? ({ kind: 'reconnect', connectionId: request.connectionId } as const)
      : ({ kind: 'contributor', companyId: caller.companyId } as const)
  onSend()
  const reply = await client.createInvitation(target, body, PATIENCE * settings.timeoutMs, log)
  const invitation = readInvitation(reply)
  clock.observe(invitation.createdAt, reply)
  const code = objection(invitation, caller.companyId, request, settings.hostedOrigin)
  if (code === null) return invitation
  await withdraw(invitation, services, log)
  throw new NectarConnectError(code, {
    message:
      code === 'invitation_url_untrusted'
        ? `Nectar made an invitation that does not live on ${settings.hostedOrigin} under /p/i/. It is not shown and was revoked. Is "nectar.hostedOrigin" right?`
        : 'Nectar made an invitation for another company or connection than the one asked for. It is not shown.',
  })
}

function readInvitation({ json }: Reply): NectarInvitation {
  const parsed = nectarInvitation.safeParse(json)
  if (parsed.success) return parsed.data
  throw new NectarConnectError('outcome_unknown', {
    message: 'Nectar answered the creation of an invitation with something unreadable. It may exist.',
  })
}

function objection(
  invitation: NectarInvitation,
  companyId: string,
  request: CreateInvitationRequest,
  hostedOrigin: string,
) {
  const { companyId: madeFor, connectionId: mends } = invitation
  if (madeFor !== null && !isSameId(madeFor, companyId)) return 'nectar_invalid_response'
  if (request.kind === 'reconnect' && mends !== null && !isSameId(mends, request.connectionId)) {
    return 'nectar_invalid_response'
  }
  return trustedInvitationUrl(invitation.invitationUrl, hostedOrigin) === null
    ? 'invitation_url_untrusted'
    : null
}

/** An invitation that is not handed out should not stay usable; that it does is no reason for another error. */
async function withdraw(invitation: NectarInvitation, { client }: Services, log: Log) {
  try {
    await client.revokeInvitation(invitation.id, log)
  } catch {
    log.error('An invitation that was not handed out could not be revoked.', { invitationId: invitation.id })
  }
}
