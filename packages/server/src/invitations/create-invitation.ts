import {
  isSameId,
  type NectarInvitation,
  type NectarInvitationCreate,
  nectarInvitation,
} from '@nectar-connect/contract/nectar'
import {
  type InvitationKind,
  type InvitationReason,
  type Prefill,
  trustedInvitationUrl,
} from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import { type NectarClient, requireOwnConnection } from '../nectar/nectar-client.ts'
import { resolvePolicy } from './policy.ts'

/** The request goes on for this many time limits after the browser got a timeout. */
const PATIENCE = 4
/** A shared invitation is claimed for a minute, in which it has to be mailed as well. In milliseconds. */
const SHARED_LIMIT_MS = 30_000

const REFUSED_PREFILL =
  'Nectar refused an invitation with what a page fills in, such as a provider that it does not know. It is asked for one where nothing is filled in.'

/** An invitation that a user of the widget asks for. */
export interface UserInvitation {
  user: { companyId: string; userId: string }
  request: { kind: InvitationKind; reason: InvitationReason; connectionId?: string }
  /** What the host's schema made of the browser's data. */
  input: unknown
  /** What is taken of the page's. */
  prefill: Prefill | null
  /** For a colleague; undefined: for the person who opened the widget. `to` is null for a link. */
  sharing?: { to: string | null; sendEmail: boolean }
}

export type CreateInvitation = ReturnType<typeof createInvitationCreator>

export function createInvitationCreator(deps: Pick<Core, 'client' | 'options' | 'settings'>) {
  const { client, options, settings } = deps
  /** @param onSend Called right before the request is sent. @throws NectarConnectError */
  return async (
    { user, request, input, prefill, sharing }: UserInvitation,
    log: Log,
    onSend: () => void,
  ): Promise<NectarInvitation> => {
    const { companyId } = user
    const { kind, reason, connectionId = null } = request
    if (connectionId !== null) await requireOwnConnection(client, companyId, connectionId, log)
    const mode = sharing === undefined ? 'embedded' : 'shared'
    const body = await resolvePolicy(
      options.invitationPolicy,
      { user, kind, reason, mode, to: sharing?.to ?? null, connectionId, input, prefill },
      sharing && { expiresInSeconds: settings.sharing.expiresInSeconds, sendEmail: sharing.sendEmail },
      settings.sharing,
      log,
    )
    onSend()
    const patience = PATIENCE * settings.timeoutMs
    const limitMs = sharing === undefined ? patience : Math.min(patience, SHARED_LIMIT_MS)
    const make = (terms: NectarInvitationCreate) =>
      requestInvitation({ companyId, connectionId }, terms, limitMs, deps, log)
    const invitation = await make(body).catch((error: unknown) => {
      if (prefill === null || !isRejected(error)) throw error
      log.counted('warn', REFUSED_PREFILL, {})
      const { prefill: _, ...terms } = body
      return make(terms)
    })
    log.info('An invitation was made.', { invitationId: invitation.id, kind, reason, mode, connectionId })
    return invitation
  }
}

/** Has Nectar make an invitation. One that is not what was asked for is revoked. @throws NectarConnectError */
export async function requestInvitation(
  target: { companyId: string; connectionId: string | null },
  body: NectarInvitationCreate,
  limitMs: number,
  { client, settings }: Pick<Core, 'client' | 'settings'>,
  log: Log,
): Promise<NectarInvitation> {
  const invitation = readInvitation(await client.createInvitation(target, body, limitMs, log))
  const objection = objectionTo(invitation, target, settings.hostedOrigin)
  if (objection === null) return invitation
  await revoke(client, invitation, log)
  throw objection
}

function isRejected(error: unknown): boolean {
  return NectarConnectError.isInstance(error) && error.code === 'nectar_rejected'
}

function readInvitation(json: unknown): NectarInvitation {
  const parsed = nectarInvitation.safeParse(json)
  if (parsed.success) return parsed.data
  throw new NectarConnectError('outcome_unknown', {
    message: 'Nectar answered the creation of an invitation with something unreadable. It may exist.',
  })
}

function objectionTo(
  invitation: NectarInvitation,
  target: { companyId: string; connectionId: string | null },
  hostedOrigin: string,
): NectarConnectError | null {
  const { companyId, connectionId, invitationUrl } = invitation
  const isOthers =
    (companyId !== null && !isSameId(companyId, target.companyId)) ||
    (target.connectionId !== null && connectionId !== null && !isSameId(connectionId, target.connectionId))
  if (isOthers) {
    return new NectarConnectError('nectar_invalid_response', {
      message:
        'Nectar made an invitation for another company or connection than the one asked for. It is not shown.',
    })
  }
  if (trustedInvitationUrl(invitationUrl, hostedOrigin) !== null) return null
  return new NectarConnectError('invitation_url_untrusted', {
    message: `Nectar made an invitation that does not live on ${hostedOrigin} under /p/i/. It is not shown and was revoked. Is "nectar.hostedOrigin" right?`,
  })
}

/** @throws NectarConnectError `invitation_url_untrusted` */
export function requireTrustedUrl(
  { invitationUrl }: NectarInvitation,
  { hostedOrigin }: { hostedOrigin: string },
): string {
  const url = trustedInvitationUrl(invitationUrl, hostedOrigin)
  if (url === null) throw new NectarConnectError('invitation_url_untrusted')
  return url
}

/** An invitation that nobody gets should not stay usable. @returns whether it was revoked */
export async function revoke(
  client: Pick<NectarClient, 'revokeInvitation'>,
  { id: invitationId }: Pick<NectarInvitation, 'id'>,
  log: Log,
): Promise<boolean> {
  try {
    await client.revokeInvitation(invitationId, log)
    log.info('An invitation was revoked.', { invitationId })
    return true
  } catch {
    log.error('An invitation that was not handed out could not be revoked.', { invitationId })
    return false
  }
}
