import { queueCheck } from '../core/connections.ts'
import type { World } from '../core/world.ts'
import type { Flows } from '../hosted/flows.ts'
import type { SavedSandbox } from './saved-sandbox.ts'

/** Fills an empty world. The clock comes first, since what is queued goes by it. */
export function restoreWorld(world: World, flows: Flows, saved: SavedSandbox): void {
  const { state } = world
  world.time.restore(saved.time)
  world.clock.goTo(saved.lastStamp)
  if (saved.idPosition !== null) world.ids.goTo(saved.idPosition)
  world.checkDelayMs = saved.checkDelayMs
  fill(state.companies, saved.companies)
  fill(state.sites, saved.sites)
  fill(state.connections, saved.connections)
  fill(state.invitations, saved.invitations)
  state.mails.push(...saved.mails)
  state.mailsFiled = saved.mailsFiled
  state.invitationsCreated = saved.stats.invitationsCreated
  for (const [route, times] of Object.entries(saved.stats.requests)) state.requests.set(route, times)
  flows.restore(saved.flows)
  world.webhooks.restore(saved.webhooks)
  for (const { connectionId, outcome, at } of saved.checks) queueCheck(world, connectionId, outcome, at)
}

function fill<T extends { id: string }>(records: Map<string, T>, saved: readonly T[]): void {
  for (const record of saved) records.set(record.id, record)
}
