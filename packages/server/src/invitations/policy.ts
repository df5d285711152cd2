import type { NectarInvitationCreate } from '@nectar-connect/contract/nectar'
import { hostHookError } from '../lib/host-hook-error.ts'
import type { Log } from '../lib/log.ts'
import type { InvitationContext, InvitationPolicy, NectarConnectOptions } from '../settings/options.ts'
import { validateAddress } from '../settings/validate-address.ts'
import { readPolicy } from './read-policy.ts'

/**
 * Asks the host's policy how to create the invitation, and checks its answer.
 *
 * @param terms The terms of a colleague's invitation, whatever the host's policy says; null: it is not shared.
 * @param sharing Where mails may go, whoever sends them.
 * @throws NectarConnectError `host_error`
 */
export async function resolvePolicy(
  policy: NectarConnectOptions['invitationPolicy'],
  context: InvitationContext,
  terms: Pick<InvitationPolicy, 'expiresInSeconds' | 'sendEmail'> | null,
  sharing: { domains: readonly string[] | null },
  log: Log,
): Promise<NectarInvitationCreate> {
  const answer = policy === undefined ? {} : await askHost(policy, context)
  if (terms !== null) {
    const allowedEmails = context.to === null ? [] : [context.to]
    return readPolicy({ ...answer, ...terms, maxUses: 1, allowedEmails }, context, log)
  }
  const body = readPolicy(answer, context, log)
  if (body.sendEmail === true) requireAllowed(body.allowedEmails ?? [], sharing)
  return body
}

async function askHost(
  policy: NonNullable<NectarConnectOptions['invitationPolicy']>,
  context: InvitationContext,
): Promise<InvitationPolicy> {
  try {
    return await policy(context)
  } catch (cause) {
    throw hostHookError(
      'The "invitationPolicy" function threw. Return an object like { expiresInSeconds: 3600 }.',
      cause,
    )
  }
}

function requireAllowed(addresses: readonly string[], sharing: { domains: readonly string[] | null }) {
  try {
    for (const address of addresses) validateAddress(address, sharing)
  } catch (cause) {
    throw hostHookError(
      'The "invitationPolicy" function lets Nectar mail an address outside of "sharing.allowedDomains". Leave that address out, or "sendEmail".',
      cause,
    )
  }
}
