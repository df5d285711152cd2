import { nectarInvitationCreate } from '@nectar-connect/contract/nectar'
import { announceCreated } from '../core/connections.ts'
import { createInvitation, type InvitationTarget } from '../core/invitations.ts'
import type { CompanyRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import { SandboxError } from '../lib/errors.ts'
import { explain } from '../lib/read.ts'
import { buildConnection } from './seed.ts'
import { seedConnection } from './seed-schema.ts'
import type { InvitationOverrides, SeedConnection } from './types.ts'

/** Adds a connection to a company, and tells it by webhook. @returns its id */
export function addConnection(world: World, company: CompanyRecord, input: SeedConnection): string {
  const parsed = seedConnection.safeParse(input)
  if (!parsed.success) {
    throw new SandboxError('invalid', `The connection does not fit: ${explain(parsed.error.issues[0])}`)
  }
  const connection = buildConnection(world, company, world.state.sites.of(company.id), input)
  if (world.state.connections.has(connection.id)) {
    throw new SandboxError('invalid', 'There is a connection with that id already.')
  }
  world.state.connections.set(connection.id, connection)
  announceCreated(world, connection)
  return connection.id
}

/** Makes an invitation without the API. @returns its id */
export function createInvitationByHand(
  world: World,
  target: InvitationTarget,
  input: InvitationOverrides,
): string {
  const parsed = nectarInvitationCreate.safeParse(input)
  if (!parsed.success) {
    throw new SandboxError('invalid', `The invitation does not fit: ${explain(parsed.error.issues[0])}`)
  }
  return createInvitation(world, target, parsed.data).id
}
