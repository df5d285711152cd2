import { type NectarInvitationCreate, nectarInvitationCreate } from '@nectar-connect/contract/nectar'
import * as z from 'zod/mini'
import { hostError } from '../host-error.ts'
import type { InvitationContext, InvitationPolicy, NectarConnectOptions } from '../options.ts'
import { judgeAddress } from '../sharing/judge-address.ts'
import type { SharingSettings } from '../sharing/sharing-settings.ts'

const DEFAULT_LIFE_SECONDS = 3600
const DEFAULT_USES = 1

const SHAPE = z.strictObject({
  expiresInSeconds: z.optional(z.nullable(z.unknown())),
  maxUses: z.optional(z.nullable(z.unknown())),
  allowedEmails: z.optional(z.unknown()),
  sendEmail: z.optional(z.unknown()),
  prefill: z.optional(z.unknown()),
})

/**
 * Asks the host how the invitation is to be made, and checks what it says.
 *
 * @param sharing Where mails may go, whoever sends them.
 * @param terms What a colleague's invitation is like, whatever the host says for the others; null: it is not shared.
 * @throws NectarConnectError `host_error`
 */
export async function decideInvitation(
  policy: NectarConnectOptions['invitation'],
  context: InvitationContext,
  terms: Pick<InvitationPolicy, 'expiresInSeconds' | 'sendEmail'> | null,
  sharing: Pick<SharingSettings, 'domains'>,
): Promise<NectarInvitationCreate> {
  const answer = policy === undefined ? {} : await askHost(policy, context)
  if (terms === null) {
    const body = toCreateBody(answer, context)
    if (body.sendEmail === true) requireAllowed(body.allowedEmails ?? [], sharing)
    return body
  }
  const allowedEmails = context.to === null ? [] : [context.to]
  return toCreateBody({ ...answer, ...terms, maxUses: 1, allowedEmails }, context)
}

async function askHost(
  policy: NonNullable<NectarConnectOptions['invitation']>,
  context: InvitationContext,
): Promise<InvitationPolicy> {
  try {
    return await policy(context)
  } catch (cause) {
    throw hostError(
      'The "invitation" function threw. Return an object like { expiresInSeconds: 3600 }.',
      cause,
    )
  }
}

function toCreateBody(policy: InvitationPolicy, { reason, kind }: InvitationContext): NectarInvitationCreate {
  const shape = SHAPE.safeParse(policy)
  if (!shape.success)
    throw wrong('Return an object with nothing but the fields of InvitationPolicy.', shape.error)
  const { expiresInSeconds = DEFAULT_LIFE_SECONDS, maxUses = DEFAULT_USES, allowedEmails, prefill } = policy
  const body = nectarInvitationCreate.safeParse({
    ...(expiresInSeconds === null ? {} : { expiresInSeconds }),
    ...(maxUses === null ? {} : { maxUses }),
    ...(allowedEmails === undefined || isEmpty(allowedEmails) ? {} : { allowedEmails }),
    // A renewal must not mail a second time.
    ...(policy.sendEmail === undefined || reason !== 'open' ? {} : { sendEmail: policy.sendEmail }),
    // Nectar takes none for a reconnect; one policy may serve both kinds.
    ...(prefill === undefined || kind !== 'contributor' ? {} : { prefill }),
  })
  if (body.success) return body.data
  throw wrong(
    'expiresInSeconds is a whole number from 60, maxUses one from 1 (null switches either off).',
    body.error,
  )
}

function requireAllowed(addresses: readonly string[], sharing: Pick<SharingSettings, 'domains'>) {
  try {
    for (const address of addresses) judgeAddress(address, sharing)
  } catch (cause) {
    throw hostError(
      'The "invitation" function lets Nectar mail an address outside of "sharing.allowedDomains". Leave that address out, or "sendEmail".',
      cause,
    )
  }
}

function isEmpty(emails: unknown): boolean {
  return Array.isArray(emails) && emails.length === 0
}

function wrong(fix: string, error: z.core.$ZodError) {
  const where = error.issues.map((issue) => issue.path.join('.')).filter((path) => path !== '')
  return hostError(
    `What the "invitation" function returned cannot be used${where.length > 0 ? ` (${where.join(', ')})` : ''}. ${fix}`,
  )
}
