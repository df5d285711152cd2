import { SandboxError } from '../errors.ts'
import { type Choices, choose, type Flows, providerAt, type Visit } from '../hosted/flows.ts'
import { SANDBOX_PASSWORD, SANDBOX_USERNAME, signInOf } from '../hosted/sign-ins.ts'
import { defaultChoices, submit } from '../hosted/submit.ts'
import { invitationStatus, record } from '../state/invitations.ts'
import { findProvider, SANDBOX_PROVIDER_URL } from '../state/providers.ts'
import type { InvitationRecord } from '../state/records.ts'
import { activeSitesOf, type SandboxState } from '../state/sandbox-state.ts'
import type { SubmittedDetails } from './seed-schema.ts'

/**
 * Does what a customer does on the hosted page, in one go. Whatever the page would ask after the sign-in counts as
 * answered.
 *
 * @returns the connection that was made, or got its new login
 */
export function submitDetails(
  state: SandboxState,
  flows: Flows,
  invitation: InvitationRecord,
  details: SubmittedDetails,
): string {
  const status = invitationStatus(state, invitation)
  if (status !== 'ACTIVE') {
    throw new SandboxError('invalid', `The invitation is ${status}: nobody can use it any more.`)
  }
  const { username = SANDBOX_USERNAME } = details
  const flow = flows.begin(invitation, invitation.allowedEmails[0] ?? null)
  flow.provider ??= providerOf(details.provider ?? SANDBOX_PROVIDER_URL)
  flow.login = { username, outcome: signInOf(username, details.password ?? SANDBOX_PASSWORD).ends }
  const visit = { state, invitation, flow }
  const choices = invitation.connectionId === null ? choicesOf(visit, details) : null
  record(state, invitation, 'VIEWED')
  const connectionId = submit(visit, choices)
  if (connectionId === null) throw new SandboxError('not_found', 'The connection of the invitation is gone.')
  return connectionId
}

function providerOf(provider: string) {
  const listed = findProvider(provider)
  const found = listed ? choose(listed) : providerAt(provider)
  if (found !== null) return found
  throw new SandboxError('invalid', `The provider "${provider}" is neither in the catalog nor a web address.`)
}

function choicesOf(visit: Visit, { sites: named, utilityTypes }: SubmittedDetails): Choices {
  const { state, invitation } = visit
  const sites = activeSitesOf(state, invitation.companyId)
  const wanted = named?.map((name) => {
    const site = sites.find(({ id, externalId, name: title }) => [id, externalId, title].includes(name))
    if (site) return site.id
    throw new SandboxError('invalid', `The company has no active site "${name}".`)
  })
  const { types, ...choices } = defaultChoices(visit)
  return {
    ...choices,
    sites: wanted ?? invitation.prefill.initialSites ?? sites.map(({ id }) => id),
    types: utilityTypes ?? (types.length === 0 ? ['ELECTRICITY'] : types),
  }
}
