import {
  type NectarInvitationCreate,
  type NectarPrefill,
  nectarInvitationCreate,
  nectarPrefill,
} from '@nectar-connect/contract/nectar'
import { readMailAddress } from '@nectar-connect/contract/wire'
import type * as z from 'zod/mini'
import { hostHookError } from '../lib/host-hook-error.ts'
import type { Log } from '../lib/log.ts'
import type { InvitationContext } from '../settings/options.ts'

const DEFAULT_LIFE_SECONDS = 3600
const DEFAULT_USES = 1
const FIELDS = ['expiresInSeconds', 'maxUses', 'allowedEmails', 'sendEmail', 'prefill'] as const
const { expiresInSeconds: life, maxUses: uses } = nectarInvitationCreate.shape

/**
 * What the host's `invitationPolicy` function returned, as Nectar takes it. A value that cannot be used counts as missing, with
 * one line in the log that names the field and not the value. What might let in the wrong people is refused: a
 * unknown field, and a list of addresses of which none can be used.
 *
 * @throws NectarConnectError `host_error`, naming the field that is wrong.
 */
export function readPolicy(
  answer: unknown,
  { reason, kind }: Pick<InvitationContext, 'reason' | 'kind'>,
  log: Log,
): NectarInvitationCreate {
  const policy = requireKnownFields(answer)
  const odd = (field: string, what: string) =>
    log.once('warn', `The "${field}" that the "invitationPolicy" function returned ${what}.`, {})
  const { sendEmail } = policy
  if (sendEmail !== undefined && sendEmail !== null && typeof sendEmail !== 'boolean') {
    odd('sendEmail', 'is neither true nor false. It counts as false')
  }
  const expiresInSeconds = readNumber(policy.expiresInSeconds, life, DEFAULT_LIFE_SECONDS, () =>
    odd('expiresInSeconds', `is no whole number from 60. ${DEFAULT_LIFE_SECONDS} is taken`),
  )
  const maxUses = readNumber(policy.maxUses, uses, DEFAULT_USES, () =>
    odd('maxUses', `is no whole number from 1. ${DEFAULT_USES} is taken`),
  )
  const allowedEmails = readAddresses(policy.allowedEmails, odd)
  const prefill = readPrefill(policy.prefill, odd)
  return {
    ...(expiresInSeconds === null ? {} : { expiresInSeconds }),
    ...(maxUses === null ? {} : { maxUses }),
    ...(allowedEmails.length === 0 ? {} : { allowedEmails }),
    // A renewal must not mail a second time.
    ...(typeof sendEmail === 'boolean' && reason === 'first' ? { sendEmail } : {}),
    // Nectar takes none for a reconnect; one policy may serve both kinds.
    ...(prefill === null || kind !== 'contributor' ? {} : { prefill }),
  }
}

type Odd = (field: string, what: string) => void

function requireKnownFields(answer: unknown): Record<string, unknown> {
  if (answer === undefined || answer === null) return {}
  if (typeof answer !== 'object') throw unusable('it is no object')
  const unknown = Object.keys(answer).filter((name) => !FIELDS.some((field) => field === name))
  if (unknown.length > 0) throw unusable(`nobody knows ${unknown.join(', ')}`)
  return answer as Record<string, unknown>
}

/** @returns null where the host switches it off. */
function readNumber(
  value: unknown,
  schema: z.ZodMiniType<number | undefined>,
  standard: number,
  onOdd: () => void,
): number | null {
  if (value === null) return null
  const parsed = schema.safeParse(value)
  if (!parsed.success) onOdd()
  return parsed.data ?? standard
}

function readAddresses(value: unknown, odd: Odd): string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw unusable('allowedEmails is no list')
  const addresses = value.map(readMailAddress).filter((address) => address !== null)
  if (value.length > 0 && addresses.length === 0) {
    throw unusable(
      'allowedEmails holds no mail address that can be used, and without one anybody could use the link',
    )
  }
  if (addresses.length < value.length) {
    odd('allowedEmails', 'holds something that is no mail address. It is left out')
  }
  return addresses
}

function readPrefill(value: unknown, odd: Odd): NectarPrefill | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') {
    odd('prefill', 'is no object. Nothing is filled in')
    return null
  }
  const owner = readMailAddress((value as NectarPrefill).connectionOwnerEmail)
  const given = owner === null ? value : { ...value, connectionOwnerEmail: owner }
  const usable = Object.entries(given).filter(([name, field]) => {
    const isUsable = field !== undefined && nectarPrefill.safeParse({ [name]: field }).success
    if (!isUsable && field !== undefined) odd(`prefill.${name}`, 'cannot be used. It is not filled in')
    return isUsable
  })
  const parsed = nectarPrefill.safeParse(Object.fromEntries(usable))
  return parsed.success && usable.length > 0 ? parsed.data : null
}

function unusable(why: string) {
  return hostHookError(
    `What the "invitationPolicy" function returned cannot be used: ${why}. Return an object like { expiresInSeconds: 3600, maxUses: 1 }.`,
  )
}
