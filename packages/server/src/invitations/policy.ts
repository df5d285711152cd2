import { type NectarInvitationCreate, nectarInvitationCreate } from '@nectar-connect/contract/nectar'
import { type InvitationKind, type Prefill, readMailAddress } from '@nectar-connect/contract/wire'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import * as z from 'zod/mini'
import { describeIssues } from '../http/body.ts'
import type { Log } from '../lib/log.ts'
import {
  askHost,
  hostHookError,
  type Issue,
  invalidRequest,
  NectarConnectError,
} from '../lib/nectar-connect-error.ts'
import type { InvitationContext, InvitationPolicy, NewInvitation } from '../settings/invitation-policy.ts'
import type { NectarConnectOptions } from '../settings/options.ts'
import { validateAddress } from '../settings/sharing-settings.ts'
import { hostPrefill, mergePrefill, toNectarPrefill } from './prefill.ts'

const DEFAULT_LIFE_SECONDS = 3600
const DEFAULT_USES = 1
const FIELDS = ['expiresInSeconds', 'maxUses', 'allowedEmails', 'sendEmail', 'prefill'] as const

const newInvitation = z.strictObject({ ...nectarInvitationCreate.shape, prefill: z.optional(hostPrefill) })

/** The browser's `input` as the host's schema knows it; without a schema none may be sent. @throws NectarConnectError */
export async function readInput(
  schema: StandardSchemaV1 | undefined,
  input: Record<string, unknown> | undefined,
): Promise<unknown> {
  if (schema === undefined) {
    if (input === undefined || Object.keys(input).length === 0) return undefined
    throw invalidRequest('input', 'This server takes no input: it has no inputSchema.')
  }
  const validate = () => schema['~standard'].validate(input)
  const result = await askHost(validate, '"inputSchema" threw instead of answering issues.')
  if (!result.issues) return result.value
  // The schema's own messages may quote what was sent.
  const issues = result.issues.map(({ path = [] }) => ({
    path: ['input', ...path.map((part) => String(typeof part === 'object' ? part.key : part))].join('.'),
    message: 'Not accepted here.',
  }))
  throw new NectarConnectError('invalid_request', { issues })
}

/**
 * What `invitations.create()` was given, with the defaults of a policy.
 *
 * @throws NectarConnectError `invalid_request`, `address_not_allowed` for a mail outside of `sharing.allowedDomains`
 */
export function readNewInvitation(
  given: Omit<NewInvitation, 'connectionId'>,
  kind: InvitationKind,
  sharing: { domains: readonly string[] | null },
): NectarInvitationCreate {
  const { expiresInSeconds = DEFAULT_LIFE_SECONDS, maxUses = DEFAULT_USES, ...rest } = given
  const body = {
    ...(expiresInSeconds === null ? {} : { expiresInSeconds }),
    ...(maxUses === null ? {} : { maxUses }),
    ...rest,
  }
  const parsed = newInvitation.safeParse(body)
  if (!parsed.success) throw unusableInvitation(describeIssues(parsed.error))
  if (kind === 'reconnect' && body.prefill !== undefined) {
    throw unusableInvitation([
      { path: 'prefill', message: 'Nectar fills in nothing where a connection is repaired.' },
    ])
  }
  if (body.sendEmail) for (const address of body.allowedEmails ?? []) validateAddress(address, sharing)
  const { prefill, ...terms } = parsed.data
  return { ...terms, ...(prefill === undefined ? {} : { prefill: toNectarPrefill(prefill as Prefill) }) }
}

function unusableInvitation(issues: Issue[]): NectarConnectError {
  const where = issues.map(({ path, message }) => `"${path}": ${message}`).join(' ')
  return new NectarConnectError('invalid_request', {
    issues,
    message: `invitations.create() cannot use what it was given. ${where}`,
  })
}

/**
 * Asks the host's policy how to create the invitation, and checks its answer.
 *
 * @param terms Of a colleague's invitation, whatever the policy says; undefined: it is not shared.
 * @throws NectarConnectError `host_error`
 */
export async function resolvePolicy(
  policy: NectarConnectOptions['invitationPolicy'],
  context: InvitationContext,
  terms: Pick<InvitationPolicy, 'expiresInSeconds' | 'sendEmail'> | undefined,
  sharing: { domains: readonly string[] | null },
  log: Log,
): Promise<NectarInvitationCreate> {
  const threw = 'The "invitationPolicy" function threw. Return an object like { expiresInSeconds: 3600 }.'
  const answer = await askHost(() => policy?.(context) ?? {}, threw)
  if (terms !== undefined) {
    const allowedEmails = context.to === null ? [] : [context.to]
    return readPolicy({ ...answer, ...terms, maxUses: 1, allowedEmails }, context, log)
  }
  const body = readPolicy(answer, context, log)
  if (body.sendEmail !== true) return body
  try {
    for (const address of body.allowedEmails ?? []) validateAddress(address, sharing)
  } catch (cause) {
    throw hostHookError(
      'The "invitationPolicy" function lets Nectar mail an address outside of "sharing.allowedDomains". Leave that address out, or "sendEmail".',
      cause,
    )
  }
  return body
}

/**
 * What the host's `invitationPolicy` returned, as Nectar takes it. An odd value counts as missing, with one line in the
 * log; what might let in the wrong people is refused. @throws NectarConnectError `host_error`
 */
function readPolicy(
  answer: unknown,
  { reason, kind, prefill: ofPage }: Pick<InvitationContext, 'reason' | 'kind' | 'prefill'>,
  log: Log,
): NectarInvitationCreate {
  const { sendEmail = null, ...policy } = requireKnownFields(answer)
  const odd = (field: string, what: string) =>
    log.once('warn', `The "${field}" that the "invitationPolicy" function returned ${what}.`, {})
  if (sendEmail !== null && typeof sendEmail !== 'boolean') {
    odd('sendEmail', 'is neither true nor false. It counts as false')
  }
  /** Null switches it off. */
  const number = (field: 'expiresInSeconds' | 'maxUses', least: number, standard: number) => {
    if (policy[field] === null) return {}
    const parsed = nectarInvitationCreate.shape[field].safeParse(policy[field])
    if (!parsed.success) odd(field, `is no whole number from ${least}. ${standard} is taken`)
    return { [field]: parsed.data ?? standard }
  }
  const allowedEmails = readAddresses(policy.allowedEmails, odd)
  const prefill = mergePrefill(ofPage, policy.prefill, odd)
  return {
    ...number('expiresInSeconds', 60, DEFAULT_LIFE_SECONDS),
    ...number('maxUses', 1, DEFAULT_USES),
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
  if (unknown.length > 0) {
    throw unusable(`nobody knows ${unknown.map((name) => JSON.stringify(name)).join(', ')}`)
  }
  return answer as Record<string, unknown>
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

function unusable(why: string) {
  return hostHookError(
    `What the "invitationPolicy" function returned cannot be used: ${why}. Return an object like { expiresInSeconds: 3600, maxUses: 1 }.`,
  )
}
