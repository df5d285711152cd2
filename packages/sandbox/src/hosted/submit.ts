import { beginCheck, createConnection, renewUsername } from '../core/connections.ts'
import { useInvitation } from '../core/invitations.ts'
import type { InvitationRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import type { Choices, Flow } from './flows.ts'

/**
 * Sends what was collected: makes a connection, or gives an existing one its new login. Whatever was typed is
 * accepted here; the check decides later. A connection that is reconnected keeps its status until then.
 *
 * @returns the connection; null: something is missing, and nothing was sent
 */
export function submit(
  world: World,
  invitation: InvitationRecord,
  flow: Flow,
  choices: Choices | null,
): string | null {
  const { login, provider } = flow
  if (login === null || provider === null) return null
  const connectionId =
    choices === null
      ? renewLogin(world, invitation, login.username)
      : connect(world, invitation, flow, choices)
  if (connectionId === null) return null
  flow.step = 'done'
  flow.summary = {
    at: world.clock.now(),
    siteCount: choices?.sites.length ?? 0,
    types: choices?.types ?? [],
    since: choices === null || choices.since === '' ? null : choices.since,
  }
  useInvitation(world, invitation, choices === null ? null : connectionId)
  beginCheck(world, connectionId, login.outcome)
  return connectionId
}

function renewLogin(world: World, invitation: InvitationRecord, username: string): string | null {
  const connection = world.state.connections.get(invitation.connectionId ?? '')
  if (!connection) return null
  renewUsername(world, connection, username)
  return connection.id
}

function connect(world: World, invitation: InvitationRecord, flow: Flow, choices: Choices): string | null {
  const { login, provider } = flow
  if (login === null || provider === null) return null
  return createConnection(world, {
    companyId: invitation.companyId,
    datasource: { name: provider.name, url: provider.url },
    country: invitation.prefill.country ?? 'US',
    siteIds: choices.sites,
    utilityTypes: choices.types,
    username: login.username,
    ownerEmail: choices.owner === '' ? null : choices.owner,
    dataCollectionStartDate: choices.since === '' ? null : choices.since,
  }).id
}
