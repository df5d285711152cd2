import type { ControlParts } from '../control/define-call.ts'
import type { ConnectionRecord, InvitationRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import type { WebhookDelivery } from '../webhooks/webhook-types.ts'
import type { ConsoleAddress } from './parts/console-address.ts'

/** The sandbox as the panels look at it. */
export type World = SandboxState & Pick<ControlParts, 'state' | 'faults' | 'webhooks'>

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

export function readConsole(parts: ControlParts, address: ConsoleAddress): ConsoleInput {
  const world: World = { ...parts.state, ...parts }
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
