import type { ConnectionRecord, InvitationRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import type { WebhookDelivery } from '../webhooks/types.ts'
import type { ConsoleAddress } from './parts/console-address.ts'

/** What every part of the page is made of. */
export interface ConsoleInput {
  world: World
  address: ConsoleAddress
  /** Newest first. */
  deliveries: readonly WebhookDelivery[]
  /** The company that is looked at. Null: there is none. */
  companyId: string | null
  /** Those of that company. */
  connections: readonly ConnectionRecord[]
  /** Those of that company, newest first. */
  invitations: readonly InvitationRecord[]
}

export function readConsole(world: World, address: ConsoleAddress): ConsoleInput {
  const { state } = world
  const wanted = address.company === null ? undefined : state.companies.get(address.company)
  const companyId = wanted?.id ?? state.companies.keys().next().value ?? null
  return {
    world,
    address,
    deliveries: world.webhooks.list().reverse(),
    companyId,
    connections: companyId === null ? [] : state.connections.of(companyId),
    invitations: companyId === null ? [] : state.invitations.of(companyId).reverse(),
  }
}
