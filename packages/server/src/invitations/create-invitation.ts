import { isSameId, type NectarInvitation, nectarInvitation } from '@nectar-connect/contract/nectar'
import {
  type InvitationKind,
  type InvitationReason,
  trustedInvitationUrl,
} from '@nectar-connect/contract/wire'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarClient } from '../nectar/nectar-client.ts'
import type { NectarClock } from '../nectar/nectar-clock.ts'
import { requireOwnConnection } from '../nectar/ownership.ts'
import type { Reply } from '../nectar/upstream.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import type { Settings } from '../settings/settings.ts'
import { resolvePolicy } from './policy.ts'

/** The request goes on for this many time limits after the browser got a timeout. */
const PATIENCE = 4
/** A shared invitation is claimed for a minute, in which it has to be mailed as well. In milliseconds. */
const SHARED_LIMIT_MS = 30_000

/** An invitation to create. */
export interface NewInvitation {
  user: { companyId: string; userId: string }
  request: { kind: InvitationKind; reason: InvitationReason; connectionId?: string }
  /** What the host's schema made of the browser's data. */
  input: unknown
  /** For a colleague; undefined: for the person who opened the widget. `to` is null for a link. */
  sharing?: { to: string | null; sendEmail: boolean }
}

/**
 * Makes one invitation at Nectar and checks that it is what was asked for.
 *
 * @param onSend Called right before the request is sent.
 * @throws NectarConnectError
 */
export type CreateInvitation = (
  invitation: NewInvitation,
  log: Log,
  onSend: () => void,
) => Promise<NectarInvitation>

interface CreatorDeps {
  client: NectarClient
  clock: NectarClock
  settings: Pick<Settings, 'hostedOrigin' | 'sharing' | 'timeoutMs'>
  /** The host's function; undefined: everything as usual. */
  policy: NectarConnectOptions['invitationPolicy']
}

export function createInvitationCreator(deps: CreatorDeps): CreateInvitation {
  return (invitation, log, onSend) => createInvitation(invitation, deps, log, onSend)
}

async function createInvitation(
  { user, request, input, sharing }: NewInvitation,
  { client, clock, settings, policy }: CreatorDeps,
  log: Log,
  onSend: () => void,
): Promise<NectarInvitation> {
  const { kind, reason, connectionId = null } = request
  if (connectionId !== null) await requireOwnConnection(client, user.companyId, connectionId, log)
  const mode = sharing === undefined ? 'embedded' : 'shared'
  const body = await resolvePolicy(
    policy,
    { user, kind, reason, mode, to: sharing?.to ?? null, connectionId, input },
    sharing === undefined
      ? null
      : { expiresInSeconds: settings.sharing.expiresInSeconds, sendEmail: sharing.sendEmail },
    settings.sharing,
    log,
  )
  const target =
    connectionId !== null
      ? ({ kind: 'reconnect', connectionId } as const)
      : ({ kind: 'contributor', companyId: user.companyId } as const)
  onSend()
  const patience = PATIENCE * settings.timeoutMs
  const limitMs = sharing === undefined ? patience : Math.min(patience, SHARED_LIMIT_MS)
  const reply = await client.createInvitation(target, body, limitMs, log)
  const invitation = readInvitation(reply)
  clock.observe(invitation.createdAt, reply)
  const code = objection(invitation, user.companyId, connectionId, settings.hostedOrigin)
  if (code === null) {
    log.info('An invitation was made.', { invitationId: invitation.id, kind, reason, mode, connectionId })
    return invitation
  }
  await revoke(client, invitation, log)
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
  connectionId: string | null,
  hostedOrigin: string,
) {
  const { companyId: madeFor, connectionId: mends } = invitation
  if (madeFor !== null && !isSameId(madeFor, companyId)) return 'nectar_invalid_response'
  if (connectionId !== null && mends !== null && !isSameId(mends, connectionId)) {
    return 'nectar_invalid_response'
  }
  return trustedInvitationUrl(invitation.invitationUrl, hostedOrigin) === null
    ? 'invitation_url_untrusted'
    : null
}

/**
 * An invitation that nobody gets should not stay usable. If it cannot be revoked, that is not another error.
 *
 * @returns whether it was revoked
 */
export async function revoke(
  client: Pick<NectarClient, 'revokeInvitation'>,
  invitation: Pick<NectarInvitation, 'id'>,
  log: Log,
): Promise<boolean> {
  try {
    await client.revokeInvitation(invitation.id, log)
    log.info('An invitation was revoked.', { invitationId: invitation.id })
    return true
  } catch {
    log.error('An invitation that was not handed out could not be revoked.', { invitationId: invitation.id })
    return false
  }
}
